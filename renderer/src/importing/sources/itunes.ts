import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { cleanCell, excerptOf, parseCount, parseYear } from '../cells/cell-values';
import type { SourceFile } from '../containers/source-file';
import type { Said } from '../listening/heard-things';
import type { Play } from '../listening/play';
import { readListening, type Listening } from '../listening/read-listening';
import { blankRow, type ImportSource } from '../source';
import { plistTracks, type PlistTrack } from './plist-tracks';

/** Of a rating: twenty to a star. */
const SCALE = 100;

const valueOf = ({ values }: PlistTrack, ...keys: readonly string[]): string =>
  keys.map((key) => cleanCell(values.get(key))).find((value) => value !== '') ?? '';
const flag = ({ values }: PlistTrack, ...keys: readonly string[]): boolean =>
  keys.some((key) => values.get(key) === 'true');

function mediumOf(track: PlistTrack): Play['medium'] {
  if (flag(track, 'Podcast') || /^podcasts?$/i.test(valueOf(track, 'Genre'))) return 'podcast';
  const isBook =
    /^audiobooks?$|^hörbuch|^livres? audio/i.test(valueOf(track, 'Genre')) ||
    /audible|audiobook/i.test(valueOf(track, 'Kind'));
  return isBook ? 'audiobook' : 'music';
}

/** Films and series stand among the songs. */
function videoOf(file: SourceFile, track: PlistTrack): ImportedRow | null {
  const isSeries = flag(track, 'TV Show');
  if (!isSeries && !flag(track, 'Movie')) return null;
  const title = isSeries ? valueOf(track, 'Series', 'Album', 'Artist') : valueOf(track, 'Name');
  const plays = parseCount(valueOf(track, 'Play Count')) ?? 0;
  return title === ''
    ? null
    : {
        ...blankRow(file.path, track.line, isSeries ? 'series' : 'movie', title),
        year: isSeries ? null : parseYear(valueOf(track, 'Year')),
        status: plays > 0 ? (isSeries ? 'in-progress' : 'finished') : 'none',
        finishedAt: isSeries ? null : parseDate(valueOf(track, 'Play Date UTC')),
        addedAt: parseDate(valueOf(track, 'Date Added')),
        ...(plays > 0 ? { plays } : {}),
      };
}

/** Stars that the owner gave; those that iTunes has computed from the album are none. 0..1 */
function ratingOf(track: PlistTrack): number | null {
  const rating = flag(track, 'Rating Computed') ? null : parseCount(valueOf(track, 'Rating'));
  return rating === null || rating <= 0 || rating > SCALE ? null : rating / SCALE;
}

function readTrack(file: SourceFile, track: PlistTrack, { things, collector }: Listening): void {
  const name = valueOf(track, 'Name');
  const skip = (reason: string): void => {
    collector.skip(file.path, track.line, reason, excerptOf([valueOf(track, 'Artist'), name]));
  };
  const video = videoOf(file, track);
  if (video !== null) {
    collector.add(video);
    return;
  }
  if (/^voice memo|^sprachmemo/i.test(valueOf(track, 'Genre'))) {
    skip('a voice memo');
    return;
  }
  const medium = mediumOf(track);
  const artist = valueOf(track, 'Artist');
  const albumArtist = flag(track, 'Compilation')
    ? valueOf(track, 'Album Artist') || 'Various Artists'
    : valueOf(track, 'Album Artist');
  const named = {
    medium,
    maker: things.unit === 'albums' || medium !== 'music' ? albumArtist || artist : artist,
    work: valueOf(track, 'Album') || (medium === 'music' ? '' : name),
    part: name,
    ids: {},
  };
  const rating = ratingOf(track);
  const disliked = flag(track, 'Disliked');
  const said: Said = {
    liked: flag(track, 'Loved', 'Favorited'),
    disliked,
    addedAt: parseDate(valueOf(track, 'Date Added')),
    plays: parseCount(valueOf(track, 'Play Count')) ?? 0,
    // `Play Date` is in the time of the place, and counts from 1904.
    playedAt: parseDate(valueOf(track, 'Play Date UTC')),
    ...(rating === null ? {} : { rating }),
  };
  // Who cannot stand one song may love its album.
  const reason = things.say(file.path, track.line, named, said, disliked ? 'songs' : things.unit);
  if (reason !== null) skip(reason);
}

/** The library that iTunes and Music write as XML. Where a file lies on the disk is not read. */
export const itunes: ImportSource = {
  id: 'itunes',
  containers: ['xml'],
  scale: 5,
  sniff: ({ text }) =>
    /<plist\b/.test(text.slice(0, 2000)) && /<key>(?:Music Folder|Library Persistent ID|Tracks)<\/key>/.test(text)
      ? { layout: 'library', confidence: 'certain' }
      : null,
  read: async (files, context) =>
    await readListening(files, context, {
      label: 'iTunes library',
      hasPlays: false,
      read: async (file, _layout, listening) => {
        for await (const tracks of plistTracks(file.tokens()))
          for (const track of tracks) readTrack(file, track, listening);
      },
    }),
};
