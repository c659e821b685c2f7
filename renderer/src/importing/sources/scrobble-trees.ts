import { parseDate } from '../cells/cell-dates';
import { excerptOf } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import { childText, elementsOf, type MarkupElement } from '../containers/markup-elements';
import type { FileHead, SourceFile } from '../containers/source-file';
import type { Play } from '../listening/play';
import type { Listening } from '../listening/read-listening';
import { eachJson, namesKeys, valuesInside, type JsonBatches } from '../read-json';
import type { Sniffed } from '../source';
import { playOf, STILL_PLAYING, type Scrobble } from './scrobble';

/** Where the plays of a JSON lie: an answer of Last.fm's interface, lastfmstats.com's file, or a list of either. */
const PATHS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'recent tracks': ['recenttracks', 'track'],
    'loved tracks': ['lovedtracks', 'track'],
    scrobbles: ['scrobbles'],
    list: [],
    pages: [],
  }),
);

const TIMES = ['uts', 'timestamp', 'scrobbled_at', 'played_at', 'listened_at', 'utc_time', 'date'];

/** A play as Last.fm itself describes it, or as people write one: artist, song and the moment. */
function namesPlay(start: string): boolean {
  const isOurs =
    /"artist"\s*:\s*\{[^{}]*"(?:#text|name)"\s*:/.test(start) && /"date"\s*:\s*\{[^{}]*"uts"\s*:/.test(start);
  if (isOurs) return true;
  const isPlain =
    /"artist(?:_name|Name)?"\s*:\s*"/.test(start) && /"(?:track|song)(?:_name|Name|_title)?"\s*:\s*"/.test(start);
  return (
    isPlain &&
    /"(?:uts|timestamp|scrobbled_at|played_at|date)"\s*:\s*"?(?:\d{10}|\d{13}|\d{4}-\d\d-\d\d[T ]\d\d:)/.test(start)
  );
}

export function sniffScrobbles({ container, text }: FileHead): Sniffed | null {
  const start = text.slice(0, 8000);
  if (container === 'xml')
    return /<(?:recenttracks|lovedtracks)\b/.test(start) ? { layout: 'xml', confidence: 'certain' } : null;
  if (container !== 'json') return null;
  if (/^\s*\{\s*"recenttracks"\s*:\s*\{/.test(start)) return { layout: 'recent tracks', confidence: 'certain' };
  if (/^\s*\{\s*"lovedtracks"\s*:\s*\{/.test(start)) return { layout: 'loved tracks', confidence: 'certain' };
  if (/^\s*\{[^[{]*"scrobbles"\s*:\s*\[/.test(start) && namesKeys(start, 'artist', 'track'))
    return { layout: 'scrobbles', confidence: 'certain' };
  if (!/^\s*\[/.test(start) || !namesPlay(start)) return null;
  return /^\s*\[\s*\[|^\s*\[\s*\{\s*"recenttracks"/.test(start)
    ? { layout: 'pages', confidence: 'certain' }
    : { layout: 'list', confidence: 'likely' };
}

/** A name, or an object that has it. */
const nameIn = (json: JsonReader, ...keys: readonly string[]): string =>
  keys.map((key) => json.text(key) || json.text(key, '#text') || json.text(key, 'name')).find((name) => name !== '') ??
  '';

function timeOf(json: JsonReader): number | null {
  const seconds = json.text('date', 'uts');
  if (seconds !== '') return parseDate(seconds);
  const key = TIMES.find((name) => json.text(name) !== '');
  return key === undefined ? null : json.date(key);
}

function scrobbleOf(json: JsonReader): Scrobble {
  return {
    artist: nameIn(json, 'artist', 'artist_name', 'artistName'),
    album: nameIn(json, 'album', 'album_name', 'albumName'),
    song: nameIn(json, 'track', 'name', 'track_name', 'trackName', 'song', 'song_title', 'title'),
    at: timeOf(json),
    artistId: json.text('artist', 'mbid'),
    albumId: json.text('album', 'mbid'),
    songId: json.text('mbid'),
  };
}

function scrobbleOfElement(element: MarkupElement): Scrobble {
  const child = (name: string): MarkupElement | undefined => element.children.find((one) => one.name === name);
  const id = (name: string): string => child(name)?.attributes.get('mbid') ?? '';
  const artist = child('artist');
  return {
    artist: childText(element, 'artist') || (artist === undefined ? '' : childText(artist, 'name')),
    album: childText(element, 'album'),
    song: childText(element, 'name'),
    at: parseDate(child('date')?.attributes.get('uts') ?? ''),
    artistId: id('artist'),
    albumId: id('album'),
    songId: childText(element, 'mbid'),
  };
}

/** Pages one after the other: answers of Last.fm's interface, or lists of plays. */
const playsOfPages = (file: SourceFile): JsonBatches =>
  valuesInside(file.jsonItems([]), (page) =>
    Array.isArray(page.value) ? page.items() : page.items('recenttracks', 'track'),
  );

function take(
  file: SourceFile,
  line: number,
  scrobble: Scrobble,
  isLoved: boolean,
  { things, collector }: Listening,
): void {
  const play: Play | string = playOf(scrobble);
  const reason =
    typeof play === 'string'
      ? play
      : isLoved
        ? things.say(file.path, line, play, { liked: true, addedAt: play.endedAt })
        : scrobble.at === null
          ? STILL_PLAYING
          : things.play(file.path, line, play);
  if (reason !== null) collector.skip(file.path, line, reason, excerptOf([scrobble.artist, scrobble.song]));
}

/** Plays, or loved songs, of JSON and XML. */
export async function readScrobbles(file: SourceFile, layout: string, listening: Listening): Promise<void> {
  if (layout === 'xml') {
    const isLoved = /<lovedtracks\b/.test(file.text.slice(0, 8000));
    for await (const tracks of elementsOf(file.tokens(), 'track'))
      for (const track of tracks) take(file, track.line, scrobbleOfElement(track), isLoved, listening);
    return;
  }
  const batches = layout === 'pages' ? playsOfPages(file) : file.jsonItems(PATHS.get(layout) ?? []);
  await eachJson(file, batches, listening.collector, (json, place) => {
    take(file, place, scrobbleOf(json), layout === 'loved tracks', listening);
  });
}
