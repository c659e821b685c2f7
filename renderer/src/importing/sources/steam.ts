import type { ImportedRow, ImportQuestion } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { parseNumber } from '../cells/cell-values';
import { numberIdentifier } from '../cells/identifier-cells';
import { JsonReader } from '../cells/json-reader';
import { columnReader, findHeader, headerKey } from '../containers/csv-table';
import type { FileHead, SourceFile } from '../containers/source-file';
import { namesKeys, readJson } from '../read-json';
import { readTable } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

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

const isGame = (value: unknown): boolean => new JsonReader(value).text('appid') !== '';

/** Games of several accounts, each under its number: the number, and where its list lies. */
interface AccountList {
  readonly account: string;
  readonly path: readonly string[];
  readonly count: number;
}

function accountLists(root: JsonReader): readonly AccountList[] {
  const keys = typeof root.value === 'object' && root.value !== null ? Object.keys(root.value) : [];
  return keys.flatMap((account) => {
    const path = JSON_PATHS.map((inner) => [account, ...inner]).find((at) =>
      root.items(...at).some(({ value }) => isGame(value)),
    );
    return path === undefined ? [] : [{ account, path, count: root.items(...path).length }];
  });
}

/** Where the games lie in a file: in one list, or in those of several accounts. */
async function listsOf(file: SourceFile): Promise<readonly AccountList[]> {
  for (const path of JSON_PATHS)
    for await (const [first] of file.jsonItems(path)) {
      if (isGame(first?.value)) return [{ account: '', path, count: 0 }];
      break;
    }
  return accountLists(new JsonReader(await file.json()));
}

async function jsonGames(
  file: SourceFile,
  lists: readonly AccountList[],
  isMine: (account: string) => boolean,
  collector: RowCollector,
): Promise<readonly OwnedGame[]> {
  const games: OwnedGame[] = [];
  for (const { path, account } of lists)
    await readJson(file, path, collector, (json, line) => {
      const id = json.text('appid');
      if (id === '') return 'no number of a game';
      if (!isMine(account)) return `of the account ${account}`;
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
  return games;
}

const EVERYBODY = '*';

/** Whose games a file of several accounts gives: those of the one with most, unless the person says another. */
function accountQuestion(lists: readonly AccountList[], answers: ReadonlyMap<string, string>): ImportQuestion | null {
  const sorted = [...lists].sort((left, right) => right.count - left.count);
  const accounts = [...new Set(sorted.map(({ account }) => account))].filter((account) => account !== '');
  if (accounts.length < 2) return null;
  const options = [
    ...accounts.map((account) => ({ value: account, label: account })),
    { value: EVERYBODY, label: 'All of them' },
  ];
  const said = answers.get('account') ?? '';
  const answer = options.some(({ value }) => value === said) ? said : (accounts[0] ?? EVERYBODY);
  return { id: 'account', text: 'Which Steam account is yours?', options, answer };
}

const ID_COLUMNS = ['App ID', 'AppID', 'app_id', 'steam_appid', 'steam app id', 'Steam ID'] as const;
/** Columns of anybody's numbers: Steam's, where most are multiples of ten, as it gives them to games. */
const PLAIN_ID_COLUMNS = ['id', 'gameid', 'game_id', 'game id'] as const;
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

/** The columns by which a table is known to list Steam's games; null where it is no such table. */
function headerOf({ firstRecords, path }: FileHead): readonly string[] | null {
  for (const name of NAME_COLUMNS)
    for (const id of [...ID_COLUMNS, ...PLAIN_ID_COLUMNS, null]) {
      const required = id === null ? [name] : [id, name];
      const at = findHeader(firstRecords, required);
      const header = firstRecords[at]?.cells;
      if (header === undefined || !hasOneOf(header, [...HOUR_COLUMNS, ...MINUTE_COLUMNS])) continue;
      // A table without numbers of games may be of anything, and its name decides.
      if (id === null && !/steam/i.test(path)) continue;
      const columns = columnReader(header);
      const ids = id === null ? [] : firstRecords.slice(at + 1).map((record) => columns.cell(record, id));
      if (id === null || hasOneOf([id], ID_COLUMNS) || areSteamNumbers(ids)) return required;
    }
  return null;
}

const areSteamNumbers = (ids: readonly string[]): boolean =>
  ids.length > 0 &&
  ids.every((id) => /^\d+$/.test(id)) &&
  ids.filter((id) => id.endsWith('0')).length >= ids.length * 0.8;

async function tableGames(file: SourceFile, collector: RowCollector): Promise<readonly OwnedGame[]> {
  const games: OwnedGame[] = [];
  const required = headerOf(file) ?? [];
  await readTable(file, { required }, collector, (row) => {
    const id = row.cell(...ID_COLUMNS, ...PLAIN_ID_COLUMNS);
    const name = titleOf(row.cell(...NAME_COLUMNS)) ?? '';
    if (name === '' && id === '') return 'no name';
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
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const games: OwnedGame[] = [];
    const found = await Promise.all(
      files.map(async ({ file, layout }) => ({ file, lists: layout === 'JSON' ? await listsOf(file) : null })),
    );
    const question = accountQuestion(
      found.flatMap(({ lists }) => lists ?? []),
      answers,
    );
    const isMine = (account: string): boolean =>
      question === null || account === '' || question.answer === EVERYBODY || question.answer === account;
    for (const { file, lists } of found)
      games.push(...(await (lists === null ? tableGames(file, collector) : jsonGames(file, lists, isMine, collector))));
    const likedFrom = likedMinutes(games.flatMap(({ minutes }) => minutes ?? []));
    const rows = games.map((game) => rowOf(game, likedFrom));
    collector.add(rows);
    if (rows.some(({ liked }) => liked === true))
      collector.warnings.push(
        `games played for ${String(Math.round(likedFrom / 60))} hours and more count as liked, since Steam exports no ratings`,
      );
    return collector.reading('Steam games', {
      namelessAdvice: NAMELESS,
      questions: question === null ? [] : [question],
    });
  },
};
