import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseNumber, parseYear, splitList } from '../cells/cell-values';
import { parseRating } from '../cells/ratings';
import { identifiersIn } from '../cells/service-identifiers';
import { columnReader, findHeader } from '../containers/csv-table';
import type { FileHead } from '../containers/source-file';
import type { JsonReader } from '../cells/json-reader';
import { namesKeys, readJson } from '../read-json';
import { readTable } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const SCALE = 100;

/** Its own words for how far somebody got; all of them can be renamed, and a word of one's own is kept as a shelf. */
const STATUSES: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['not played', 'none'],
  ['notplayed', 'none'],
  ['played', 'in-progress'],
  ['playing', 'in-progress'],
  ['on hold', 'in-progress'],
  ['onhold', 'in-progress'],
  ['beaten', 'finished'],
  ['completed', 'finished'],
  ['abandoned', 'abandoned'],
  ['plan to play', 'wanted'],
  ['plantoplay', 'wanted'],
]);

interface Entry {
  readonly file: string;
  readonly line: number;
  readonly text: (...names: readonly string[]) => string;
  readonly list: (...names: readonly string[]) => readonly string[];
}

/** Numbers of the shop a game came from: Steam's are known. */
const storeIds = (source: string, id: string): Readonly<Record<string, string>> =>
  /^steam$/i.test(source) ? identifiersIn({ steam: id }) : {};

function readEntry({ file, line, text, list }: Entry): ImportedRow | string {
  if (/^true$/i.test(text('Hidden'))) return 'hidden in Playnite';
  const title = titleOf(text('Name'));
  if (title === null) return 'no name';
  const status = text('CompletionStatus', 'Completion Status').toLowerCase();
  const known = STATUSES.get(status);
  const crowd = parseRating(text('CommunityScore', 'Community Score'), SCALE);
  const minutes = (parseNumber(text('Playtime')) ?? 0) / 60;
  return {
    ...blankRow(file, line, 'game', title),
    creators: list('Developers', 'Developer'),
    year: parseYear(text('ReleaseDate', 'Release Date', 'ReleaseYear')),
    tags: list('Genres', 'Genre'),
    shelves: [...list('Categories'), ...(known === undefined && status !== '' ? [status] : [])],
    crowd: crowd === null ? null : { rating: crowd, count: null },
    identifiers: storeIds(text('Source', 'Sources'), text('GameId', 'Game Id')),
    ownRating: parseRating(text('UserScore', 'User Score'), SCALE),
    status: known ?? (minutes >= 60 ? 'in-progress' : 'none'),
    liked: /^true$/i.test(text('Favorite')),
    addedAt: null,
    note: titleOf(text('Notes')),
  };
}

/** Values of JSON may be a text, or an object with a `Name`, or an array of either. */
function textIn(json: JsonReader, names: readonly string[]): string {
  for (const name of names) {
    const text =
      json.text(name) || json.text(name, 'Name') || json.text(name, 'ReleaseDate') || json.text(name, 'Year');
    if (text !== '') return text;
    if (json.flag(name)) return 'true';
  }
  return '';
}

const listIn = (json: JsonReader, names: readonly string[]): readonly string[] =>
  names
    .flatMap((name) => json.items(name).map((item) => item.text('Name') || item.text()))
    .filter((text) => text !== '');

/** Columns that a table of games has only from Playnite. */
function isTable({ firstRecords }: FileHead): boolean {
  const header = firstRecords[findHeader(firstRecords, ['Name'])]?.cells ?? [];
  const { has } = columnReader(header);
  const isOwn =
    has('CompletionStatus', 'Completion Status') && has('Playtime', 'UserScore', 'User Score', 'GameId', 'Sources');
  return isOwn && has('Name');
}

/** Games of all shops, as one of Playnite's extensions exports them. */
export const playnite: ImportSource = {
  id: 'playnite',
  containers: ['table', 'json'],
  scale: SCALE,
  sniff: (file) => {
    if (file.container === 'table') return isTable(file) ? { layout: 'table', confidence: 'likely' } : null;
    const isOwn =
      namesKeys(file.text, 'Name', 'CompletionStatus') || namesKeys(file.text, 'Name', 'GameId', 'PluginId');
    return isOwn ? { layout: 'JSON', confidence: 'likely' } : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      if (layout === 'table')
        await readTable(file, { required: ['Name'] }, collector, (row) =>
          readEntry({
            file: row.file,
            line: row.line,
            text: (...names) => row.cell(...names),
            list: (...names) => splitList(row.cell(...names), /[,;]/),
          }),
        );
      else
        for (const path of [[], ['games'], ['Games']])
          await readJson(file, path, collector, (json, line) =>
            json.has('Name')
              ? readEntry({
                  file: file.path,
                  line,
                  text: (...names) => textIn(json, names),
                  list: (...names) => listIn(json, names),
                })
              : path.length === 0 && (json.has('games') || json.has('Games'))
                ? null
                : 'no name',
          );
    return collector.reading('Playnite library');
  },
};
