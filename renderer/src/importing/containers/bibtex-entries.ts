import type { TextLine } from './source-file';

/** An entry of a BibTeX file: `@book{key, title = {Salt Roads}, year = 1970}`. */
export interface BibtexEntry {
  /** 1-based line that it starts at. */
  readonly line: number;
  /** "book", in lower case. */
  readonly type: string;
  /** By names in lower case, as they stand, without the marks around them. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Characters; what is longer has lost a brace. */
const MAX_ENTRY = 200_000;

/** Which entries a file holds, one after the other; between them any text is a comment. */
export async function* bibtexEntries(
  batches: AsyncIterable<readonly TextLine[]>,
): AsyncIterable<readonly BibtexEntry[]> {
  const strings = new Map<string, string>();
  let open: { readonly line: number; text: string; depth: number } | null = null;
  for await (const lines of batches) {
    const entries: BibtexEntry[] = [];
    for (const { line, text } of lines) {
      const starts = /^\s*@\s*\w+\s*[{(]/.test(text);
      // An entry begins on a line of its own: one without its last brace ends there.
      if (open === null || (starts && open.depth > 0 && text.startsWith('@'))) {
        if (open !== null) take(open.line, open.text, strings, entries);
        open = starts ? { line, text: '', depth: 0 } : null;
      }
      if (open === null) continue;
      open.text += `${text}\n`;
      open.depth += braces(text);
      if (open.depth > 0 && open.text.length < MAX_ENTRY) continue;
      take(open.line, open.text, strings, entries);
      open = null;
    }
    yield entries;
  }
  if (open !== null) {
    const entries: BibtexEntry[] = [];
    take(open.line, open.text, strings, entries);
    yield entries;
  }
}

/** Opened less closed; "\{" is a character. */
function braces(text: string): number {
  let depth = 0;
  for (const [, mark] of text.matchAll(/\\.|([{}])/g)) depth += mark === '{' ? 1 : mark === '}' ? -1 : 0;
  return depth;
}

function take(line: number, text: string, strings: Map<string, string>, entries: BibtexEntry[]): void {
  const [start = '', type = ''] = /^\s*@\s*(\w+)\s*[{(]/.exec(text) ?? [];
  const kind = type.toLowerCase();
  if (kind === '' || kind === 'comment' || kind === 'preamble') return;
  const fields = fieldsOf(text.slice(start.length), strings);
  if (kind === 'string') for (const [name, value] of fields) strings.set(name, value);
  else entries.push({ line, type: kind, fields });
}

const FIELD = /\s*,?\s*([\w:-]+)\s*=\s*/y;

function fieldsOf(text: string, strings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  // The key stands first, unless it is a string.
  let at = /^[^,={}"]*,/.exec(text)?.[0].length ?? 0;
  for (;;) {
    FIELD.lastIndex = at;
    const found = FIELD.exec(text);
    if (found === null) return fields;
    const value = valueAt(text, FIELD.lastIndex, strings);
    const name = (found[1] ?? '').toLowerCase();
    if (!fields.has(name)) fields.set(name, value.text);
    at = value.end;
  }
}

/** A value in braces or quotation marks, a number, a name of a string, or several with "#" between. */
function valueAt(
  text: string,
  start: number,
  strings: ReadonlyMap<string, string>,
): { readonly text: string; readonly end: number } {
  let [said, at] = ['', start];
  for (;;) {
    const mark = text[at];
    if (mark === '{' || mark === '"') {
      const end = closing(text, at, mark);
      said += text.slice(at + 1, end);
      at = end + 1;
    } else {
      const word = /[^\s,}#]*/y;
      word.lastIndex = at;
      const bare = word.exec(text)?.[0] ?? '';
      said += strings.get(bare.toLowerCase()) ?? bare;
      at += bare.length;
    }
    const join = /\s*#\s*/y;
    join.lastIndex = at;
    const joined = join.exec(text)?.[0].length ?? 0;
    if (joined === 0) return { text: said, end: at };
    at += joined;
  }
}

/** Where the value that begins at `start` ends. */
function closing(text: string, start: number, mark: string): number {
  let depth = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const next = text[at];
    if (next === '\\') at += 1;
    else if (next === '{') depth += 1;
    else if (next === '}' && mark === '{' && depth === 0) return at;
    else if (next === '}') depth -= 1;
    else if (next === '"' && mark === '"' && depth === 0) return at;
  }
  return text.length;
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
]);
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ss', 'ß'],
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['OE', 'Œ'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['i', 'ı'],
  ['j', 'ȷ'],
  ['textendash', '–'],
  ['textemdash', '—'],
]);

/** LaTeX's spelling of a text as the text: "Val{\'e}ncia \& {Murcia}" is "Valéncia & Murcia". */
export const withoutLatex = (text: string): string =>
  text
    .replace(
      /\\([`'^~=."]|[urHvdck](?![A-Za-z]))\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/g,
      (whole, mark: string, one?: string, other?: string) => `${one ?? other ?? ''}${MARKS.get(mark) ?? whole}`,
    )
    .replace(
      /\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|i|j|textendash|textemdash)(?:\{\}|\s+|(?![A-Za-z]))/g,
      (whole, name: string) => LETTERS.get(name) ?? whole,
    )
    .replace(/\\(?:emph|textit|textbf|textsc|texttt|url|href|mkbibquote)\s*(?=\{)/g, '')
    .replace(/\\([&%$#_{}])/g, (_whole, mark: string) => (mark === '{' || mark === '}' ? '' : mark))
    .replace(/(?<!\\)~/g, ' ')
    .replace(/---?/g, (dash) => (dash === '---' ? '—' : '–'))
    .replace(/[{}]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
