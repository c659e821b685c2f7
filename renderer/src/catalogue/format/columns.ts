/** First four bytes of a catalogue, unpacked: "HPCT". */
export const CATALOGUE_MAGIC = 0x54435048;
/** Counted up with every change of the columns or of what stands in them; another version is refused. */
export const CATALOGUE_SCHEMA_VERSION = 1;

const ARRAYS = { u8: Uint8Array, u16: Uint16Array, i16: Int16Array, u32: Uint32Array } as const;
type ElementType = keyof typeof ARRAYS;

/**
 * The columns in the order in which they stand in the file, and the type of their numbers. N entries, famous first,
 * have T texts: the title of each, then its aliases. A column of counts says how many values each row has in the list
 * column below it; texts are UTF-8, joined, with a column of their lengths in bytes.
 */
export const COLUMNS = {
  /** Dictionaries, one text a line. */
  kindNames: 'u8',
  tagNames: 'u8',
  sourceNames: 'u8',
  /** Keys of `CatalogueEntry.identifiers`. */
  namespaceNames: 'u8',
  /** The people and groups that creators and casts name. */
  nameLengths: 'u16',
  names: 'u8',

  /** One number per entry. Places in `kindNames`. */
  kinds: 'u8',
  /** NO_YEAR where none is known. */
  years: 'i16',
  /** Zero where none is known. */
  lengths: 'u32',
  /** Shares in steps of 1/SHARE_STEPS, plus one; zero where none is known. Never rising. */
  popularities: 'u16',
  crowdRatings: 'u16',
  /** Plus one; zero where none is known. */
  crowdCounts: 'u32',

  /** Per entry: how many texts; at least one. */
  textCounts: 'u8',
  textLengths: 'u16',
  texts: 'u8',
  creatorCounts: 'u8',
  /** Numbers of names. */
  creators: 'u32',
  castCounts: 'u8',
  cast: 'u32',
  tagCounts: 'u8',
  tags: 'u16',
  sourceCounts: 'u8',
  sources: 'u8',
  identifierCounts: 'u8',
  identifierNamespaces: 'u8',
  identifierLengths: 'u8',
  identifiers: 'u8',

  /** For completion: every folded word of a text once, sorted, one a line. */
  words: 'u8',
  /** Per text: how many words, in their order. */
  wordCounts: 'u8',
  wordNumbers: 'u32',
  /** For look-up, sorted by hash: keys of titles (title-keys.ts) and the text that has each. */
  titleHashes: 'u32',
  titleTexts: 'u32',
  /** Ids and the entry that has each. */
  identifierHashes: 'u32',
  identifierEntries: 'u32',
  /** Names of creators, and the number of each. */
  creatorHashes: 'u32',
  creatorNames: 'u32',
} as const satisfies Readonly<Record<string, ElementType>>;

export type ColumnName = keyof typeof COLUMNS;
export type Columns = {
  readonly [Name in ColumnName]: InstanceType<(typeof ARRAYS)[(typeof COLUMNS)[Name]]>;
};

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

/** The numbers of a column as they stand in memory. Little-endian like the file: every computer this runs on is. */
export const columnView = (name: ColumnName, buffer: ArrayBuffer, start: number, length: number): Columns[ColumnName] =>
  new ARRAYS[COLUMNS[name]](buffer, start, length);
export const elementSize = (name: ColumnName): number => ARRAYS[COLUMNS[name]].BYTES_PER_ELEMENT;

export const NO_YEAR = -32_768;
export const SHARE_STEPS = 65_534;

/** A share of 0..1 as it is stored. */
export const storedShare = (share: number | null): number => (share === null ? 0 : Math.round(share * SHARE_STEPS) + 1);
export const shareOf = (stored: number): number | null => (stored === 0 ? null : (stored - 1) / SHARE_STEPS);
