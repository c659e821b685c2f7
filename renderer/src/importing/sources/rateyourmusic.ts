import type { ImportedRow } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { cleanCell } from '../cells/cell-values';
import { numberIdentifier } from '../cells/identifier-cells';
import { decodeEntities } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow } from '../source';
import { tableSource } from '../table-source';

const REQUIRED = ['RYM Album', 'Last Name', 'Title', 'Rating', 'Ownership'] as const;
/** Half stars; 0 is none. */
const SCALE = 10;

/** Spaces before a quotation mark may have made it a part of the cell: `  "a ""fine"" record"`. */
const unquoted = (cell: string): string => /^"(.*?)"?$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;

const wordsOf = (row: TableRow, ...names: readonly string[]): string => cleanCell(decodeEntities(row.cell(...names)));

/** "[b]fine[/b], unlike [Album123,Quay] by [Artist45]" as plain text; null where nothing is left. */
export function reviewText(text: string): string | null {
  const plain = decodeEntities(unquoted(text.trim()))
    .replace(/\[(?:Album|Artist|Genre|Label|Song|Track|Film|List|User)\d+\s*,\s*([^\]]*)\]/gi, '$1')
    .replace(/\[(?:Album|Artist|Genre|Label|Song|Track|Film|List|User)\d+\]/gi, '')
    .replace(/\[spoiler\]/gi, '[spoiler] ')
    .replace(/\[\/spoiler\]/gi, ' [/spoiler]')
    .replace(/\[\/?(?:b|i|u|s|img|url|color|size|tracklist|quote)(?:[=,][^\]]*)?\]/gi, '')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
  return plain === '' ? null : plain;
}

/** A name up to its bracket; it begins only where one can, so that long texts without brackets take no time. */
const WITH_BRACKET = /(?<![^[\]/])([^[\]/]+) \[([^[\]]+)\]/gu;
const OTHER_SCRIPT = /[^\p{Script=Latin}\s\d\p{P}]/u;

/** Bands stand in the last name; what is written in another script comes once more in Latin letters. */
function creatorOf(row: TableRow): string {
  const latin = [wordsOf(row, 'First Name localized'), wordsOf(row, 'Last Name localized')].join(' ').trim();
  if (latin !== '') return latin;
  // Since 2022 it stands in brackets behind the other: "千尋 [Chihiro]".
  return [wordsOf(row, 'First Name'), wordsOf(row, 'Last Name')]
    .join(' ')
    .trim()
    .replace(WITH_BRACKET, (whole: string, name: string, latin: string) => (OTHER_SCRIPT.test(name) ? latin : whole));
}

const SHELVES: ReadonlyMap<string, string> = new Map([
  ['o', 'owned'],
  ['u', 'used to own'],
]);

function readRow(row: TableRow): ImportedRow | string {
  const title = wordsOf(row, 'Title');
  if (title === '') return 'no title';
  const creator = creatorOf(row);
  const ownRating = row.rating(SCALE, 'Rating');
  const ownership = row.cell('Ownership').toLowerCase();
  const shelf = SHELVES.get(ownership);
  const status: ItemStatus = ownRating !== null ? 'finished' : ownership === 'w' ? 'wanted' : 'none';
  const heading = reviewText(row.text('Review Title'));
  const review = reviewText(row.text('Review'));
  return {
    ...blankRow(row.file, row.line, 'album', title),
    creators: creator === '' ? [] : [creator],
    year: row.year('Release_Date', 'Release Date'),
    shelves: shelf === undefined ? [] : [shelf],
    identifiers: numberIdentifier('rateyourmusic', row.cell('RYM Album')),
    ownRating,
    status,
    addedAt: row.date('Purchase Date'),
    note: [heading, review].filter((text) => text !== null).join('\n\n') || null,
  };
}

export const rateyourmusic = tableSource({
  id: 'rateyourmusic',
  scale: SCALE,
  required: REQUIRED,
  layout: 'ratings',
  label: 'Rate Your Music export',
  dates: ['Purchase Date'],
  read: readRow,
});
