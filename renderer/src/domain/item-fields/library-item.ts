import type { LibraryItem } from '../recommendation-request';
import { pickFields, RECOMMENDER_FIELDS, VECTOR_FIELDS, type RecommenderField } from './field-names';

const FACT_FIELDS = RECOMMENDER_FIELDS.filter((name): name is Exclude<RecommenderField, 'source'> => name !== 'source');

/** What the recommender's worker may have of an item. An item of the library also has notes and opinions; they stay. */
export const libraryItemOf = (item: LibraryItem): LibraryItem => ({
  id: item.id,
  ...pickFields(item, FACT_FIELDS),
  ...(item.source === undefined ? {} : { source: item.source }),
  ...(item.backgroundFacts === undefined ? {} : { backgroundFacts: item.backgroundFacts }),
});

/** Equal for two states of an item between which nothing has changed that the recommender has. */
export const libraryItemKey = (item: LibraryItem): string =>
  JSON.stringify([item.source, item.backgroundFacts, ...FACT_FIELDS.map((name) => item[name])]);

/** Equal for two states of an item with the same vector. */
export const vectorKey = (item: LibraryItem): string =>
  JSON.stringify([item.backgroundFacts, ...VECTOR_FIELDS.map((name) => item[name])]);
