import type { CatalogueEntry } from '../domain/catalogue';
import { damaged, splitColumns } from './format/container';
import { type Columns, NO_YEAR, shareOf } from './format/columns';
import { decompressed } from './format/gzip';
import { SortedHashes } from './format/sorted-hashes';
import { linesOf, ListRows, startsOf, TextColumn } from './format/text-column';

/**
 * One file of a catalogue, read where it stands. Throws `catalogue-damaged` for bytes that no writer wrote, and
 * `catalogue-incompatible` for another version's.
 */
export const readCatalogue = (file: Uint8Array): CataloguePart => openCatalogue(decompressed(file));

/** The same from what `packCatalogue` wrote. */
export const openCatalogue = (bytes: Uint8Array<ArrayBuffer>): CataloguePart => new CataloguePart(splitColumns(bytes));

/** Entries of one file by their number, which is their rank in it: zero is the most famous. */
export class CataloguePart {
  readonly size: number;
  /** Per text, the entry that bears it. */
  readonly entryOfText: Uint32Array;
  /** By hash of a title: texts. By hash of an id: entries. By hash of a name: the names of creators. */
  readonly titleKeys: SortedHashes;
  readonly identifierKeys: SortedHashes;
  readonly creatorKeys: SortedHashes;
  /** Folded words of all texts, sorted. */
  readonly words: readonly string[];
  /** Words of each text, as numbers of `words`. */
  readonly wordNumbers: Uint32Array;
  /** Where the words of each text begin; one more at the end. */
  readonly wordStarts: Uint32Array;
  /** Of each entry as a number of `kindNames`. */
  readonly kinds: Uint8Array;
  readonly kindNames: readonly string[];
  /** Of each entry, as `storedShare` wrote it. */
  readonly popularities: Uint16Array;
  readonly #columns: Columns;
  readonly #tags: readonly string[];
  readonly #sources: readonly string[];
  readonly #namespaces: readonly string[];
  readonly #names: TextColumn;
  readonly #texts: TextColumn;
  readonly #textStarts: Uint32Array;
  readonly #identifiers: TextColumn;
  readonly #lists: Readonly<Record<'creators' | 'cast' | 'tags' | 'sources' | 'identifiers', ListRows>>;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.size = columns.kinds.length;
    for (const name of PER_ENTRY)
      if (columns[name].length !== this.size) throw damaged(`${name} are not one per thing`);
    this.kinds = columns.kinds;
    this.popularities = columns.popularities;
    this.kindNames = linesOf(columns.kindNames);
    this.#tags = linesOf(columns.tagNames);
    this.#sources = linesOf(columns.sourceNames);
    this.#namespaces = linesOf(columns.namespaceNames);
    this.#names = new TextColumn(columns.names, columns.nameLengths, 'names');
    this.#texts = new TextColumn(columns.texts, columns.textLengths, 'titles');
    this.#textStarts = startsOf(columns.textCounts, this.#texts.length, 'titles');
    this.#identifiers = new TextColumn(columns.identifiers, columns.identifierLengths, 'ids');
    this.#lists = {
      creators: new ListRows(columns.creatorCounts, columns.creators, 'creators'),
      cast: new ListRows(columns.castCounts, columns.cast, 'casts'),
      tags: new ListRows(columns.tagCounts, columns.tags, 'tags'),
      sources: new ListRows(columns.sourceCounts, columns.sources, 'sources'),
      identifiers: new ListRows(columns.identifierCounts, columns.identifierNamespaces, 'ids'),
    };
    if (this.#identifiers.length !== columns.identifierNamespaces.length) throw damaged('ids are not one per key');
    if (columns.textCounts.includes(0)) throw damaged('a thing has no title');
    checkBelow(columns.kinds, this.kindNames.length, 'kinds');
    checkBelow(columns.creators, this.#names.length, 'creators');
    checkBelow(columns.cast, this.#names.length, 'casts');
    checkBelow(columns.tags, this.#tags.length, 'tags');
    checkBelow(columns.sources, this.#sources.length, 'sources');
    checkBelow(columns.identifierNamespaces, this.#namespaces.length, 'ids');
    checkShares(columns);

    this.entryOfText = entriesOfTexts(this.#textStarts, this.#texts.length);
    this.words = linesOf(columns.words);
    this.wordNumbers = columns.wordNumbers;
    if (columns.wordCounts.length !== this.#texts.length) throw damaged('words are not of every title');
    this.wordStarts = startsOf(columns.wordCounts, columns.wordNumbers.length, 'words');
    checkBelow(columns.wordNumbers, this.words.length, 'words');
    if (this.words.some((word, place) => place > 0 && (this.words[place - 1] ?? '') >= word))
      throw damaged('words are not in order');
    this.titleKeys = new SortedHashes(columns.titleHashes, columns.titleTexts, this.#texts.length, 'title keys');
    this.identifierKeys = new SortedHashes(columns.identifierHashes, columns.identifierEntries, this.size, 'id keys');
    this.creatorKeys = new SortedHashes(columns.creatorHashes, columns.creatorNames, this.#names.length, 'name keys');
  }

  /** A title or an alias. */
  text(number: number): string {
    return this.#texts.at(number);
  }

  name(number: number): string {
    return this.#names.at(number);
  }

  /** Number of the text that is an entry's title. */
  titleOf(entry: number): number {
    return this.#textStarts[entry] ?? 0;
  }

  /** Numbers of its title and its aliases. */
  *textsOf(entry: number): Generator<number> {
    for (let text = this.titleOf(entry); text < (this.#textStarts[entry + 1] ?? 0); text += 1) yield text;
  }

  kindOf(entry: number): string {
    return this.kindNames[this.kinds[entry] ?? 0] ?? '';
  }

  yearOf(entry: number): number | null {
    const year = this.#columns.years[entry] ?? NO_YEAR;
    return year === NO_YEAR ? null : year;
  }

  creatorsOf(entry: number): readonly string[] {
    return this.#lists.creators.map(entry, (name) => this.name(name));
  }

  castOf(entry: number): readonly string[] {
    return this.#lists.cast.map(entry, (name) => this.name(name));
  }

  lengthOf(entry: number): number | null {
    const length = this.#columns.lengths[entry] ?? 0;
    return length === 0 ? null : length;
  }

  identifiersOf(entry: number): Readonly<Record<string, string>> {
    const start = this.#lists.identifiers.start(entry);
    const names = this.#lists.identifiers.map(entry, (number) => this.#namespaces[number] ?? '');
    return Object.fromEntries(names.map((name, place) => [name, this.#identifiers.at(start + place)]));
  }

  entry(number: number): CatalogueEntry {
    const title = this.titleOf(number);
    const aliases: string[] = [];
    for (let text = title + 1; text < this.titleOf(number + 1); text += 1) aliases.push(this.text(text));
    return {
      kind: this.kindOf(number),
      title: this.text(title),
      aliases,
      creators: this.creatorsOf(number),
      cast: this.castOf(number),
      year: this.yearOf(number),
      tags: this.#lists.tags.map(number, (tag) => this.#tags[tag] ?? ''),
      length: this.lengthOf(number),
      identifiers: this.identifiersOf(number),
      popularity: shareOf(this.popularities[number] ?? 0),
      crowd: this.#crowdOf(number),
      sources: this.#lists.sources.map(number, (source) => this.#sources[source] ?? ''),
    };
  }

  #crowdOf(entry: number): CatalogueEntry['crowd'] {
    const rating = shareOf(this.#columns.crowdRatings[entry] ?? 0);
    const count = this.#columns.crowdCounts[entry] ?? 0;
    return rating === null && count === 0 ? null : { rating, count: count === 0 ? null : count - 1 };
  }
}

const PER_ENTRY = [
  'years',
  'lengths',
  'popularities',
  'crowdRatings',
  'crowdCounts',
  'textCounts',
  'creatorCounts',
  'castCounts',
  'tagCounts',
  'sourceCounts',
  'identifierCounts',
] as const;

function checkBelow(values: Uint8Array | Uint16Array | Uint32Array, size: number, what: string): void {
  for (const value of values) if (value >= size) throw damaged(`${what} point nowhere`);
}

/** Shares are at most one, and fame never rises. */
function checkShares({ popularities, crowdRatings }: Columns): void {
  let before = Infinity;
  for (const share of popularities) {
    if ((shareOf(share) ?? 0) > 1 || share > before) throw damaged('the famous are not first');
    before = share;
  }
  for (const share of crowdRatings) if ((shareOf(share) ?? 0) > 1) throw damaged('a rating is above one');
}

function entriesOfTexts(textStarts: Uint32Array, length: number): Uint32Array {
  const entries = new Uint32Array(length);
  for (let entry = 0; entry + 1 < textStarts.length; entry += 1)
    entries.fill(entry, textStarts[entry] ?? 0, textStarts[entry + 1] ?? 0);
  return entries;
}
