import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseLength } from '../cells/cell-length';
import { numberIdentifier } from '../cells/identifier-cells';
import type { NamedCells } from '../cells/named-cells';
import { findHeader } from '../containers/csv-table';
import { childText, type MarkupElement } from '../containers/markup-elements';
import { readElements } from '../read-markup';
import { readTable } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** Decimals are allowed; 0 is unrated. */
const SCALE = 10;
const REQUIRED = ['objectname', 'objectid'] as const;

/** Of the flags with 0 and 1. */
const isSet = ({ cell }: NamedCells, name: string): boolean => cell(name) === '1';

const WANTED = ['want', 'wanttobuy', 'wanttoplay', 'preordered'] as const;
/** The last of five priorities: "don't buy this". Whatever is not on the wishlist has priority 3 all the same. */
const DO_NOT_BUY = '5';

function statusOf(cells: NamedCells, isPlayed: boolean): ItemStatus {
  if (isPlayed) return 'finished';
  const isWished = isSet(cells, 'wishlist') && cells.cell('wishlistpriority') !== DO_NOT_BUY;
  return isWished || WANTED.some((name) => isSet(cells, name)) ? 'wanted' : 'none';
}

const SHELVES: readonly (readonly [string, string])[] = [
  ['own', 'owned'],
  ['prevowned', 'previously owned'],
  ['fortrade', 'for trade'],
];

/**
 * Prices, places, dates of purchase and private comments are not looked at. `plays` are the game's, not the copy's: the
 * first copy alone gets them.
 */
function readEntry(cells: NamedCells, known: Set<string>): ImportedRow | string {
  const { file, line, cell, text, rating, year, count, read } = cells;
  const name = titleOf(cell('objectname'));
  const original = titleOf(cell('originalname'));
  const title = name ?? original;
  if (title === null) return 'no name';
  const identifiers = numberIdentifier('bgg', cell('objectid'));
  const id = identifiers.bgg ?? '';
  const isFirstCopy = id === '' || !known.has(id);
  known.add(id);
  const plays = count('numplays') ?? 0;
  const ownRating = rating(SCALE, 'rating');
  const average = rating(SCALE, 'average');
  const owners = count('numowned');
  // The year beside an edition is the edition's.
  const isEditionsYear = cell('version_yearpublished') !== '' && original !== title;
  const note = [text('comment'), text('wishlistcomment')].filter((words) => words !== '').join('\n\n');
  return {
    ...blankRow(file, line, 'board game', title),
    originalTitle: original === title ? null : original,
    year: isEditionsYear ? null : year('yearpublished'),
    length: read((minutes) => parseLength(minutes, 'board game', 'minutes'), 'playingtime'),
    tags: cell('itemtype') === 'expansion' ? ['expansion'] : [],
    shelves: SHELVES.filter(([flag]) => isSet(cells, flag)).map(([, shelf]) => shelf),
    crowd: average === null ? null : { rating: average, count: owners === 0 ? null : owners },
    identifiers,
    url: id === '' ? null : `https://boardgamegeek.com/boardgame/${id}`,
    ownRating,
    status: statusOf(cells, plays > 0 || ownRating !== null),
    note: note === '' ? null : note,
    ...(plays > 0 && isFirstCopy ? { plays } : {}),
  };
}

/** Of the interface's `<item objectid subtype><name/><stats playingtime><rating value/></stats><status own/>…`. */
function findInItem(item: MarkupElement, names: readonly string[]): { name: string; text: string } {
  const [name = ''] = names;
  return { name, text: (TEXTS_OF_ITEM.get(name)?.(item) ?? attributeOf(item, name, 'status')).trim() };
}

function childAt(element: MarkupElement, ...path: readonly string[]): MarkupElement | undefined {
  const [name, ...rest] = path;
  const child = element.children.find((one) => one.name === name);
  return child === undefined || rest.length === 0 ? child : childAt(child, ...rest);
}

const attributeOf = (item: MarkupElement, name: string, ...path: readonly string[]): string =>
  childAt(item, ...path)?.attributes.get(name) ?? '';

/** By the names of the table. */
const TEXTS_OF_ITEM: ReadonlyMap<string, (item: MarkupElement) => string> = new Map([
  ['objectname', (item) => childText(item, 'name')],
  ['originalname', (item) => childText(item, 'originalname')],
  ['objectid', (item) => item.attributes.get('objectid') ?? ''],
  ['yearpublished', (item) => childText(item, 'yearpublished')],
  ['playingtime', (item) => attributeOf(item, 'playingtime', 'stats')],
  ['numowned', (item) => attributeOf(item, 'numowned', 'stats')],
  ['rating', (item) => attributeOf(item, 'value', 'stats', 'rating')],
  ['average', (item) => attributeOf(item, 'value', 'stats', 'rating', 'average')],
  ['numplays', (item) => childText(item, 'numplays')],
  ['comment', (item) => childText(item, 'comment')],
  ['wishlistcomment', (item) => childText(item, 'wishlistcomment')],
  ['itemtype', (item) => (item.attributes.get('subtype') === 'boardgameexpansion' ? 'expansion' : 'standalone')],
]);

/** A collection, as the website's table or as the XML of its API. */
export const boardGameGeek: ImportSource = {
  id: 'boardgamegeek',
  containers: ['table', 'xml'],
  scale: SCALE,
  sniff: ({ container, text, firstRecords }) => {
    if (container === 'xml')
      return /<items\b/.test(text) && /<item\b[^>]*\bobjecttype="thing"[^>]*\bobjectid="\d/.test(text)
        ? { layout: 'XML', confidence: 'certain' }
        : null;
    const header = firstRecords[findHeader(firstRecords, REQUIRED)]?.cells;
    return header === undefined ? null : { layout: `${String(header.length)} columns`, confidence: 'certain' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    const known = new Set<string>();
    for (const { file, layout } of files)
      if (layout === 'XML') await readElements(file, 'item', collector, (cells) => readEntry(cells, known), findInItem);
      else await readTable(file, { required: REQUIRED }, collector, (row) => readEntry(row, known));
    const layouts = new Set(files.map(({ layout }) => layout));
    return collector.reading(`BoardGameGeek collection (${[...layouts].join(', ')})`);
  },
};
