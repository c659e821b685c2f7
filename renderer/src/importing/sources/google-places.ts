import type { ImportedRow } from '../../domain/imported-row';
import { cleanCell, cleanText, splitList } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import { tagsAndShelves } from '../cells/shelves';
import { columnReader, headerKey, type ColumnReader } from '../containers/csv-table';
import type { CsvRecord } from '../containers/csv-records';
import type { FileHead, SourceFile } from '../containers/source-file';
import { readJson } from '../read-json';
import { blankRow, RowCollector, type ImportSource } from '../source';
import { isCoordinates, isMapsAddress, placeIdentifiers, placeNameIn } from './google-maps-link';
import { linkRow } from './link-row';

const LIST = 'list';
const STARRED = 'starred places';
const REVIEWS = 'reviews';

const SCALE = 5;

/** All that a list has: tables of links with more columns are others'. */
const LIST_COLUMNS = new Set(['title', 'note', 'url', 'tags', 'comment', '']);

interface ListHeader {
  /** Title, note, address of each record, whatever the language of the header. */
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The header of a list: a description of any number of lines may stand above it. One in another language is known by
 * the addresses below it.
 */
function listHeader({ firstRecords }: FileHead): ListHeader | null {
  const said = firstRecords.find(({ cells }) => {
    const keys = new Set(cells.map(headerKey));
    return (
      ['title', 'note', 'url'].every((key) => keys.has(key)) &&
      (keys.has('comment') || keys.has('tags')) &&
      [...keys].every((key) => LIST_COLUMNS.has(key))
    );
  });
  if (said !== undefined) return said;
  const first = firstRecords.findIndex(({ cells }) => cells.some(isMapsAddress));
  const column = firstRecords[first]?.cells.findIndex(isMapsAddress) ?? -1;
  const width = firstRecords[first]?.cells.length ?? 0;
  const header = firstRecords.slice(0, Math.max(first, 0)).findLast(({ cells }) => cells.length === width);
  const below = firstRecords.slice(first).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const isList = below.filter(({ cells }) => isMapsAddress(cells[column] ?? '')).length * 2 > below.length;
  if (header === undefined || column !== 2 || (width !== 4 && width !== 5) || !isList) return null;
  return { line: header.line, cells: ['Title', 'Note', 'URL', ...(width === 5 ? ['Tags'] : []), 'Comment'] };
}

/** The name of a list is that of its file: "Takeout/Saved/Lisbon(1).csv". */
function listName(path: string): string {
  const name = /([^/]*)\.csv$/i.exec(path)?.[1] ?? '';
  return cleanCell(name.replace(/\s?\(\d+\)$/, ''));
}

// Lists that everybody has, as Google calls them.
const DEFAULT_LIST = /^(?:default list|standardliste|liste par défaut|lista predeterminada|saved|)$/i;
const WANT_TO_GO =
  /^(?:want to go|möchte ich hin|à visiter|envie d'y aller|quiero ir|quero (?:ir|visitar)|da visitare|voglio andarci|wil ik (?:heen|naartoe)|chcę odwiedzić|vill besöka|хочу посетить|行ってみたい|想去(?:的地方)?|가고 싶은 곳)$/iu;
const FAVOURITES =
  /^(?:favou?rites?(?: places)?|lieblingsorte|favoriten|favoris|(?:lugares )?favoritos|preferiti|favorieten|ulubione|избранное|お気に入り|收藏|즐겨찾기)$/iu;

const paragraphs = (...texts: readonly string[]): string | null =>
  [...new Set(texts.filter((text) => text !== ''))].join('\n\n') || null;

const PIN =
  /^(?:dropped pin|pin|markierung|gesetzte markierung|repère placé|marcador(?: colocado)?|pin inserito|ピン|no title)$/iu;
const MAX_TITLE_FROM_NOTE = 80;

/** What a place is called: a pin by its address, by the owner's own words or not at all. */
function nameOf(title: string, url: string, address: string, note: string): string | null {
  for (const name of [title, placeNameIn(url) ?? '', address])
    if (name !== '' && !PIN.test(name) && !isCoordinates(name)) return name;
  const [first = ''] = note.split('\n');
  return first === '' || first.length > MAX_TITLE_FROM_NOTE ? null : cleanCell(first);
}

const NAMELESS = 'a pin on the map without a name or an address';

const webUrl = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);

/** Lists may hold pages of the web beside places. */
function readEntry(
  file: SourceFile,
  columns: ColumnReader,
  record: CsvRecord,
  name: string,
  collector: RowCollector,
): ImportedRow | string {
  const url = columns.cell(record, 'URL');
  const title = columns.cell(record, 'Title');
  const textOf = (column: string): string => cleanText(columns.find(record, [column])?.text);
  const note = paragraphs(textOf('Note'), textOf('Comment'));
  const shelved = tagsAndShelves(DEFAULT_LIST.test(name) ? [] : [name]);
  const facts: Partial<ImportedRow> = {
    ...shelved,
    tags: [...shelved.tags, ...splitList(columns.cell(record, 'Tags'))],
    status: WANT_TO_GO.test(name) ? 'wanted' : 'none',
    liked: FAVOURITES.test(name),
    note,
  };
  if (url !== '' && !isMapsAddress(url))
    return linkRow({ file: file.path, line: record.line, address: url, title, kind: 'link' }, facts, collector);
  const called = nameOf(title, url, '', note ?? '');
  if (called === null) return NAMELESS;
  return {
    ...blankRow(file.path, record.line, 'place', called),
    ...facts,
    note: note === called ? null : note,
    identifiers: placeIdentifiers(url),
    url: webUrl(url),
  };
}

async function readList(file: SourceFile, collector: RowCollector): Promise<void> {
  const header = listHeader(file);
  if (header === null) return;
  const columns = columnReader(header.cells);
  const name = listName(file.path);
  const warn = (warning: string): void => {
    collector.warn(file.path, warning);
  };
  for await (const records of file.records({ warn }))
    for (const record of records)
      if (record.line > header.line)
        collector.take(file.path, header.cells, record, () => readEntry(file, columns, record, name, collector));
}

/** One of several spellings: those until 2023 are words, later ones are keys. */
const either = (json: JsonReader, ...paths: readonly (readonly string[])[]): readonly string[] =>
  paths.find((path) => json.text(...path) !== '') ?? [];

function readFeature(file: SourceFile, place: number, json: JsonReader, isReview: boolean): ImportedRow | string {
  const properties = json.at('properties');
  const text = (...paths: readonly (readonly string[])[]): string => properties.text(...either(properties, ...paths));
  const url = text(['Google Maps URL'], ['google_maps_url']);
  const address = text(['Location', 'Address'], ['location', 'address']);
  const title = text(['Title'], ['Location', 'Business Name'], ['location', 'name']);
  const at = properties.date(...either(properties, ['Published'], ['date']));
  const review = ['Review Comment', 'review_text_published', 'Comment']
    .slice(0, isReview ? 2 : 0)
    .map((key) => properties.note(key))
    .find((said) => said !== null);
  const called = nameOf(title, url, address, '');
  if (called === null) return NAMELESS;
  const row: ImportedRow = {
    ...blankRow(file.path, place, 'place', called),
    identifiers: placeIdentifiers(url),
    url: webUrl(url),
    addedAt: at,
    // Where it is; nothing else holds that.
    privateNote: address === '' || address === called ? null : address,
  };
  if (!isReview) return { ...row, shelves: ['Starred places'] };
  const ownRating = properties.rating(
    SCALE,
    ...either(properties, ['five_star_rating_published'], ['Star Rating'], ['star_rating']),
  );
  return { ...row, ownRating, ratedAt: ownRating === null ? null : at, status: 'finished', note: review ?? null };
}

async function readFeatures(file: SourceFile, isReview: boolean, collector: RowCollector): Promise<void> {
  await readJson(file, ['features'], collector, (json, place) => readFeature(file, place, json, isReview));
}

const LABELS_IN_PATH = /(?:^|\/)(?:labell?ed places|beschriftete orte|gekennzeichnete orte)[^/]*$/i;
const HOME_OR_WORK =
  /"name"\s*:\s*"(?:home|work|zuhause|arbeit|domicile|maison|travail|casa|trabajo|lavoro|trabalho|thuis|werk|dom|praca|自宅|職場|家|公司)"/iu;

function sniffJson({ path, text }: FileHead): ReturnType<ImportSource['sniff']> {
  if (!/"FeatureCollection"/.test(text)) return null;
  if (/"(?:Google Maps URL|google_maps_url)"/.test(text))
    return {
      layout: /"(?:Star Rating|five_star_rating_published|Review Comment|review_text_published)"/.test(text)
        ? REVIEWS
        : STARRED,
      confidence: 'certain',
    };
  if (LABELS_IN_PATH.test(path) || HOME_OR_WORK.test(text))
    return {
      layout: 'labelled places',
      confidence: 'likely',
      refusal:
        'labelled places of Google Maps: where you live and work, which is never read. Saved lists and starred places can be imported',
    };
  return null;
}

/** Takeout of Google Maps: lists (Saved/NAME.csv), starred places and reviews (GeoJSON). */
export const googlePlaces: ImportSource = {
  id: 'google-places',
  containers: ['table', 'text', 'json'],
  scale: SCALE,
  sniff: (file) => {
    if (file.container === 'json') return sniffJson(file);
    if (listHeader(file) === null) return null;
    const isGoogle = file.firstRecords.some(({ cells }) => cells.some(isMapsAddress));
    return { layout: LIST, confidence: isGoogle ? 'certain' : 'likely' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      if (layout === LIST) await readList(file, collector);
      else await readFeatures(file, layout === REVIEWS, collector);
    return collector.reading(`Google Maps (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
