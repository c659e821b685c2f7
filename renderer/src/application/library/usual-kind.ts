import { UNKNOWN_KIND } from '../../domain/enrichment';
import type { Item } from '../../domain/item';

/** The commonest kind of the library, which a new thing most likely is; "book" where none has one. */
export function usualKind(items: readonly Pick<Item, 'kind'>[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of items) if (kind !== UNKNOWN_KIND) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let [usual, most] = ['book', 0];
  for (const [kind, count] of counts) if (count > most) [usual, most] = [kind, count];
  return usual;
}
