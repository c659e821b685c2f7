import { z } from 'zod';
import { AppError } from '../domain/errors';
import { ITEM_STATUSES } from '../domain/item-values';
import type { Item } from '../domain/item';
import { MAX_LENGTH } from '../domain/item-length';
import type { PortableItem, PortableList } from '../domain/portable-list';
import { textExporter } from './exported-file';

export const LIST_FILE_FORMAT = 'handpicked-list';
/** Raised when a reader of the old version could misunderstand the new one. */
export const LIST_FILE_VERSION = 1;

const rating = z.number().min(0).max(1).nullable();

const itemSchema = z.object({
  kind: z.string().min(1),
  title: z.string().min(1),
  originalTitle: z.string().nullable(),
  creators: z.array(z.string()),
  year: z.number().int().nullable(),
  // Files written before things had a length say nothing of it.
  length: z.number().int().min(1).max(MAX_LENGTH).nullable().default(null),
  tags: z.array(z.string()),
  series: z.object({ name: z.string(), position: z.number().nullable() }).nullable(),
  crowd: z.object({ rating, count: z.number().min(0).nullable() }).nullable(),
  identifiers: z.record(z.string(), z.string()),
  url: z.string().nullable(),
  ownRating: rating,
  status: z.enum(ITEM_STATUSES),
  finishedAt: z.number().nullable(),
  note: z.string().nullable(),
  privateNote: z.string().nullable(),
}) satisfies z.ZodType<PortableItem>;

const listSchema = z.object({
  title: z.string().min(1),
  description: z.string(),
  entries: z.array(z.object({ item: itemSchema, annotation: z.string() })),
}) satisfies z.ZodType<PortableList>;

const fileSchema = z.object({
  format: z.literal(LIST_FILE_FORMAT),
  version: z.literal(LIST_FILE_VERSION),
  list: listSchema,
});

/** Everything there is to the list, to be read back by `parseListFile`. */
export const exportJson = textExporter('json', 'application/json', (list, lines, options) => {
  const portable: PortableList = {
    title: list.title,
    description: list.description,
    entries: lines.map(({ item, annotation }) => ({
      item: toPortable(item, options.includePrivateNotes === true),
      annotation,
    })),
  };
  return `${JSON.stringify({ format: LIST_FILE_FORMAT, version: LIST_FILE_VERSION, list: portable }, null, 2)}\n`;
});

/**
 * Reads a list file from its bytes, its text or its parsed JSON.
 * Throws AppError: `format-unknown` where it is no list file or of a later version, `format-invalid` with the damaged place.
 */
export function parseListFile(content: unknown): PortableList {
  const value =
    content instanceof Uint8Array
      ? parseJson(new TextDecoder().decode(content))
      : typeof content === 'string'
        ? parseJson(content)
        : content;
  const head = z.object({ format: z.literal(LIST_FILE_FORMAT), version: z.number() }).safeParse(value);
  if (!head.success) throw new AppError('format-unknown', 'This is not a list exported by Handpicked.');
  if (head.data.version > LIST_FILE_VERSION)
    throw new AppError('format-unknown', 'This list was exported by a newer version of Handpicked. Update to read it.');
  const file = fileSchema.safeParse(value);
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new AppError(
      'format-invalid',
      `This list file is damaged at ${issue?.path.join('.') ?? 'an unknown place'}: ${issue?.message ?? 'unreadable'}.`,
      { cause: file.error },
    );
  }
  return file.data.list;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError('format-unknown', 'This is not a list exported by Handpicked.', { cause: error });
  }
}

function toPortable(item: Item, includePrivateNote: boolean): PortableItem {
  const {
    kind,
    title,
    originalTitle,
    creators,
    year,
    length,
    tags,
    series,
    crowd,
    identifiers,
    url,
    ownRating,
    status,
    finishedAt,
    note,
    privateNote,
  } = item;
  return {
    kind,
    title,
    originalTitle,
    creators,
    year,
    length,
    tags,
    series,
    crowd,
    identifiers,
    url,
    ownRating,
    status,
    finishedAt,
    note,
    privateNote: includePrivateNote ? privateNote : null,
  };
}
