import type { ImportedRow } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { splitList } from '../cells/cell-values';
import { namedCells, type NamedCells } from '../cells/named-cells';
import { isbnIdentifiers } from '../cells/identifier-cells';
import { parseLength } from '../cells/cell-length';
import { placedSeries, seriesOf } from '../cells/series-cell';
import { statusOfWord } from '../cells/status-words';
import { withSubtitle } from '../cells/title-cells';
import { UnreadCells } from '../cells/unread-cells';
import { readAddress } from '../cells/web-address';
import { bibtexEntries, withoutLatex, type BibtexEntry } from '../containers/bibtex-entries';
import { namesKeys, readJson } from '../read-json';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { readCitation } from './csl-json';

/** JabRef's stars. */
const SCALE = 5;

const BOOKS = /^(?:mv)?(?:book|collection|proceedings|reference)$|^(?:booklet|manual)$/;
const KINDS: ReadonlyMap<string, string> = new Map([
  ['movie', 'movie'],
  ['video', 'video'],
  ['music', 'album'],
  ['audio', 'album'],
  ['software', 'link'],
  ['online', 'article'],
  ['www', 'article'],
]);

/** What stands in a part of a book is of that kind, too, where the part has no name of its own. */
function kindOf({ type, fields }: BibtexEntry): string {
  if (BOOKS.test(type) || (/^in(?:book|collection|reference)$/.test(type) && !fields.has('booktitle'))) return 'book';
  return (
    KINDS.get(type) ?? (fields.has('isbn') && !fields.has('journal') && !fields.has('booktitle') ? 'book' : 'article')
  );
}

/** "Vole, Ann and {Reed Works} and Bo Quill and others" */
function peopleOf(field: string): readonly string[] {
  const names: string[] = [];
  let [depth, from] = [0, 0];
  const parts: string[] = [];
  for (const { 0: mark, index } of field.matchAll(/\\.|[{}]|\s+and\s+/gi))
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else if (/^\s/.test(mark) && depth === 0) {
      parts.push(field.slice(from, index));
      from = index + mark.length;
    }
  parts.push(field.slice(from));
  for (const part of parts) {
    const isWhole = /^\s*\{[^{}]*\}\s*$/.test(part);
    const name = withoutLatex(part);
    const [last = '', ...first] = isWhole ? [name] : name.split(/\s*,\s*/);
    // "Vole, Jr., Ann" has the suffix in the middle.
    const [given = '', suffix = ''] = first.toReversed();
    const whole = [given, last].filter((word) => word !== '').join(' ');
    const full = suffix === '' ? whole : `${whole}, ${suffix}`;
    if (full !== '' && !/^others$/i.test(full)) names.push(full);
  }
  return [...new Set(names)];
}

const listOf = (cell: string): readonly string[] => splitList(cell, /[,;]/);

function readEntry(entry: BibtexEntry, cells: NamedCells): ImportedRow | string {
  const title = titleOf(cells.cell('title') || cells.cell('booktitle'));
  if (title === null) return 'no title';
  const kind = kindOf(entry);
  const people = peopleOf(entry.fields.get('author') ?? '');
  const ownRating = cells.read((text) => {
    const stars = /^rank([1-5])$/i.exec(text)?.[1] ?? /^[1-5]$/.exec(text)?.[0];
    return stars === undefined ? null : Number(stars) / SCALE;
  }, 'ranking');
  const said = statusOfWord(cells.cell('readstatus', 'read').replace(/^skimmed$/i, 'read'));
  const address = readAddress(cells.cell('url'));
  const privateNote = cells.text('annote', 'annotation');
  const series = kind === 'book' ? seriesOf(cells.cell('series')) : null;
  const status: ItemStatus = said === 'none' && ownRating !== null ? 'finished' : said;
  return {
    ...blankRow(cells.file, cells.line, kind, withSubtitle(title, cells.cell('subtitle'))),
    creators: people.length > 0 ? people : peopleOf(entry.fields.get('editor') ?? ''),
    year: cells.year('year') ?? cells.year('date'),
    length: kind === 'book' ? parseLength(cells.cell('pagetotal', 'numpages'), kind, 'pages') : null,
    tags: listOf(cells.cell('keywords')),
    shelves: listOf(cells.cell('groups')),
    // Looked up only where it is needed: a volume of something else may be no number.
    series: series?.position === null ? placedSeries(series, cells.number('volume', 'number')) : series,
    identifiers: kind === 'book' ? isbnIdentifiers([cells.cell('isbn')]) : {},
    ownRating,
    status,
    addedAt: cells.date('date-added', 'timestamp', 'creationdate'),
    url: 'url' in address ? address.url : null,
    privateNote: privateNote === '' ? null : privateNote,
  };
}

/** Lists of books and papers of JabRef, Zotero, Mendeley and every writer of papers. Abstracts are not read. */
export const bibtex: ImportSource = {
  id: 'bibtex',
  containers: ['text', 'table', 'json'],
  scale: SCALE,
  sniff: ({ container, text }) => {
    if (container === 'json')
      return namesKeys(text, 'issued', 'date-parts', 'type') ? { layout: 'citations', confidence: 'certain' } : null;
    return /^\s*@(?:\w*book|article|in\w+|misc|online|\w*collection|\w+thesis|techreport|report|proceedings|manual|unpublished|string|comment|preamble)\s*[{(]/im.test(
      text,
    ) && /^[^\n]*=\s*(?:["{]|\d)/m.test(text)
      ? { layout: 'entries', confidence: 'certain' }
      : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files) {
      if (layout === 'citations') {
        await readJson(file, [], collector, (json, line) => readCitation(file.path, line, json));
        continue;
      }
      const unread = new UnreadCells(file.path);
      for await (const entries of bibtexEntries(file.lines()))
        for (const entry of entries) {
          const find = (names: readonly string[]): { name: string; text: string } | null => {
            const name = names.find((one) => entry.fields.has(one));
            return name === undefined ? null : { name, text: withoutLatex(entry.fields.get(name) ?? '') };
          };
          const cells = namedCells({ file: file.path, line: entry.line, find, unread });
          collector.put(file.path, entry.line, [...entry.fields.values()], readEntry(entry, cells));
        }
      collector.unreadCells.push(...unread.columns);
    }
    return collector.reading('BibTeX list');
  },
};
