import type { LibraryItem } from '../../domain/recommendation-request';
import { underEachTitle } from '../encoding/described-item';
import type { TextRules } from '../encoding/text';
import { KnownItems } from '../model/known-items';
import type { TasteModel } from '../model/model-ports';

/** Popularity rank of each item in the model's table, by any of its titles; null where it is not in it. */
export function fameInTable(
  items: readonly LibraryItem[],
  model: TasteModel | null,
  text: TextRules,
): readonly (number | null)[] {
  if (model === null) return items.map(() => null);
  const table = new KnownItems(model.manifest, model.knownItems);
  return items.map((item) => {
    for (const titled of underEachTitle(item)) {
      const row = table.rowOf(titled, text);
      if (row !== null) return table.popularity(row);
    }
    return null;
  });
}
