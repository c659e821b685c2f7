import type { LibraryItem } from '../../domain/recommendation-request';

/**
 * The item with what it lacks filled in from the catalogue: creators, tags and year. What the person's own data say
 * stands. So an export that carries titles alone is as well described as one that carries everything.
 */
export function describedItem(item: LibraryItem): LibraryItem {
  const { backgroundFacts } = item;
  if (backgroundFacts === undefined) return item;
  return {
    ...item,
    creators: item.creators.length > 0 ? item.creators : backgroundFacts.creators,
    tags: item.tags.length > 0 ? item.tags : backgroundFacts.tags,
    year: item.year ?? backgroundFacts.year,
  };
}

/**
 * As the item encoder reads it: with the catalogue's tags where it has none. Only for a thing that the known-item table
 * does not have, whose vector has nothing else to go by; the table's rows were trained beside what research sets say.
 * Creators stay out: of films the encoder never met any, and they drown the words in common (`--suite whom`).
 */
export function withTags(item: LibraryItem): LibraryItem {
  const { backgroundFacts } = item;
  return backgroundFacts === undefined || item.tags.length > 0 ? item : { ...item, tags: backgroundFacts.tags };
}

/** The item under each title that the catalogue knows it by, its own first: how the known-item table may hold it. */
export const underEachTitle = (item: LibraryItem): readonly LibraryItem[] => [
  item,
  ...(item.backgroundFacts?.titles ?? []).filter((title) => title !== item.title).map((title) => ({ ...item, title })),
];
