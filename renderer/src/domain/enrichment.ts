import { FILLABLE_FIELDS, NO_LINK, type FillableField } from './catalogue-link';
import type { ItemId } from './ids';
import type { Item } from './item';
import { BLANKS, recordOf } from './item-fields/field-names';
import type { ItemFieldValues } from './item-fields/item-fields';
import { lengthUnitOf } from './item-length';

/** Facts of an entry, as an item holds them. */
export type CatalogueFacts = Pick<ItemFieldValues, FillableField>;

/** What one item gets: written only where it still lacks it. */
export interface Fill {
  readonly itemId: ItemId;
  /** Keys of the entry. */
  readonly entry: readonly string[];
  readonly facts: Partial<CatalogueFacts>;
  /** The owner said that it is this entry: kept even where the thing lacks nothing of it. */
  readonly confirmed?: true;
}

/** The kind of a thing of which nobody said what it is. */
export const UNKNOWN_KIND = 'other';

const BLANK_FACTS: CatalogueFacts = { ...BLANKS, kind: UNKNOWN_KIND };

function isBlank(value: CatalogueFacts[FillableField]): boolean {
  if (value === null || value === UNKNOWN_KIND) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** True: nobody said anything in this field. The rule of the whole use case: nothing else is ever filled. */
export const lacks = (item: CatalogueFacts, field: FillableField): boolean => isBlank(item[field]);

export const gapsOf = (item: CatalogueFacts): readonly FillableField[] =>
  FILLABLE_FIELDS.filter((field) => lacks(item, field));

/**
 * The fields that an item gets of these facts: what it lacks and they have. A length is taken only where it counts what
 * the item's length counts: pages or minutes.
 * @param kindOfFacts kind of the entry
 */
export function fillableFields(
  item: CatalogueFacts,
  facts: Partial<CatalogueFacts>,
  kindOfFacts: string,
): readonly FillableField[] {
  const kind = lacks(item, 'kind') ? kindOfFacts : item.kind;
  return gapsOf(item).filter((field) => {
    const value = facts[field];
    if (value === undefined || isBlank(value)) return false;
    return field !== 'length' || lengthUnitOf(kind) === lengthUnitOf(kindOfFacts);
  });
}

/** The item with these facts where it lacks them, marked. The item itself where nothing is to be kept. */
export function filledIn(item: Item, { entry, facts, confirmed }: Omit<Fill, 'itemId'>): Item {
  const fields = gapsOf(item).filter((field) => facts[field] !== undefined);
  if (fields.length === 0 && confirmed !== true) return item;
  const { filled, different } = item.catalogue ?? NO_LINK;
  return {
    ...item,
    ...recordOf(fields, (field) => ({ ...item, ...facts })[field]),
    catalogue: { entry, filled: [...filled, ...fields], different: different.filter((key) => !entry.includes(key)) },
  };
}

/** The item without what the catalogue filled in: what its owner and their exports say of it. */
export function withoutFilled(item: Item): Item {
  const filled = item.catalogue?.filled ?? [];
  return filled.length === 0 ? item : { ...item, ...recordOf(filled, (field) => BLANK_FACTS[field]) };
}

/** The patch of an item without what the catalogue had filled in all the same. */
export function withoutSameFacts<Patch extends Partial<Item>>(item: Item, patch: Patch): Partial<Patch> {
  const filled: readonly string[] = item.catalogue?.filled ?? [];
  if (filled.length === 0) return patch;
  const isSame = (name: string): boolean =>
    FILLABLE_FIELDS.some((field) => field === name && filled.includes(name) && sameText(item[field], patch[field]));
  // What is left of a patch is one.
  return Object.fromEntries(Object.entries(patch).filter(([name]) => !isSame(name))) as Partial<Patch>;
}

/** The item as one that is none of these entries: what one of them had filled in is taken out again. */
export function without(item: Item, entries: readonly string[]): Item {
  const link = item.catalogue ?? NO_LINK;
  const isEntry = link.entry.some((key) => entries.includes(key));
  return {
    ...(isEntry ? withoutFilled(item) : item),
    catalogue: {
      entry: isEntry ? [] : link.entry,
      filled: isEntry ? [] : link.filled,
      different: [...new Set([...link.different, ...entries])],
    },
  };
}

/** `after` without the mark on fields that are no longer what the catalogue said. */
export function withTrueMarks(before: Item, after: Item): Item {
  const link = after.catalogue;
  if (link === null || link !== before.catalogue) return after;
  const filled = link.filled.filter((field) => after[field] === before[field] || sameText(after[field], before[field]));
  return filled.length === link.filled.length ? after : { ...after, catalogue: { ...link, filled } };
}

const sameText = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
