import { z } from 'zod';
import { backgroundFactsSchema } from '../catalogue';
import { itemIdSchema } from '../ids';
import type { Item } from '../item';
import type { PortableItem } from '../portable-list';
import type { LibraryItem } from '../recommendation-request';
import { FIELD_NAMES, FIELDS, PORTABLE_FIELDS, RECOMMENDER_FIELDS, type ItemFieldName } from './field-names';
import { REQUIRED } from './item-field';
import type { ItemFieldValues } from './item-fields';

/** Parsers of the named fields. Where `mayBeMissing`, a missing field is blank; one without a blank is refused. */
function fieldSchemas<Name extends ItemFieldName>(
  names: readonly Name[],
  mayBeMissing: (name: Name) => boolean = () => true,
): { readonly [Field in Name]: z.ZodType<ItemFieldValues[Field]> } {
  const entries = names.map((name) => {
    const { schema, blank }: { readonly schema: z.ZodType; readonly blank: unknown } = FIELDS[name];
    return [name, blank === REQUIRED || !mayBeMissing(name) ? schema : z._default(schema, () => blank)] as const;
  });
  // `fromEntries` forgets which schema belongs to which name.
  return Object.fromEntries(entries) as unknown as { readonly [Field in Name]: z.ZodType<ItemFieldValues[Field]> };
}

/** A row of the library. Rows stored before a field existed get its blank; unknown keys are dropped. */
export const itemSchema = z.object({
  ...fieldSchemas(FIELD_NAMES),
  id: itemIdSchema,
  addedAt: z.number(),
  updatedAt: z.number(),
}) satisfies z.ZodType<Item>;

/**
 * An item as the recommender's worker gets it. Unknown keys are refused: a note that the page sends by mistake must
 * fail there, not pass unseen.
 */
export const libraryItemSchema = z.strictObject({
  ...fieldSchemas(RECOMMENDER_FIELDS),
  id: itemIdSchema,
  source: z.string().exactOptional(),
  backgroundFacts: backgroundFactsSchema.exactOptional(),
}) satisfies z.ZodType<LibraryItem>;

/** An item in the JSON file of a list; unknown keys, which a newer version may have written, are dropped. */
export const portableItemSchema = z.object(
  fieldSchemas(PORTABLE_FIELDS, (name) => FIELDS[name].portable === 'optional'),
) satisfies z.ZodType<PortableItem>;
