import type { Item } from '../../domain/item';
import { isFieldName, type ItemFieldName } from '../../domain/item-fields/field-names';
import type { PlannedChange } from '../../domain/import-plan';
import { importText } from '../../text/import';
import { itemFieldText } from '../../text/item-fields';
import { fieldWords, type WordsContext } from '../../ui/field-words';
import type { RatingScale } from '../../ui/format';

const MAX_TEXT = 60;

/** "your rating: 3/5 → 4/5", one sentence part per changed field. */
export function describeChange(change: PlannedChange, before: Item | undefined, scale: RatingScale): readonly string[] {
  const context = { kind: change.row.kind, scale };
  return Object.keys(change.patch).flatMap((field) => {
    if (!isFieldName(field)) return [];
    const { name } = itemFieldText[field];
    const old = before === undefined ? null : shortWords(field, before, context);
    const next = shortWords(field, change.patch, context);
    if (next === old) return [];
    return [old === null ? importText.set(name, next ?? '—') : importText.was(name, old, next ?? '—')];
  });
}

/** In words; a long text is cut. */
function shortWords(name: ItemFieldName, values: Partial<Item>, context: WordsContext): string | null {
  const value = values[name];
  const words = value === undefined ? null : fieldWords(name, value, context);
  return typeof value === 'string' && words !== null && words.length > MAX_TEXT
    ? `${words.slice(0, MAX_TEXT - 3)}…`
    : words;
}
