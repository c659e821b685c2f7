import type { JsonReader } from '../cells/json-reader';
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
export function playOfAccount(json: JsonReader, albumOf: (artist: string, song: string) => string): Play {
  const common = {
    endedAt: json.date('endTime'),
    heard: json.number('msPlayed'),
    skipped: false,
    ids: {},
  };
  if (json.has('podcastName'))
    return {
      ...common,
      medium: 'podcast',
      maker: '',
      work: json.text('podcastName'),
      part: json.text('episodeName'),
    };
  if (json.has('audiobookName'))
    return {
      ...common,
      medium: 'audiobook',
      maker: json.text('authorName'),
      work: json.text('audiobookName'),
      part: json.text('chapterName'),
    };
  const [maker, part] = [known(json.text('artistName')), known(json.text('trackName'))];
  return { ...common, medium: 'music', maker, work: albumOf(maker, part), part };
}

/** A record of the extended history. Who listened, where and on what is not looked at. */
export function playOfExtended(json: JsonReader): Play {
  const common = {
    endedAt: json.date('ts'),
    heard: json.number('ms_played'),
    // What was heard in a private session was not to be known.
    skipped: json.flag('skipped') || json.flag('incognito_mode'),
  };
  const show = json.text('episode_show_name');
  if (show !== '')
    return { ...common, medium: 'podcast', maker: '', work: show, part: json.text('episode_name'), ids: {} };
  const book = json.text('audiobook_title');
  if (book !== '')
    return {
      ...common,
      medium: 'audiobook',
      maker: '',
      work: book,
      part: json.text('audiobook_chapter_title'),
      ids: {},
    };
  const song = spotifyAddress(json.text('spotify_track_uri'));
  return {
    ...common,
    medium: 'music',
    maker: known(json.text('master_metadata_album_artist_name')),
    work: known(json.text('master_metadata_album_album_name')),
    part: known(json.text('master_metadata_track_name')),
    ids: song === undefined ? {} : { song },
  };
}
