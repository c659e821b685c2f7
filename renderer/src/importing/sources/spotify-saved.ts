import { excerptOf } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import type { SourceFile } from '../containers/source-file';
import type { Named, Said } from '../listening/heard-things';
import type { Play, PlayIds, SongUnit } from '../listening/play';
import type { Listening } from '../listening/read-listening';
import { eachJson } from '../read-json';
import { spotifyAddress } from './spotify-plays';

/** Which album a song is of, as the library and the playlists say: the history of an account does not. */
export class AlbumsOfSongs {
  readonly #albums = new Map<string, string>();

  add(artist: string, song: string, album: string): void {
    if (artist !== '' && song !== '' && album !== '') this.#albums.set(keyOf(artist, song), album);
  }

  /** '' where nobody says. */
  readonly of = (artist: string, song: string): string => this.#albums.get(keyOf(artist, song)) ?? '';
}

const keyOf = (artist: string, song: string): string => `${artist}\u0000${song}`.toLowerCase();

const named = (medium: Play['medium'], maker: string, work: string, part: string, ids: PlayIds = {}): Named => ({
  medium,
  maker,
  work,
  part,
  ids,
});

const idsOf = (unit: keyof PlayIds, uri: string): PlayIds => {
  const address = spotifyAddress(uri);
  return address === undefined ? {} : { [unit]: address };
};

/** An array of the library: what its entries are, and what it says of them that they are in it. */
interface Shelf {
  readonly name: string;
  readonly said: Said;
  /** Of what it is said, whatever songs become. */
  readonly unit?: SongUnit;
  readonly read: (json: JsonReader) => Named;
}

const song = (json: JsonReader): Named =>
  named('music', json.text('artist'), json.text('album'), json.text('track'), idsOf('song', json.text('uri')));
const artist = (json: JsonReader): Named =>
  named('music', json.text('name') || json.text('artist'), '', '', idsOf('artist', json.text('uri')));

/** Saved and followed is liked, blocked is disliked; a podcast that is followed goes on. */
const SHELVES: readonly Shelf[] = [
  { name: 'tracks', said: { liked: true }, read: song },
  {
    name: 'albums',
    said: { liked: true },
    unit: 'albums',
    read: (json) => named('music', json.text('artist'), json.text('album'), '', idsOf('album', json.text('uri'))),
  },
  {
    name: 'shows',
    said: { status: 'in-progress' },
    read: (json) => named('podcast', json.text('publisher'), json.text('name'), '', idsOf('show', json.text('uri'))),
  },
  { name: 'episodes', said: {}, read: (json) => named('podcast', '', json.text('show'), json.text('name')) },
  { name: 'bannedTracks', said: { disliked: true }, unit: 'songs', read: song },
  { name: 'artists', said: { liked: true }, unit: 'artists', read: artist },
  { name: 'bannedArtists', said: { disliked: true }, unit: 'artists', read: artist },
];

/** The library: an object of arrays. Entries are numbered through all of them. */
export async function readLibrary(
  file: SourceFile,
  { things, collector }: Listening,
  albums: AlbumsOfSongs,
): Promise<void> {
  let line = 0;
  for (const { name, said, unit, read } of SHELVES)
    await eachJson(file, file.jsonItems([name]), collector, (json) => {
      line += 1;
      const entry = read(json);
      albums.add(entry.maker, entry.part, entry.work);
      const reason = things.say(file.path, line, entry, said, unit);
      if (reason !== null) collector.skip(file.path, line, reason, excerptOf(json.texts()));
    });
  await eachJson(file, file.jsonItems(['other']), collector, (json) => {
    line += 1;
    collector.skip(file.path, line, 'an address without a name', json.text());
  });
}

/** Playlists: what is on one has its name as a shelf. Entries are numbered through all of them. */
export async function readPlaylists(
  file: SourceFile,
  { things, collector }: Listening,
  albums: AlbumsOfSongs,
): Promise<void> {
  let line = 0;
  await eachJson(file, file.jsonItems(['playlists']), collector, (playlist) => {
    for (const item of playlist.values('items')) {
      line += 1;
      const entry = entryOf(item);
      const said: Said = { shelf: playlist.text('name'), addedAt: item.date('addedDate') };
      if (entry !== null) albums.add(entry.maker, entry.part, entry.work);
      const reason = entry === null ? 'neither a song nor an episode' : things.say(file.path, line, entry, said);
      if (reason !== null) collector.skip(file.path, line, reason, playlist.text('name'));
    }
  });
}

/** Where the songs lie in an answer of Spotify's interface: the whole, its items, or those of a playlist. */
const SONG_PATHS: readonly (readonly string[])[] = [[], ['items'], ['tracks', 'items']];

/** Songs as Spotify's interface answers them: what is saved or on a playlist, and what was played last. */
export async function readSongs(
  file: SourceFile,
  { things, collector }: Listening,
  albums: AlbumsOfSongs,
  said: Said,
): Promise<void> {
  const take = (json: JsonReader, line: number): void => {
    const track = json.at('track');
    const [by] = track.items('artists');
    const [albumBy] = track.items('album', 'artists');
    const artistOfSong = by?.text('name') ?? '';
    const entry = named(
      'music',
      things.unit === 'albums' ? albumBy?.text('name') || artistOfSong : artistOfSong,
      track.text('album', 'name'),
      track.text('name'),
      idsOf('song', track.text('uri')),
    );
    albums.add(artistOfSong, entry.part, entry.work);
    const playedAt = json.date('played_at');
    const reason =
      entry.part === ''
        ? 'no song'
        : playedAt === null
          ? things.say(file.path, line, entry, { ...said, addedAt: json.date('added_at') })
          : things.play(file.path, line, { ...entry, endedAt: playedAt, heard: null, skipped: false });
    if (reason !== null) collector.skip(file.path, line, reason, excerptOf([entry.maker, entry.part]));
  };
  let line = 0;
  const isList = /^\s*\[/.test(file.text);
  for (const path of SONG_PATHS.filter(({ length }) => (length === 0) === isList))
    await eachJson(file, file.jsonItems(path), collector, (json) => {
      const page = json.items('items');
      for (const item of page.length > 0 ? page : [json]) {
        line += 1;
        take(item, line);
      }
    });
}

/** What an entry of a playlist is; a file of one's own has an address alone: "spotify:local:Bo+Quill:Salt:Reed:215". */
function entryOf(item: JsonReader): Named | null {
  const track = item.at('track');
  const [artistName, albumName, trackName] = [
    track.text('artistName'),
    track.text('albumName'),
    track.text('trackName'),
  ];
  if (trackName !== '') return named('music', artistName, albumName, trackName, idsOf('song', track.text('trackUri')));
  const show = item.text('episode', 'showName') || item.text('episode', 'show');
  if (show !== '') return named('podcast', '', show, item.text('episode', 'episodeName'));
  const book = item.text('audiobook', 'audiobookName') || item.text('audiobook', 'name');
  if (book !== '') return named('audiobook', item.text('audiobook', 'authorName'), book, '');
  const local = /^spotify:local:([^:]*):([^:]*):([^:]+):/.exec(item.text('localTrack', 'uri'));
  if (local === null) return null;
  const [maker = '', work = '', part = ''] = local.slice(1).map(decoded);
  return named('music', maker, work, part);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim();
  } catch {
    return text.replaceAll('+', ' ').trim();
  }
}
