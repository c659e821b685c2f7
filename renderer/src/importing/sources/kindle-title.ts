import type { Series } from '../../domain/item-values';
import { makersOf } from '../cells/maker-cells';
import { lastBracket, splitTitle } from './goodreads-title';

export interface ClippedBook {
  readonly title: string;
  readonly creators: readonly string[];
  readonly series: Series | null;
}

/** "Title (Ann Vole)" without and with its last bracket; null where none ends it. */
function lastGroup(text: string): { readonly before: string; readonly inside: string } | null {
  const open = lastBracket(text);
  return open > 0 ? { before: text.slice(0, open).trim(), inside: text.slice(open + 1, -1).trim() } : null;
}

/** Where a file was got from, and which of several copies it is. */
const OF_THE_FILE =
  /^(?:z-?lib(?:rary)?(?:\.\w+)?|libgen.*|anna['’]s archive|b-ok\.\w+|www\..*|\d{1,2}|epub|pdf|mobi|retail)$/i;
const EXTENSION = /\.(?:pdf|epub|mobi|azw3?|txt|docx?|html?|prc|kfx)$/i;
/** "go-1984-3", "meeting_notes_final": no spaces, and parts as files have them. */
const FILE_NAME = /^[\p{Ll}\d]+(?:[-_.][\p{L}\d]+){2,}$|^\S*_\S*$|^\d+$/u;

const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/**
 * The line that names a clipping's book: "Title (Series 2) (Ann Vole) (Z-Library) (Vole, Ann)". null where it is the
 * name of a file and no title.
 */
export function clippedBook(line: string): ClippedBook | null {
  let text = line.trim();
  let author = '';
  let series: Series | null = null;
  for (let group = lastGroup(text); group !== null; group = lastGroup(text)) {
    const { before, inside } = group;
    const known = wordsOf(author);
    const isAuthorAgain = known.length > 0 && wordsOf(inside).some((word) => known.includes(word));
    if (!OF_THE_FILE.test(inside) && !isAuthorAgain) {
      if (author !== '') {
        const numbered = /^(?!(?:book|vol\.?|volume)\b)(.*\S)\s+(\d{1,2})$/i.exec(inside);
        if (numbered === null) break;
        series = { name: numbered[1] ?? '', position: Number(numbered[2]) };
      } else author = inside;
    }
    text = before;
  }
  // A bracket that was cut off, the end of a file's name, and marks that no name of a file can hold.
  text = text
    .replace(/\s*\(\s*[^()]*$/, '')
    .replace(EXTENSION, '')
    .replace(/(?<=\p{L})_ (?=\p{L})/gu, ': ')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if (text === '' || FILE_NAME.test(text) || (author === '' && EXTENSION.test(line))) return null;
  const split = splitTitle(text);
  return {
    title: split.title,
    creators: makersOf(author.replace(/\s*\[[^\]]*\]|\s+etc\.?$/g, ''), { named: 'people', order: 'last-first' }),
    series: series ?? split.series,
  };
}
