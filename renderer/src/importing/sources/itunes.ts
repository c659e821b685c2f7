import type { ImportedRow } from '../../domain/imported-row';
import { cleanCell, excerptOf } from '../cells/cell-values';
import { namedCells, type CellsOptions, type NamedCells } from '../cells/named-cells';
import { UnreadCells } from '../cells/unread-cells';
import type { Said } from '../listening/heard-things';
import type { Play } from '../listening/play';
import { readListening, type Listening } from '../listening/read-listening';
import { blankRow, type ImportSource } from '../source';
import { plistTracks, type PlistTrack } from './plist-tracks';

/** Of a rating: twenty to a star. */
const SCALE = 100;

/** The first of several keys under which something stands. */
function findInTrack({ values }: PlistTrack, keys: readonly string[]): { name: string; text: string } | null {
  const name = keys.find((key) => cleanCell(values.get(key)) !== '');
  return name === undefined ? null : { name, text: values.get(name) ?? '' };
}

const isSet = ({ cell }: NamedCells, ...keys: readonly string[]): boolean => keys.some((key) => cell(key) === 'true');

function mediumOf(track: NamedCells): Play['medium'] {
  if (isSet(track, 'Podcast') || /^podcasts?$/i.test(track.cell('Genre'))) return 'podcast';
  const isBook =
    /^audiobooks?$|^hörbuch|^livres? audio/i.test(track.cell('Genre')) || /audible|audiobook/i.test(track.cell('Kind'));
  return isBook ? 'audiobook' : 'music';
}

/** Films and series stand among the songs. */
function videoOf(track: NamedCells): ImportedRow | null {
  const isSeries = isSet(track, 'TV Show');
  if (!isSeries && !isSet(track, 'Movie')) return null;
  const title = isSeries ? track.cell('Series', 'Album', 'Artist') : track.cell('Name');
  const plays = track.count('Play Count') ?? 0;
  return title === ''
    ? null
    : {
        ...blankRow(track.file, track.line, isSeries ? 'series' : 'movie', title),
        year: isSeries ? null : track.year('Year'),
        status: plays > 0 ? (isSeries ? 'in-progress' : 'finished') : 'none',
        finishedAt: isSeries ? null : track.date('Play Date UTC'),
        addedAt: track.date('Date Added'),
        ...(plays > 0 ? { plays } : {}),
      };
}

/** Stars that the owner gave; those that iTunes has computed from the album are none. 0..1 */
function ratingOf(track: NamedCells): number | null {
  const rating = isSet(track, 'Rating Computed') ? null : track.count('Rating');
  return rating === null || rating <= 0 || rating > SCALE ? null : rating / SCALE;
}

function readTrack(track: NamedCells, { things, collector }: Listening): void {
  const name = track.cell('Name');
  const skip = (reason: string): void => {
    collector.skip(track.file, track.line, reason, excerptOf([track.cell('Artist'), name]));
  };
  const video = videoOf(track);
  if (video !== null) {
    collector.add(video);
    return;
  }
  if (/^voice memo|^sprachmemo/i.test(track.cell('Genre'))) {
    skip('a voice memo');
    return;
  }
  const medium = mediumOf(track);
  const artist = track.cell('Artist');
  const albumArtist = isSet(track, 'Compilation')
    ? track.cell('Album Artist') || 'Various Artists'
    : track.cell('Album Artist');
  const named = {
    medium,
    maker: things.unit === 'albums' || medium !== 'music' ? albumArtist || artist : artist,
    work: track.cell('Album') || (medium === 'music' ? '' : name),
    part: name,
    ids: {},
  };
  const rating = ratingOf(track);
  const disliked = isSet(track, 'Disliked');
  const said: Said = {
    liked: isSet(track, 'Loved', 'Favorited'),
    disliked,
    addedAt: track.date('Date Added'),
    plays: track.count('Play Count') ?? 0,
    // `Play Date` is in the time of the place, and counts from 1904.
    playedAt: track.date('Play Date UTC'),
    ...(rating === null ? {} : { rating }),
  };
  // Who cannot stand one song may love its album.
  const reason = things.say(track.file, track.line, named, said, disliked ? 'songs' : things.unit);
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
        const unread = new UnreadCells(file.path);
        for await (const tracks of plistTracks(file.tokens()))
          for (const track of tracks) {
            const find: CellsOptions['find'] = (keys) => findInTrack(track, keys);
            readTrack(namedCells({ file: file.path, line: track.line, find, unread }), listening);
          }
        listening.collector.unreadCells.push(...unread.columns);
      },
    }),
};
