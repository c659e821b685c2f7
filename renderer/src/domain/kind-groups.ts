import type { Item } from './item';
import { ownValue } from './own-value';

/**
 * Group of each kind that shares its group with others or has another name in it; any other kind is its own group. The
 * recommender reads groups from the model's schema (models/feature-schema.json, `kindGroups`): a test compares the two.
 */
export const KIND_GROUPS: Readonly<Record<string, string>> = {
  movie: 'screen',
  series: 'screen',
  short: 'screen',
  'tv movie': 'screen',
  episode: 'screen',
  book: 'book',
  comic: 'book',
  'music artist': 'artist',
};

/** Case and space around it are ignored. */
export function kindGroupOf(kind: string): string {
  const phrase = kind.trim().toLowerCase();
  return ownValue(KIND_GROUPS, phrase) ?? phrase;
}

/** Each group is a row in the window. */
const MAX_GROUPS = 6;

/** The `max` kind groups with the most items, largest first. */
export function kindGroupsOf(items: readonly Pick<Item, 'kind'>[], max = MAX_GROUPS): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind } of items) {
    const group = kindGroupOf(kind);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1] || left[0].localeCompare(right[0]))
    .slice(0, max)
    .map(([group]) => group);
}
