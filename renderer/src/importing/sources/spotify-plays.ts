import { parseDate } from '../cells/cell-dates';
import { numberAt, textAt, valueAt } from '../cells/json-values';
import type { Play } from '../listening/play';

/** Where nobody is named: files of one's own, songs that are gone. */
const UNKNOWN = /^unknown (?:artist|track|album)$/i;
const known = (text: string): string => (UNKNOWN.test(text) ? '' : text);

/** An id of Spotify's as it stands in its files, for `identifiers`; undefined for anything else. */
export const spotifyAddress = (uri: string): Readonly<Record<string, string>> | undefined =>
  /^spotify:\w+:\w+$/.test(uri) ? { spotify: uri } : undefined;

/**
 * A record of the account data of the last year: artist and song, but no album.
 * @param albumOf of a song, where another file names it
 */
export function playOfAccount(value: unknown, albumOf: (artist: string, song: string) => string): Play {
  const common = {
    endedAt: parseDate(textAt(value, 'endTime')),
    heard: numberAt(value, 'msPlayed'),
    skipped: false,
    ids: {},
  };
  if (valueAt(value, 'podcastName') !== undefined)
    return {
      ...common,
      medium: 'podcast',
      maker: '',
      work: textAt(value, 'podcastName'),
      part: textAt(value, 'episodeName'),
    };
  if (valueAt(value, 'audiobookName') !== undefined)
    return {
      ...common,
      medium: 'audiobook',
      maker: textAt(value, 'authorName'),
      work: textAt(value, 'audiobookName'),
      part: textAt(value, 'chapterName'),
    };
  const [maker, part] = [known(textAt(value, 'artistName')), known(textAt(value, 'trackName'))];
  return { ...common, medium: 'music', maker, work: albumOf(maker, part), part };
}

/** A record of the extended history. Who listened, where and on what is not looked at. */
export function playOfExtended(value: unknown): Play {
  const common = {
    endedAt: parseDate(textAt(value, 'ts')),
    heard: numberAt(value, 'ms_played'),
    // What was heard in a private session was not to be known.
    skipped: valueAt(value, 'skipped') === true || valueAt(value, 'incognito_mode') === true,
  };
  const show = textAt(value, 'episode_show_name');
  if (show !== '')
    return { ...common, medium: 'podcast', maker: '', work: show, part: textAt(value, 'episode_name'), ids: {} };
  const book = textAt(value, 'audiobook_title');
  if (book !== '')
    return {
      ...common,
      medium: 'audiobook',
      maker: '',
      work: book,
      part: textAt(value, 'audiobook_chapter_title'),
      ids: {},
    };
  const song = spotifyAddress(textAt(value, 'spotify_track_uri'));
  return {
    ...common,
    medium: 'music',
    maker: known(textAt(value, 'master_metadata_album_artist_name')),
    work: known(textAt(value, 'master_metadata_album_album_name')),
    part: known(textAt(value, 'master_metadata_track_name')),
    ids: song === undefined ? {} : { song },
  };
}
