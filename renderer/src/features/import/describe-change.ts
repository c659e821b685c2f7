import type { Item } from '../../domain/item';
import { isFieldName } from '../../domain/item-fields/field-names';
import type { PlannedChange } from '../../domain/import-plan';
import { importText } from '../../text/import';
import { itemFieldText } from '../../text/item-fields';
import { shortFieldWords } from '../../ui/field-words';
import { formatDate, formatRating, type RatingScale } from '../../ui/format';
import { sourceName } from '../../text/source-names';

/** "your rating: 3/5 → 4/5", one sentence part per changed field. */
export function describeChange(change: PlannedChange, before: Item | undefined, scale: RatingScale): readonly string[] {
  const context = { kind: change.row.kind, scale };
  const changed = Object.keys(change.patch).flatMap((field) => {
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
  return [...changed, ...describeBeside(change, scale)];
}

/** What joins the history of a thing beside what counts. */
export const describeBeside = (
  beside: Pick<PlannedChange, 'earlierRatings' | 'finishedOn'>,
  scale: RatingScale,
): readonly string[] => [
  ...describeEarlierRatings(beside, scale),
  ...(beside.finishedOn === undefined ? [] : [importText.finishedOn(beside.finishedOn.map(formatDate))]),
];

/** "the rating 4/5 of Letterboxd (3 Feb 2021) does not count, and stays in its history" */
const describeEarlierRatings = (
  { earlierRatings = [] }: Pick<PlannedChange, 'earlierRatings'>,
  scale: RatingScale,
): readonly string[] =>
  earlierRatings.map(({ rating, at, source }) =>
    importText.earlierRating(
      formatRating(rating ?? 0, scale),
      sourceName(source ?? ''),
      at === null ? null : formatDate(at),
    ),
  );
