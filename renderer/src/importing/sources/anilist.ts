import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow, ImportQuestion } from '../../domain/imported-row';
import { parseYear } from '../cells/cell-values';
import { partialDate } from '../cells/partial-date';
import { identifiersIn } from '../cells/service-identifiers';
import type { SourceFile } from '../containers/source-file';
import { JsonReader } from '../cells/json-reader';
import { eachJson, excerptCells, namesKeys, valuesInside, type JsonBatches } from '../read-json';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { privateQuestion } from './private-entries';

/** The best score of the widest scale; an account may have another. */
const SCALE = 100;

const STATUSES: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['current', 'in-progress'],
  ['planning', 'wanted'],
  ['completed', 'finished'],
  ['dropped', 'abandoned'],
  ['paused', 'in-progress'],
  // Whoever watches it again has finished it once.
  ['repeating', 'finished'],
]);
const PRIVATE = 'marked private on AniList';

const NAMELESS =
  'Save the answer of AniList’s API with titles (MediaListCollection), or move the list to MyAnimeList’s format with ' +
  'an exporter, and drop that.';

interface Options {
  readonly keepsPrivate: boolean;
  readonly scale: number;
}

function fuzzyDate(json: JsonReader): number | null {
  const [year, month, day] = ['year', 'month', 'day'].map((key) => json.text(key));
  return year === undefined || year === '' ? null : partialDate(`${year}-${two(month)}-${two(day)}`);
}
const two = (text = ''): string => text.padStart(2, '0');

/** An entry of an answer of AniList's interface, with its title. */
function answeredEntry(file: string, line: number, json: JsonReader, options: Options): ImportedRow | string {
  if (json.flag('private') && !options.keepsPrivate) return PRIVATE;
  const media = json.at('media');
  const [romaji, english, native, preferred] = ['romaji', 'english', 'native', 'userPreferred'].map((key) =>
    titleOf(media.text('title', key)),
  );
  const title = romaji ?? preferred ?? english ?? native ?? titleOf(media.text('title'));
  if (title === null) return 'no title';
  const kind = /manga|novel|one_shot/i.test(`${media.text('type')} ${media.text('format')}`) ? 'manga' : 'anime';
  const progress = json.number('progress') ?? 0;
  const average = media.rating(100, 'averageScore');
  const other = english ?? native ?? null;
  return {
    ...blankRow(file, line, kind, title),
    originalTitle: other === title ? null : other,
    year: parseYear(media.text('startDate', 'year') || media.text('seasonYear')),
    tags: media.texts('genres'),
    crowd: average === null ? null : { rating: average, count: null },
    identifiers: identifiersIn({
      anilist: media.text('id') || json.text('mediaId'),
      mal: media.text('idMal'),
    }),
    url: titleOf(media.text('siteUrl')),
    ownRating: json.rating(options.scale, 'score'),
    status: STATUSES.get(json.text('status').toLowerCase()) ?? 'none',
    finishedAt: fuzzyDate(json.at('completedAt')),
    addedAt: json.date('createdAt'),
    note: json.note('notes'),
    ...(kind === 'anime' && progress > 0 ? { plays: progress } : {}),
  };
}

/** How the file of an account writes the statuses, by number. */
const ACCOUNT_STATUSES: readonly string[] = ['current', 'planning', 'completed', 'dropped', 'paused', 'repeating'];

/** 20200103, or 0. */
const dayOfNumber = (text: string): number | null =>
  /^\d{8}$/.test(text) ? partialDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : null;

/** An entry of the file of an account: its number stands in place of a title. */
function accountEntry(file: string, line: number, json: JsonReader, { keepsPrivate }: Options): ImportedRow | string {
  if (json.flag('private') && !keepsPrivate) return PRIVATE;
  const kind = json.text('series_type') === '1' ? 'manga' : 'anime';
  const progress = json.number('progress') ?? 0;
  const id = json.text('series_id');
  return {
    ...blankRow(file, line, kind, ''),
    identifiers: identifiersIn({ anilist: id }),
    url: /^\d+$/.test(id) ? `https://anilist.co/${kind}/${id}` : null,
    ownRating: json.rating(SCALE, 'score'),
    status: STATUSES.get(ACCOUNT_STATUSES[json.number('status') ?? -1] ?? '') ?? 'none',
    finishedAt: dayOfNumber(json.text('finished_on')),
    addedAt: json.date('created_at'),
    note: json.note('notes'),
    ...(kind === 'anime' && progress > 0 ? { plays: progress } : {}),
  };
}

