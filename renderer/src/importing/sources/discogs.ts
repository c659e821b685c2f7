import type { ImportedRow } from '../../domain/imported-row';
import { numberIdentifier } from '../cells/identifier-cells';
import { findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const REQUIRED = ['Catalog#', 'Artist', 'Title', 'release_id'] as const;
/** Stars. */
const SCALE = 5;

/** A number tells namesakes apart, a star is another spelling: "The Reeds (2)", "Reeds*". */
const artistOf = (cell: string): string =>
  /^various$/i.test(cell)
    ? 'Various Artists'
    : cell
        .replace(/\s\(\d+\)(?=$|[\s,/&+*])/g, '')
        .replace(/\*(?=$|[\s,])/g, '')
        .trim();

/** Pressed again: its year says nothing of the album's. */
const REISSUE = /\b(?:RE|RM|RP|Reissue|Repress|Remastered|Comp)\b/;
/** The folder in which everything lies first. */
const NO_FOLDER = /^(?:uncategorized|all|)$/i;

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Title'));
  if (title === null) return 'no title';
  const artist = artistOf(row.cell('Artist'));
  const id = row.cell('release_id');
  const isOwned = row.has('CollectionFolder');
  const folder = row.cell('CollectionFolder');
  const ownRating = row.rating(SCALE, 'Rating');
  const note = row.text('Collection Notes', 'Notes');
  return {
    ...blankRow(row.file, row.line, 'album', title),
    creators: artist === '' ? [] : [artist],
    year: REISSUE.test(row.cell('Format')) ? null : row.year('Released'),
    shelves: isOwned ? ['owned', ...(NO_FOLDER.test(folder) ? [] : [folder])] : [],
    identifiers: numberIdentifier('discogs', id),
    url: /^\d+$/.test(id) ? `https://www.discogs.com/release/${id}` : null,
    ownRating,
    status: ownRating !== null ? 'finished' : isOwned ? 'none' : 'wanted',
    addedAt: row.date('Date Added'),
    privateNote: note === '' ? null : note,
  };
}

/** Collection and wantlist; what was paid and in what state a record is, is not taken. */
export const discogs: ImportSource = {
  id: 'discogs',
  containers: ['table'],
  scale: SCALE,
  sniff: ({ firstRecords }) => {
    const header = firstRecords[findHeader(firstRecords, REQUIRED)];
    if (header === undefined) return null;
    return { layout: header.cells.includes('CollectionFolder') ? 'collection' : 'wantlist', confidence: 'certain' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files) await readTable(file, { required: REQUIRED }, collector, readRow);
    const layouts = new Set(files.map(({ layout }) => layout));
    return collector.reading(`Discogs export (${[...layouts].join(', ')})`);
  },
};
