import { ownValue } from '../domain/own-value';

/** Where items and events come from, by `source`. */
export const SOURCE_NAMES: Readonly<Record<string, string>> = {
  manual: 'Typed here',
  sample: 'Sample library',
  share: 'A share',
  goodreads: 'Goodreads',
  letterboxd: 'Letterboxd',
  imdb: 'IMDb',
  csv: 'CSV file',
  'handpicked-list': 'A Handpicked list',
};

/** The name of a source; its id where it has none. */
export const sourceName = (source: string): string => ownValue(SOURCE_NAMES, source) ?? source;
