import type { ImportedRow } from '../../domain/imported-row';
import type { JsonReader } from '../cells/json-reader';
import type { SourceFile } from '../containers/source-file';
import { namesKeys, readJson, valuesInside, type JsonBatches } from '../read-json';
import { blankRow, RowCollector, type ImportSource, type Sniffed } from '../source';

const REFUSAL =
  'Foursquare’s record of where you were; never read. Drop checkins1.json and venueRatings.json of the same archive.';

function sniff(text: string): Sniffed | null {
  const start = text.slice(0, 20_000);
  if (/^\s*\{\s*"venueLikes"\s*:/.test(start)) return { layout: 'ratings', confidence: 'certain' };
  if (/"timeArrived"\s*:/.test(start) && /"timeDeparted"\s*:/.test(start))
    return { layout: 'visits', confidence: 'likely', refusal: REFUSAL };
  if (!/"type"\s*:\s*"checkin"/.test(start) || !namesKeys(start, 'venue', 'createdAt')) return null;
  if (/^\s*\{\s*(?:"count"\s*:\s*\d+\s*,\s*)?"items"\s*:/.test(start))
    return { layout: 'check-ins', confidence: 'certain' };
  if (/^\s*(?:\[\s*)?\{\s*"(?:id|venue|createdAt|type)"\s*:/.test(start))
    return { layout: 'list', confidence: 'certain' };
  return namesKeys(start, 'response') ? { layout: 'pages of check-ins', confidence: 'certain' } : null;
}

const HOME = /^homes? \(private\)$|^residential/i;

/** A place; null for a home. Where it lies and who was there is not looked at. */
function placeOf(file: string, line: number, venue: JsonReader): ImportedRow | string {
  const [name, id] = [venue.text('name'), venue.text('id')];
  const categories = venue.items('categories').map((category) => category.text('name'));
  if (name === '') return 'no name of the place';
  if (categories.some((category) => HOME.test(category))) return 'a home, which stays private';
  return {
    ...blankRow(file, line, 'place', name),
    tags: categories.filter((category) => category !== ''),
    identifiers: id === '' ? {} : { foursquare: id },
    url: /^[\da-f]{24}$/.test(id) ? `https://foursquare.com/v/${id}` : null,
  };
}

/** Somebody was there; only a heart says that they liked it. */
function readCheckIn(file: string, line: number, json: JsonReader): ImportedRow | string {
  const venue = json.at('venue');
  const place = placeOf(file, line, venue);
  if (typeof place === 'string') return place;
  const at = json.date('createdAt');
  return {
    ...place,
    status: 'finished',
    finishedAt: at,
    addedAt: at,
    plays: 1,
    liked: venue.flag('like'),
    ...(venue.flag('dislike') ? { disliked: true } : {}),
  };
}

/** The check-ins of answers of Foursquare's interface, one page of them after the other. */
const checkInsOfPages = (file: SourceFile): JsonBatches =>
  valuesInside(file.jsonItems([]), (page) => page.items('response', 'checkins', 'items'));

/** Where the check-ins lie in a file of theirs: a backup through the interface is a bare list. */
const PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['check-ins', ['items']],
  ['list', []],
]);

/** Places one was at, with Swarm or Foursquare, and those that were liked or not. */
export const foursquare: ImportSource = {
  id: 'foursquare',
  containers: ['json'],
  scale: null,
  sniff: ({ text }) => sniff(text),
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      if (layout === 'ratings') {
        for (const [key, said] of [
          ['venueLikes', { liked: true }],
          ['venueDislikes', { disliked: true }],
          ['venueOkays', {}],
        ] as const)
          await readJson(file, [key], collector, (json, line) => {
            const place = placeOf(file.path, line, json);
            return typeof place === 'string' ? place : { ...place, ...said, status: 'finished' };
          });
      } else
        await readJson(file, PATHS.get(layout) ?? checkInsOfPages(file), collector, (json, line) =>
          readCheckIn(file.path, line, json),
        );
    return collector.reading('Foursquare and Swarm');
  },
};