/** Where answers have their entries, or their lists of entries. */
const ANSWERS: readonly (readonly string[])[] = [
  ['data', 'MediaListCollection', 'lists'],
  ['MediaListCollection', 'lists'],
  ['lists'],
  ['*', 'lists'],
  ['data', 'Page', 'mediaList'],
  [],
];

/** Best score by AniList's names of scales. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['POINT_100', 100],
  ['POINT_10_DECIMAL', 10],
  ['POINT_10', 10],
  ['POINT_5', 5],
  ['POINT_3', 3],
]);

interface Found {
  readonly path: readonly string[];
  readonly highest: number;
  readonly privateCount: number;
}

/** Some answers have the status beside the entries alone, or as the name of their list: "Completed TV". */
function statusOfList(list: JsonReader): string | null {
  const said = (list.text('status') || list.text('name')).toLowerCase();
  if (/^(?:watching|reading)$/.test(said)) return 'current';
  return [...STATUSES.keys()].find((status) => said === status || said.startsWith(`${status} `)) ?? null;
}

/** Every entry; those of lists one after another. */
const entriesOf = (file: SourceFile, path: readonly string[]): JsonBatches =>
  valuesInside(file.jsonItems(path), (json) => {
    const entries = json.has('entries') ? json.items('entries') : [json];
    const status = statusOfList(json);
    return entries.map((entry) =>
      entry.has('status') || status === null ? entry : new JsonReader({ ...Object(entry.value), status }),
    );
  });

/** Where the entries of a file lie, and what is in them. */
async function look(file: SourceFile, paths: readonly (readonly string[])[]): Promise<Found | null> {
  for (const path of paths) {
    let [count, highest, privateCount] = [0, 0, 0];
    await eachJson(file, entriesOf(file, path), new RowCollector(), (json) => {
      count += 1;
      highest = Math.max(highest, json.number('score') ?? 0);
      if (json.flag('private')) privateCount += 1;
    });
    if (count > 0) return { path, highest, privateCount };
  }
  return null;
}

const scaleOfHighest = (highest: number): number => (highest > 10 ? 100 : highest > 5 ? 10 : 5);

/** Lists of anime and manga: an answer of the interface, or the file of an account, which has no titles. */
export const anilist: ImportSource = {
  id: 'anilist',
  containers: ['json'],
  scale: SCALE,
  sniff: ({ text }) => {
    if (namesKeys(text, 'series_id', 'series_type')) return { layout: 'account', confidence: 'certain' };
    if (namesKeys(text, 'media', 'romaji') && (namesKeys(text, 'status') || namesKeys(text, 'MediaListCollection')))
      return { layout: 'lists', confidence: 'certain' };
    return null;
  },
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const keepsPrivate = answers.get('private') === 'yes';
    const parts = [];
    for (const { file, layout } of files) {
      const isAccount = layout === 'account';
      const found = await look(file, isAccount ? [['lists']] : ANSWERS);
      if (found !== null) parts.push({ file, isAccount, ...found });
    }
    const questions: ImportQuestion[] = [];
    if (parts.some(({ privateCount }) => privateCount > 0)) questions.push(privateQuestion('AniList', keepsPrivate));
    for (const { file, path, highest, isAccount } of parts) {
      if (isAccount) {
        await eachJson(file, entriesOf(file, path), collector, (json, place) => {
          const read = accountEntry(file.path, place, json, { keepsPrivate, scale: SCALE });
          collector.put(file.path, place, [json.text('series_id')], read);
        });
        continue;
      }
      const stated = SCALES.get(/"scoreFormat"\s*:\s*"(\w+)"/.exec(file.text)?.[1] ?? '');
      const said = Number(answers.get('scale') ?? '');
      const scale = stated ?? ([100, 10, 5, 3].includes(said) ? said : scaleOfHighest(highest));
      if (stated === undefined && highest > 0 && highest <= 10 && !questions.some(({ id }) => id === 'scale'))
        questions.push({
          id: 'scale',
          text: 'Which is the best score of your list?',
          options: [100, 10, 5, 3]
            .filter((best) => best >= highest)
            .map((best) => ({ value: String(best), label: String(best) })),
          answer: String(scale),
        });
      await eachJson(file, entriesOf(file, path), collector, (json, place) => {
        const cells = excerptCells(json.at('media', 'title').value);
        collector.put(file.path, place, cells, answeredEntry(file.path, place, json, { keepsPrivate, scale }));
      });
    }
    return collector.reading('AniList', { questions, namelessAdvice: NAMELESS });
  },
};
