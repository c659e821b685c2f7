import { z } from 'zod';
import { AppError } from '../domain/errors';
import type { Item } from '../domain/item';
import { blanksOf, pickFields, PORTABLE_FIELDS, PRIVATE_FIELDS } from '../domain/item-fields/field-names';
import { portableItemSchema } from '../domain/item-fields/item-schema';
import type { PortableItem, PortableList } from '../domain/portable-list';
import { textExporter } from './exported-file';

export const LIST_FILE_FORMAT = 'handpicked-list';
/** Raised when a reader of the old version could misunderstand the new one. */
export const LIST_FILE_VERSION = 1;

const listSchema = z.object({
  title: z.string().min(1),
  description: z.string(),
  entries: z.array(z.object({ item: portableItemSchema, annotation: z.string() })),
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
 * Throws AppError: `format-unknown` where it is no list file or of a later version, `format-invalid` with the damaged
 * place.
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

function toPortable(item: Item, includePrivateNotes: boolean): PortableItem {
  return { ...pickFields(item, PORTABLE_FIELDS), ...(includePrivateNotes ? {} : blanksOf(PRIVATE_FIELDS)) };
}
