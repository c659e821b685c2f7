import type { Item } from '../../domain/item';
import type { PlannedChange } from '../../domain/import-plan';
import { importText, itemFieldNames } from '../../text/import';
import { lengthWords } from '../../text/length';
import { statusNames } from '../../text/library';
import { formatDate, formatNumber, formatPercent, formatRating, formatYear, type RatingScale } from '../../ui/format';

/** "your rating: 3/5 → 4/5", one sentence part per changed field. */
export function describeChange(change: PlannedChange, before: Item | undefined, scale: RatingScale): readonly string[] {
  const { kind } = change.row;
  return Object.entries(change.patch).flatMap(([field, after]) => {
    const name = itemFieldNames[field] ?? field;
    const old = before === undefined ? null : words(field, before[field as keyof Item], scale, kind);
    const next = words(field, after, scale, kind);
    if (next === old) return [];
    return [old === null ? importText.set(name, next ?? '—') : importText.was(name, old, next ?? '—')];
  });
}

/** A field's value in words; null where there is none. */
function words(field: string, value: unknown, scale: RatingScale, kind: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  switch (field) {
    case 'ownRating':
      return typeof value === 'number' ? formatRating(value, scale) : null;
    case 'status':
      return statusNames[value as Item['status']];
    case 'finishedAt':
      return typeof value === 'number' ? formatDate(value) : null;
    case 'year':
      return typeof value === 'number' ? formatYear(value) : null;
    case 'length':
      return typeof value === 'number' ? lengthWords(value, kind) : null;
    case 'crowd':
      return crowdWords(value as Item['crowd']);
    case 'series':
      return (value as Item['series'])?.name ?? null;
    case 'identifiers':
      return Object.keys(value).join(', ') || null;
    case 'creators':
    case 'tags':
      return Array.isArray(value) ? value.join(', ') || null : null;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function crowdWords(crowd: Item['crowd']): string | null {
  if (crowd === null) return null;
  const parts = [
    crowd.rating === null ? null : formatPercent(crowd.rating),
    crowd.count === null ? null : formatNumber(crowd.count),
  ];
  return parts.filter((part) => part !== null).join(' / ') || null;
}
