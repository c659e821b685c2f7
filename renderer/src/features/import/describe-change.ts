import type { Item } from '../../domain/item';
import { isFieldName } from '../../domain/item-fields/field-names';
import type { PlannedChange } from '../../domain/import-plan';
import { importText } from '../../text/import';
import { itemFieldText } from '../../text/item-fields';
import { shortFieldWords } from '../../ui/field-words';
import type { RatingScale } from '../../ui/format';

/** "your rating: 3/5 → 4/5", one sentence part per changed field. */
export function describeChange(change: PlannedChange, before: Item | undefined, scale: RatingScale): readonly string[] {
  const context = { kind: change.row.kind, scale };
  return Object.keys(change.patch).flatMap((field) => {
    if (!isFieldName(field)) return [];
    const { name } = itemFieldText[field];
    const wordsOf = (values: Partial<Item> | undefined): string | null => {
      const value = values?.[field];
      return value === undefined ? null : shortFieldWords(field, value, context);
    };
    const [old, next] = [wordsOf(before), wordsOf(change.patch)];
    if (next === old) return [];
    return [old === null ? importText.set(name, next ?? '—') : importText.was(name, old, next ?? '—')];
  });
}
