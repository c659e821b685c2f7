import { parseDate } from '../cells/cell-dates';
import { cleanCell } from '../cells/cell-values';
import type { SourceFile } from '../containers/source-file';
import { blankRow, RowCollector, type ImportSource } from '../source';
import { HighlightedThings } from './highlighted-things';
import { clippedBook } from './kindle-title';

const SEPARATOR = /^={8,}\s*$/;
/** "- Your Highlight on page 84 | Location 1021 | Added on …" in any language: a dash, and the parts between bars. */
const ABOUT = /^[-–—]\s.*\S/;
const EAST_ASIAN_DAY = /(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]/u;
const MAX_WORDS_BEFORE_DATE = 6;

/** The day in "Added on Thursday, December 7, 2023 2:00:59 AM", whatever the language; null where it has none. */
export function clippedAt(about: string): number | null {
  const eastAsian = EAST_ASIAN_DAY.exec(about)?.[0];
  if (eastAsian !== undefined) return parseDate(eastAsian);
  const words = cleanCell(about.split('|').at(-1)).split(' ');
  for (let from = 0; from <= MAX_WORDS_BEFORE_DATE && from < words.length; from += 1) {
    const at = parseDate(words.slice(from).join(' '));
    if (at !== null) return at;
  }
  return null;
}

interface Clipping {
  readonly line: number;
  /** The line that names the book, or '' */
  readonly book: string;
  readonly about: string;
}

/** The records between the lines of equals signs. Each begins with a byte-order mark. */
async function* clippingsOf(file: SourceFile): AsyncGenerator<Clipping> {
  let record: { line: number; readonly lines: string[] } = { line: 0, lines: [] };
  const found = (): Clipping | null =>
    record.lines.length === 0 ? null : { line: record.line, book: record.lines[0] ?? '', about: record.lines[1] ?? '' };
  for await (const lines of file.lines())
    for (const { line, text } of lines) {
      const content = cleanCell(text.replaceAll('\uFEFF', ''));
      if (SEPARATOR.test(content)) {
        const clipping = found();
        if (clipping !== null) yield clipping;
        record = { line: 0, lines: [] };
        // Beyond the first two lines it is the text of the book.
      } else if (record.lines.length < 2 && content !== '') {
        if (record.lines.length === 0) record.line = line;
        record.lines.push(content);
      }
    }
  const last = found();
  if (last !== null) yield last;
}

/** "My Clippings.txt" of a Kindle: which books were marked and when. The passages themselves are not taken. */
export const kindle: ImportSource = {
  id: 'kindle',
  containers: ['text', 'table'],
  scale: null,
  sniff: ({ text }) => {
    // Some begin with the line that ends a record.
    const [first = '', second = ''] = text.replace(/^(?:[\s\uFEFF]|={8,})+/, '').split(/\r\n?|\n/, 2);
    const isOwn = /^={8,}\s*$/m.test(text) && first.trim() !== '' && ABOUT.test(second.replaceAll('\uFEFF', ''));
    return isOwn ? { layout: 'clippings', confidence: 'certain' } : null;
  },
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const asked = new HighlightedThings(answers).question;
    for (const { file } of files) {
      const books = new HighlightedThings(answers);
      for await (const { line, book, about } of clippingsOf(file)) {
        const clipped = ABOUT.test(about) ? clippedBook(book) : null;
        if (clipped === null) {
          collector.skip(
            file.path,
            line,
            ABOUT.test(about) ? 'named like a file, without a title' : 'no clipping',
            book,
          );
          continue;
        }
        books.add(
          book,
          (known) => ({ ...(known ?? blankRow(file.path, line, 'book', clipped.title)), ...clipped }),
          clippedAt(about),
        );
      }
      collector.joinedCount += books.furtherCount;
      collector.add([...books.rows]);
    }
    return collector.reading('Kindle clippings', { questions: [asked] });
  },
};
