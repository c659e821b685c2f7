import type { ImportedRow } from '../../domain/imported-row';
import { isbnIdentifiers } from '../cells/identifier-cells';
import type { JsonReader } from '../cells/json-reader';
import { parseYear } from '../cells/cell-values';
import { readAddress } from '../cells/web-address';
import { blankRow, titleOf } from '../source';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['book', 'book'],
  ['collection', 'book'],
  ['motion_picture', 'movie'],
  ['broadcast', 'series'],
  ['song', 'album'],
  ['musical_score', 'album'],
]);

const peopleOf = (json: JsonReader, key: string): readonly string[] =>
  json
    .items(key)
    .map((person) => person.text('literal') || `${person.text('given')} ${person.text('family')}`.trim())
    .filter((name) => name !== '');

/** A record of CSL JSON, as Zotero and Mendeley write lists for programs that print them. */
export function readCitation(file: string, line: number, json: JsonReader): ImportedRow | string {
  const title = titleOf(json.text('title'));
  if (title === null) return 'no title';
  const kind = KINDS.get(json.text('type')) ?? 'article';
  const makers = peopleOf(json, kind === 'movie' ? 'director' : 'author');
  const [issued] = json.items('issued', 'date-parts');
  const address = readAddress(json.text('URL'));
  const isbns = json.text('ISBN').split(/[\s,;]+/);
  return {
    ...blankRow(file, line, kind, title),
    creators: makers.length > 0 ? makers : peopleOf(json, 'editor'),
    year: parseYear(issued?.texts()[0] ?? json.text('issued', 'raw')),
    identifiers: kind === 'book' ? isbnIdentifiers(isbns.filter((isbn) => isbn !== '')) : {},
    url: 'url' in address ? address.url : null,
  };
}
