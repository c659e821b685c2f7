import type { Item } from './item';

/**
 * Kinds that share taste and stand under one name; any other kind is a group of its own. The recommender reads the same
 * from the model's schema (models/feature-schema.json, `kindGroups`): a test keeps the two alike.
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

const MAX_GROUPS = 6;

/** Groups of what the library holds, the fullest first; a handful, since each is a row to read. */
export function kindGroupsOf(items: readonly Pick<Item, 'kind'>[], most = MAX_GROUPS): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind } of items) {
    const phrase = kind.trim().toLowerCase();
    const group = KIND_GROUPS[phrase] ?? phrase;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1] || left[0].localeCompare(right[0]))
    .slice(0, most)
    .map(([group]) => group);
}
