import { parseDate } from '../cells/cell-dates';
import { excerptOf } from '../cells/cell-values';
import { listAt, textAt, textsAt, valueAt } from '../cells/json-values';
import type { SourceFile } from '../containers/source-file';
import type { Named, Said } from '../listening/heard-things';
import type { Play, PlayIds, SongUnit } from '../listening/play';
import type { Listening } from '../listening/read-listening';
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
  readonly read: (value: unknown) => Named;
}

const song = (value: unknown): Named =>
  named(
    'music',
    textAt(value, 'artist'),
    textAt(value, 'album'),
    textAt(value, 'track'),
    idsOf('song', textAt(value, 'uri')),
  );
const artist = (value: unknown): Named =>
  named('music', textAt(value, 'name') || textAt(value, 'artist'), '', '', idsOf('artist', textAt(value, 'uri')));

/** Saved and followed is liked, blocked is disliked; a podcast that is followed goes on. */
const SHELVES: readonly Shelf[] = [
  { name: 'tracks', said: { liked: true }, read: song },
  {
    name: 'albums',
    said: { liked: true },
    unit: 'albums',
    read: (value) =>
      named('music', textAt(value, 'artist'), textAt(value, 'album'), '', idsOf('album', textAt(value, 'uri'))),
  },
  {
    name: 'shows',
    said: { status: 'in-progress' },
    read: (value) =>
      named('podcast', textAt(value, 'publisher'), textAt(value, 'name'), '', idsOf('show', textAt(value, 'uri'))),
  },
  { name: 'episodes', said: {}, read: (value) => named('podcast', '', textAt(value, 'show'), textAt(value, 'name')) },
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
    for await (const items of file.jsonItems([name]))
      for (const { value } of items) {
        line += 1;
        const entry = read(value);
        albums.add(entry.maker, entry.part, entry.work);
        const reason = things.say(file.path, line, entry, said, unit);
        if (reason !== null) collector.skip(file.path, line, reason, excerptOf(textsAt(value)));
      }
  for await (const items of file.jsonItems(['other']))
    for (const { value } of items) {
      line += 1;
      collector.skip(file.path, line, 'an address without a name', textAt(value));
    }
}

/** Playlists: what is on one has its name as a shelf. Entries are numbered through all of them. */
export async function readPlaylists(
  file: SourceFile,
  { things, collector }: Listening,
  albums: AlbumsOfSongs,
): Promise<void> {
  let line = 0;
  for await (const playlists of file.jsonItems(['playlists']))
    for (const { value: playlist } of playlists)
      for (const item of listAt(playlist, 'items')) {
        line += 1;
        const entry = entryOf(item);
        const said: Said = { shelf: textAt(playlist, 'name'), addedAt: parseDate(textAt(item, 'addedDate')) };
        if (entry !== null) albums.add(entry.maker, entry.part, entry.work);
        const reason = entry === null ? 'neither a song nor an episode' : things.say(file.path, line, entry, said);
        if (reason !== null) collector.skip(file.path, line, reason, textAt(playlist, 'name'));
      }
}

/** What an entry of a playlist is; a file of one's own has an address alone: "spotify:local:Bo+Quill:Salt:Reed:215". */
function entryOf(item: unknown): Named | null {
  const track = valueAt(item, 'track');
  const [artistName, albumName, trackName] = [
    textAt(track, 'artistName'),
    textAt(track, 'albumName'),
    textAt(track, 'trackName'),
  ];
  if (trackName !== '')
    return named('music', artistName, albumName, trackName, idsOf('song', textAt(track, 'trackUri')));
  const show = textAt(item, 'episode', 'showName') || textAt(item, 'episode', 'show');
  if (show !== '') return named('podcast', '', show, textAt(item, 'episode', 'episodeName'));
  const book = textAt(item, 'audiobook', 'audiobookName') || textAt(item, 'audiobook', 'name');
  if (book !== '') return named('audiobook', textAt(item, 'audiobook', 'authorName'), book, '');
  const local = /^spotify:local:([^:]*):([^:]*):([^:]+):/.exec(textAt(item, 'localTrack', 'uri'));
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
