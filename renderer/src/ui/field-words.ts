import type { ItemFieldName } from '../domain/item-fields/field-names';
import type { ItemFieldValues } from '../domain/item-fields/item-fields';
import type { Crowd } from '../domain/item-values';
import { lengthWords } from '../text/length';
import { statusNames } from '../text/library';
import { formatDate, formatNumber, formatPercent, formatRating, formatYear, type RatingScale } from './format';

export interface WordsContext {
  /** Kind of the item: its length counts minutes or pages. */
  readonly kind: string;
  readonly scale: RatingScale;
}

type FieldWords<Values> = {
  readonly [Name in keyof Values]?: (value: NonNullable<Values[Name]>, context: WordsContext) => string;
};

/** Fields whose value is not shown as it is. */
const FIELD_WORDS: FieldWords<ItemFieldValues> = {
  ownRating: (rating, { scale }) => formatRating(rating, scale),
  status: (status) => statusNames[status],
  finishedAt: formatDate,
  year: formatYear,
  length: (length, { kind }) => lengthWords(length, kind),
  crowd: crowdWords,
  series: ({ name }) => name,
  identifiers: (identifiers) => Object.keys(identifiers).join(', '),
  // Told on the page of things that look alike.
  twins: () => '',
};

function crowdWords({ rating, count }: Crowd): string {
  return [rating === null ? null : formatPercent(rating), count === null ? null : formatNumber(count)]
    .filter((part) => part !== null)
    .join(' / ');
}

/** A field's value in words; null where it holds nothing. */
export function fieldWords<Name extends ItemFieldName>(
  name: Name,
  value: ItemFieldValues[Name],
  context: WordsContext,
): string | null {
  if (value === null) return null;
  const words = FIELD_WORDS[name]?.(value, context) ?? plainWords(value);
  return words === '' ? null : words;
}

const MAX_TEXT = 60;

/** The same, where a long text is cut. */
export function shortFieldWords<Name extends ItemFieldName>(
  name: Name,
  value: ItemFieldValues[Name],
  context: WordsContext,
): string | null {
  const words = fieldWords(name, value, context);
  return typeof value === 'string' && words !== null ? shortWords(words) : words;
}

export function shortWords(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 3)}…` : text;
}

function plainWords(value: NonNullable<ItemFieldValues[ItemFieldName]>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value);
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}
