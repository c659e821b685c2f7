import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseLength } from '../cells/cell-length';
import { cleanCell, parseCount, parseRating, parseYear } from '../cells/cell-values';
import { numberIdentifier } from '../cells/identifier-cells';
import { findHeader } from '../containers/csv-table';
import type { SourceFile } from '../containers/source-file';
import { elementsOf, type MarkupElement } from '../containers/markup-elements';
import { readTable } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** Decimals are allowed; 0 is unrated. */
const SCALE = 10;
const REQUIRED = ['objectname', 'objectid'] as const;

/** What either form of a collection says of a game, by the names of the table. */
interface Entry {
  readonly file: string;
  readonly line: number;
  readonly cell: (name: string) => string;
  /** Of the flags with 0 and 1. */
  readonly is: (name: string) => boolean;
  readonly text: (name: string) => string;
}

const WANTED = ['want', 'wanttobuy', 'wanttoplay', 'preordered'] as const;
/** The last of five priorities: "don't buy this". Whatever is not on the wishlist has priority 3 all the same. */
const DO_NOT_BUY = '5';

function statusOf({ cell, is }: Entry, isPlayed: boolean): ItemStatus {
  if (isPlayed) return 'finished';
  const isWished = is('wishlist') && cell('wishlistpriority') !== DO_NOT_BUY;
  return isWished || WANTED.some(is) ? 'wanted' : 'none';
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
function readEntry(entry: Entry, known: Set<string>): ImportedRow | string {
  const { file, line, cell, is, text } = entry;
  const name = titleOf(cell('objectname'));
  const original = titleOf(cell('originalname'));
  const title = name ?? original;
  if (title === null) return 'no name';
  const identifiers = numberIdentifier('bgg', cell('objectid'));
  const id = identifiers.bgg ?? '';
  const isFirstCopy = id === '' || !known.has(id);
  known.add(id);
  const plays = parseCount(cell('numplays')) ?? 0;
  const ownRating = parseRating(cell('rating'), SCALE);
  const average = parseRating(cell('average'), SCALE);
  const owners = parseCount(cell('numowned'));
  // The year beside an edition is the edition's.
  const isEditionsYear = cell('version_yearpublished') !== '' && original !== title;
  const note = [text('comment'), text('wishlistcomment')].filter((words) => words !== '').join('\n\n');
  return {
    ...blankRow(file, line, 'board game', title),
    originalTitle: original === title ? null : original,
    year: isEditionsYear ? null : parseYear(cell('yearpublished')),
    length: parseLength(cell('playingtime'), 'board game', 'minutes'),
    tags: cell('itemtype') === 'expansion' ? ['expansion'] : [],
    shelves: SHELVES.filter(([flag]) => is(flag)).map(([, shelf]) => shelf),
    crowd: average === null ? null : { rating: average, count: owners === 0 ? null : owners },
    identifiers,
    url: id === '' ? null : `https://boardgamegeek.com/boardgame/${id}`,
    ownRating,
    status: statusOf(entry, plays > 0 || ownRating !== null),
    note: note === '' ? null : note,
    ...(plays > 0 && isFirstCopy ? { plays } : {}),
  };
}

/** The interface's: `<item objectid subtype><name/><stats playingtime><rating value/></stats><status own/>…`. */
function entryOfElement(file: string, item: MarkupElement): Entry {
  const find = (element: MarkupElement, ...path: readonly string[]): MarkupElement | undefined => {
    const [name, ...rest] = path;
    const child = element.children.find((one) => one.name === name);
    return child === undefined || rest.length === 0 ? child : find(child, ...rest);
  };
  const attribute = (name: string, ...path: readonly string[]): string =>
    find(item, ...path)
      ?.attributes.get(name)
      ?.trim() ?? '';
  const texts: ReadonlyMap<string, () => string> = new Map([
    ['objectname', () => find(item, 'name')?.text ?? ''],
    ['originalname', () => find(item, 'originalname')?.text ?? ''],
    ['objectid', () => item.attributes.get('objectid') ?? ''],
    ['yearpublished', () => find(item, 'yearpublished')?.text ?? ''],
    ['playingtime', () => attribute('playingtime', 'stats')],
    ['numowned', () => attribute('numowned', 'stats')],
    ['rating', () => attribute('value', 'stats', 'rating')],
    ['average', () => attribute('value', 'stats', 'rating', 'average')],
    ['numplays', () => find(item, 'numplays')?.text ?? ''],
    ['comment', () => find(item, 'comment')?.text ?? ''],
    ['wishlistcomment', () => find(item, 'wishlistcomment')?.text ?? ''],
    ['itemtype', () => (item.attributes.get('subtype') === 'boardgameexpansion' ? 'expansion' : 'standalone')],
  ]);
  const text = (name: string): string => (texts.get(name)?.() ?? attribute(name, 'status')).trim();
  return {
    file,
    line: item.line,
    cell: (name) => cleanCell(text(name)),
    text,
    is: (name) => text(name) === '1',
  };
}

async function readXml(file: SourceFile, collector: RowCollector, known: Set<string>): Promise<void> {
  for await (const items of elementsOf(file.tokens(), 'item'))
    for (const item of items) {
      const entry = entryOfElement(file.path, item);
      collector.put(file.path, item.line, [entry.cell('objectid')], readEntry(entry, known));
    }
}

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
      if (layout === 'XML') await readXml(file, collector, known);
      else
        await readTable(file, { required: REQUIRED }, collector, (row) =>
          readEntry(
            {
              ...row,
              cell: (name) => row.cell(name),
              text: (name) => row.text(name),
              is: (name) => row.cell(name) === '1',
            },
            known,
          ),
        );
    const layouts = new Set(files.map(({ layout }) => layout));
    return collector.reading(`BoardGameGeek collection (${[...layouts].join(', ')})`);
  },
};
