import { IMPORT_SOURCE_TEXTS } from './import-sources';

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['manual', 'Typed here'],
  ['sample', 'Sample library'],
  ['share', 'A share'],
  ['csv', 'CSV file'],
]);

/** Where items and events come from, by `source`; undefined where it has no name. */
export const knownSourceName = (source: string): string | undefined =>
  IMPORT_SOURCE_TEXTS.get(source)?.name ?? OTHER_NAMES.get(source);

/** The name of a source; its id where it has none. */
export const sourceName = (source: string): string => knownSourceName(source) ?? source;
