import type { Play } from '../listening/play';

/** Last.fm began in 2002: what is dated before was never dated. */
const FIRST_SCROBBLE = Date.UTC(2002, 0);

interface ArtistAndSong {
  readonly artist: string;
  readonly song: string;
  /** True of the channels that YouTube keeps for musicians. */
  readonly isMusic: boolean;
}

/** YouTube's channels stand as artists: "Bo Quill - Topic", "BoQuillVEVO" with "Bo Quill - Salt" as the song. */
export function artistAndSong(artist: string, song: string): ArtistAndSong {
  const name = artist.replace(/\s+-\s+(?:topic|thema|tema)$|vevo$/iu, '');
  const isMusic = name !== artist;
  const isVevo = /vevo$/i.test(artist);
  const channel = (isVevo ? name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ') : name).trim();
  const [before = '', ...after] = song.split(/\s+[-–]\s+/);
  if (after.length === 0 || (!isVevo && before.toLowerCase() !== channel.toLowerCase()))
    return { artist: channel, song, isMusic };
  return { artist: before, song: after.join(' - '), isMusic };
}

/** "Ann Vole - Salt": a name may hold the same mark, a title does so more often. '' where no artist is named. */
export function artistBeforeDash(text: string): { readonly artist: string; readonly song: string } {
  const [artist = '', ...song] = text.split(' - ');
  return song.length === 0 ? { artist: '', song: artist } : { artist, song: song.join(' - ') };
}

const mbid = (cell: string): Readonly<Record<string, string>> | undefined =>
  cell === '' ? undefined : { musicbrainz: cell };

/** R and pandas write what they do not know. */
const known = (cell: string): string => (/^(?:NA|NaN|None|null)$/.test(cell) ? '' : cell);

/** What a record of any form says of a play. */
export interface Scrobble {
  readonly artist: string;
  readonly album: string;
  readonly song: string;
  /** Epoch milliseconds; null where it cannot be read. */
  readonly at: number | null;
  /** Ids of MusicBrainz, '' where there is none. */
  readonly artistId: string;
  readonly albumId: string;
  readonly songId: string;
}

/** The play; a string: why it is none. */
export function playOf({ artist: given, album: of, song: name, at, ...ids }: Scrobble): Play | string {
  const album = known(of);
  const { artist, song, isMusic } =
    album === '' ? artistAndSong(given, name) : { artist: given, song: name, isMusic: true };
  if (artist === '' && song === '') return 'neither artist nor song';
  const [artistId, albumId, songId] = [mbid(ids.artistId), mbid(ids.albumId), mbid(ids.songId)];
  return {
    medium: 'music',
    maker: artist,
    work: album,
    part: song,
    endedAt: at !== null && at >= FIRST_SCROBBLE ? at : null,
    heard: null,
    skipped: false,
    ...(isMusic && { isMusic }),
    ids: {
      ...(artistId && { artist: artistId }),
      ...(albumId && { album: albumId }),
      ...(songId && { song: songId }),
    },
  };
}

export const STILL_PLAYING = 'no time: it was still playing';
