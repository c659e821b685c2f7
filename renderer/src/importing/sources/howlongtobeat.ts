import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { textOfHtml } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

const SCALE = 100;
const REQUIRED = ['Title', 'Platform', 'Playing', 'Backlog', 'Completed', 'Retired'] as const;

/** `X` marks a list; `--` is nothing. */
const isMarked = (cell: string): boolean => /^x$/i.test(cell);
const filled = (cell: string): string => (/^-+$/.test(cell) ? '' : cell);

/** The further along, whatever other lists it is on too. */
function statusOf(row: TableRow): ItemStatus {
  const is = (name: string): boolean => isMarked(row.cell(name));
  if (is('Completed')) return 'finished';
  if (is('Retired')) return 'abandoned';
  // Whoever plays it again has finished it once.
  if (is('Replay')) return 'finished';
  if (is('Playing')) return 'in-progress';
  return is('Backlog') ? 'wanted' : 'none';
}

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Title'));
  if (title === null) return 'no title';
  const notes = ['Review Notes', 'General Notes', 'Retired Notes'].map((name) => filled(row.text(name)));
  return {
    ...blankRow(row.file, row.line, 'game', title),
    ownRating: row.rating(SCALE, 'Review'),
    status: statusOf(row),
    finishedAt: row.date('Completion Date'),
    addedAt: row.date('Added'),
    note: textOfHtml(notes.filter((note) => note !== '').join('\n\n')),
  };
}

/** The lists of games of an account; a game on several platforms has a row for each. */
export const howLongToBeat = tableSource({
  id: 'howlongtobeat',
  scale: SCALE,
  required: REQUIRED,
  layout: 'games',
  label: 'HowLongToBeat games',
  dates: ['Start Date', 'Completion Date', 'Added', 'Updated'],
  read: readRow,
});
