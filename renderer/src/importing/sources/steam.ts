import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { parseNumber } from '../cells/cell-values';
import { numberIdentifier } from '../cells/identifier-cells';
import { findHeader, headerKey } from '../containers/csv-table';
import type { FileHead, SourceFile } from '../containers/source-file';
import { namesKeys, readJson } from '../read-json';
import { readTable } from '../read-table';
import { blankRow, RowCollector, type ImportSource } from '../source';

/** A game as any of its forms has it. */
interface OwnedGame {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly name: string;
  /** null: the file does not say. */
  readonly minutes: number | null;
  /** Epoch milliseconds. */
  readonly lastPlayedAt: number | null;
}

/** Below an hour somebody looked into a game. */
const PLAYED_MINUTES = 60;
/**
 * Steam has no ratings that can be exported. Who has played a game for 25 hours and more than three quarters of what
 * they played at all is taken to like it: a modest guess, which any rating overrules. Fewer hours say nothing.
 */
const LIKED_MINUTES = 25 * 60;
const LIKED_SHARE = 0.75;

/** From how many minutes on a game counts as liked in a library. */
export function likedMinutes(played: readonly number[]): number {
  const sorted = played.filter((minutes) => minutes >= PLAYED_MINUTES).sort((left, right) => left - right);
  return Math.max(LIKED_MINUTES, sorted[Math.floor(sorted.length * LIKED_SHARE)] ?? 0);
}

function rowOf({ file, line, id, name, minutes, lastPlayedAt }: OwnedGame, likedFrom: number): ImportedRow {
  const identifiers = numberIdentifier('steam', id);
  const liked = minutes !== null && minutes >= likedFrom;
  return {
    ...blankRow(file, line, 'game', name),
    shelves: ['owned'],
    identifiers,
    url: identifiers.steam === undefined ? null : `https://store.steampowered.com/app/${identifiers.steam}`,
    status: minutes !== null && minutes >= PLAYED_MINUTES ? 'in-progress' : 'none',
    ...(liked ? { liked, ratedAt: lastPlayedAt } : {}),
  };
}

const JSON_PATHS: readonly (readonly string[])[] = [['response', 'games'], ['games'], []];

async function jsonGames(file: SourceFile, collector: RowCollector): Promise<readonly OwnedGame[]> {
  for (const path of JSON_PATHS) {
    const games: OwnedGame[] = [];
    await readJson(file, path, collector, (json, line) => {
      const id = json.text('appid');
      if (id === '') return 'no number of a game';
      games.push({
        file: file.path,
        line,
        id,
        name: json.text('name'),
        minutes: json.number('playtime_forever'),
        lastPlayedAt: json.date('rtime_last_played'),
      });
      return null;
    });
    if (games.length > 0) return games;
  }
  return [];
}

const ID_COLUMNS = ['App ID', 'AppID', 'app_id', 'steam_appid', 'steam app id', 'Steam ID'] as const;
const NAME_COLUMNS = ['Name', 'Game', 'Title', 'Game Name'] as const;
const HOUR_COLUMNS = [
  'Playtime (Hours)',
  'Playtime Hours',
  'playtime_hours',
  'Hours Played',
  'Hours',
  'Hours On Record',
  'Total Hours',
] as const;
const MINUTE_COLUMNS = [
  'Playtime (Minutes)',
  'playtime_forever',
  'Playtime Minutes',
  'playtime_minutes',
  'Minutes Played',
] as const;

function hasOneOf(header: readonly string[], names: readonly string[]): boolean {
  const keys = new Set(header.map(headerKey));
  return names.some((name) => keys.has(headerKey(name)));
}

/** The column that a table's header has for its numbers; null where it is no table of Steam's games. */
function headerOf({ firstRecords }: FileHead): readonly [string, string] | null {
  for (const id of ID_COLUMNS)
    for (const name of NAME_COLUMNS) {
      const header = firstRecords[findHeader(firstRecords, [id, name])]?.cells;
      if (header !== undefined && hasOneOf(header, [...HOUR_COLUMNS, ...MINUTE_COLUMNS])) return [id, name];
    }
  return null;
}

async function tableGames(file: SourceFile, collector: RowCollector): Promise<readonly OwnedGame[]> {
  const games: OwnedGame[] = [];
  const required = headerOf(file) ?? [];
  await readTable(file, { required }, collector, (row) => {
    const id = row.cell(...ID_COLUMNS);
    const name = row.cell(...NAME_COLUMNS);
    if (name === '') return 'no name';
    const hours = parseNumber(row.cell(...HOUR_COLUMNS));
    const minutes = parseNumber(row.cell(...MINUTE_COLUMNS)) ?? (hours === null ? null : hours * 60);
    const lastPlayedAt = parseDate(row.cell('rtime_last_played', 'Last Played', 'last_played'));
    games.push({ file: row.file, line: row.line, id, name, minutes, lastPlayedAt });
    return [];
  });
  return games;
}

const NAMELESS = 'Ask Steam again with include_appinfo=1 in the address, save that answer and drop it.';

/** The games of an account: the answer of Steam's own interface (GetOwnedGames), or the table of a script. */
export const steam: ImportSource = {
  id: 'steam',
  containers: ['json', 'table'],
  scale: null,
  sniff: (file) => {
    if (file.container === 'json')
      return namesKeys(file.text, 'appid', 'playtime_forever') ? { layout: 'JSON', confidence: 'certain' } : null;
    return headerOf(file) === null ? null : { layout: 'table', confidence: 'likely' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    const games: OwnedGame[] = [];
    for (const { file, layout } of files)
      games.push(...(await (layout === 'JSON' ? jsonGames(file, collector) : tableGames(file, collector))));
    const likedFrom = likedMinutes(games.flatMap(({ minutes }) => minutes ?? []));
    const rows = games.map((game) => rowOf(game, likedFrom));
    collector.add(rows);
    if (rows.some(({ liked }) => liked === true))
      collector.warnings.push(
        `games played for ${String(Math.round(likedFrom / 60))} hours and more count as liked, since Steam exports no ratings`,
      );
    return collector.reading('Steam games', { namelessAdvice: NAMELESS });
  },
};
