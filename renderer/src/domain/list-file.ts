import { z } from 'zod';
import { portableItemSchema } from './item-fields/item-schema';
import type { PortableList } from './portable-list';

export const LIST_FILE_FORMAT = 'handpicked-list';
/** Raised when a reader of the old version could misunderstand the new one. */
export const LIST_FILE_VERSION = 1;

export interface ListFile {
  readonly format: typeof LIST_FILE_FORMAT;
  readonly version: typeof LIST_FILE_VERSION;
  readonly list: PortableList;
}

/** What every version of the format states, whatever else it holds. */
export const listFileHeadSchema = z.object({ format: z.literal(LIST_FILE_FORMAT), version: z.number() });

/**
 * The JSON file of a list: written by exporting/list-file.ts, read by importing/sources/handpicked-list.ts. Unknown
 * keys are dropped.
 */
export const listFileSchema = z.object({
  format: z.literal(LIST_FILE_FORMAT),
  version: z.literal(LIST_FILE_VERSION),
  list: z.object({
    title: z.string().trim().min(1),
    description: z.string(),
    entries: z.array(z.object({ item: portableItemSchema, annotation: z.string() })),
  }),
}) satisfies z.ZodType<ListFile>;
