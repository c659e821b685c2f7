import type { Item } from '../domain/item';
import { textExporter } from './exported-file';
import { starNumber } from './line-text';

const BYTE_ORDER_MARK = '\uFEFF';
/** The kind says which of the two. */
const LENGTH_COLUMN = 'Length (minutes or pages)';

/** For spreadsheets: UTF-8 with a byte order mark (Excel guesses otherwise), CRLF, every cell quoted. */
export const exportCsv = textExporter('csv', 'text/csv;charset=utf-8', (_list, lines, options) => {
  const header = [
    'Position',
    'Title',
    'Creators',
    'Year',
    'Kind',
    LENGTH_COLUMN,
    'Tags',
    'Rating (of 5)',
    'Annotation',
    'Note',
    'Link',
    ...(options.includePrivateNotes === true ? ['Private note'] : []),
  ];
  const rows = lines.map(({ position, item, annotation }) => [
    String(position),
    ...facts(item),
    textCell(annotation),
    textCell(item.note ?? ''),
    textCell(item.url ?? ''),
    ...(options.includePrivateNotes === true ? [textCell(item.privateNote ?? '')] : []),
  ]);
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('');
});

/** Numbers are written as they are: a negative year is no formula. */
function facts(item: Item): readonly string[] {
  return [
    textCell(item.title),
    textCell(item.creators.join('; ')),
    item.year === null ? '' : String(item.year),
    textCell(item.kind),
    item.length === null ? '' : String(item.length),
    textCell(item.tags.join('; ')),
    starNumber(item.ownRating),
  ];
}

/** A cell that a spreadsheet would run as a formula is shown as text instead (OWASP, CSV injection). */
export function textCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
