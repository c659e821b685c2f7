import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { tagsAndShelves } from '../cells/shelves';
import { identifiersIn } from '../cells/service-identifiers';
import type { JsonReader } from '../cells/json-reader';
import { namesKeys, readJson } from '../read-json';
import { titleAndYear } from '../cells/title-cells';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const SCALE = 100;

const KINDS: ReadonlyMap<string, string> = new Map([
  ['book', 'book'],
  ['audio_book', 'book'],
  ['show', 'series'],
  ['movie', 'movie'],
  ['anime', 'anime'],
  ['manga', 'manga'],
  ['music', 'track'],
  ['podcast', 'podcast'],
  ['video_game', 'game'],
  ['visual_novel', 'game'],
  ['comic_book', 'comic'],
]);

const REGISTERS: ReadonlyMap<string, string> = new Map([
  ['tmdb', 'tmdb'],
  ['anilist', 'anilist'],
  ['myanimelist', 'mal'],
  ['igdb', 'igdb'],
  ['openlibrary', 'openlibraryWork'],
  ['hardcover', 'hardcover'],
  ['manga_updates', 'mangaupdates'],
  ['tvdb', 'tvdb'],
  ['giantbomb', 'giantbomb'],
]);

/** Collections that every account has say how far its owner got. */
const COLLECTIONS: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['watchlist', 'wanted'],
  ['in progress', 'in-progress'],
  ['completed', 'finished'],
]);

/** There are no titles but `source_id`, a hint for people; a bare number is none. */
const hintOf = (text: string): string => (/\p{L}/u.test(text) ? text : '');

function readEntry(file: string, line: number, json: JsonReader): ImportedRow | string {
  const lot = json.text('lot').toLowerCase();
  const kind = KINDS.get(lot) ?? lot.replaceAll('_', ' ');
  const register = REGISTERS.get(json.text('source').toLowerCase());
  const seen = json.items('seen_history');
  const isPart = kind === 'series' || kind === 'podcast';
  const states = seen.map((one) => one.text('state').toLowerCase());
  const finished = seen
    .map((one) => one.date('ended_on'))
    .filter((at) => at !== null)
    .sort((left, right) => left - right);
  const names = json.items('collections').map((one) => one.text('collection_name') || one.text());
  const own = names.filter(
    (name) => !COLLECTIONS.has(name.toLowerCase()) && !/^(?:owned|monitoring|reminders|custom)$/i.test(name),
  );
  const said = names.flatMap((name) => COLLECTIONS.get(name.toLowerCase()) ?? []);
  const ratings = json.items('reviews').filter((review) => !isPart || !hasPart(review));
  const rated = ratings.map((review) => review.rating(SCALE, 'rating')).find((rating) => rating !== null);
  const words = ratings
    .map((review) => review.note('review', 'text') ?? review.note('text'))
    .find((text) => text !== null);
  const isDropped = states.includes('dropped');
  const status: ItemStatus = isDropped
    ? 'abandoned'
    : said.includes('finished') || (!isPart && (states.includes('completed') || finished.length > 0))
      ? 'finished'
      : seen.length > 0 || said.includes('in-progress')
        ? 'in-progress'
        : said.includes('wanted')
          ? 'wanted'
          : 'none';
  const { title, year } = titleAndYear(titleOf(hintOf(json.text('source_id'))) ?? '');
  return {
    ...blankRow(file, line, kind, title),
    year,
    ...tagsAndShelves([...own, ...(names.some((name) => /^owned$/i.test(name)) ? ['owned'] : [])]),
    identifiers: register === undefined ? {} : identifiersIn({ [register]: json.text('identifier') }),
    ownRating: rated ?? null,
    status,
    finishedAt: finished.at(-1) ?? null,
    note: words ?? null,
    ...(!isPart && finished.length > 1 ? { finishedDates: finished } : {}),
    ...(isPart && seen.length > 0 ? { plays: seen.length } : {}),
  };
}

/** Whether a review is of a season or an episode. */
const hasPart = (review: JsonReader): boolean =>
  ['show_season_number', 'show_episode_number', 'podcast_episode_number'].some((key) => review.text(key) !== '');

/** The complete export of one's own server; people, workouts and measurements are not looked at. */
export const ryot: ImportSource = {
  id: 'ryot',
  containers: ['json'],
  scale: SCALE,
  sniff: ({ text }) =>
    namesKeys(text, 'lot', 'source', 'identifier', 'seen_history') ? { layout: 'export', confidence: 'certain' } : null,
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files)
      for (const path of [['metadata'], ['media']])
        await readJson(file, path, collector, (json, place) => readEntry(file.path, place, json));
    return collector.reading('Ryot export');
  },
};
