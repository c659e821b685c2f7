import type { FileHead, SourceFile } from '../containers/source-file';
import { columnReader, headerKey } from '../containers/csv-table';
import type { Named, Said } from '../listening/heard-things';
import type { SongUnit } from '../listening/play';
import { holdsLikedSongs, likedSongsQuestion } from '../listening/liked-songs-question';
import { playlistName } from '../listening/playlist-name';
import { readListening, type Listening } from '../listening/read-listening';
import { readTable, type TableRow } from '../read-table';
import type { ImportSource } from '../source';
import { artistAndSong, artistBeforeDash } from './scrobble';
import { ALBUM, ARTIST, TRACK } from './scrobble-columns';

const LIST = ['playlist name', 'playlist'];
const ADDED = ['added at', 'addedat', 'added date', 'addeddate', 'date added', 'added on'];
/** Columns that programs which carry playlists between services write (the last: Skiley), other tables of songs not. */
const CARRIED = [
  'playlist name',
  'spotify - id',
  'apple - id',
  'youtube - id',
  'deezer - id',
  'tidal - id',
  'albumartistsnames',
];
/** Charts of the most played songs have an ISRC, too, and many columns of numbers. */
const MOST_COLUMNS = 10;

/** In a table that somebody's own program made. */
const SPOTIFY_SONG = /^spotify:track:\w{22}$/;

/** What TuneMyMusic says a record is; no type: a song. */
const FAVOURITES = /^favou?rites?$/i;
const KINDS: ReadonlyMap<string, SongUnit> = new Map([
  ['artist', 'artists'],
  ['album', 'albums'],
]);
/** Lists that hold what everybody has liked or saved, as the services call them. */
const LIKED_LIST = /^(?:favou?rite|liked|library|loved) (?:songs?|tracks?|music|artists?|albums?)$|^your likes$/i;

function headerOf({ firstRecords }: FileHead): readonly string[] | null {
  const [header, first] = firstRecords;
  if (header === undefined || first === undefined) return null;
  const columns = columnReader(header.cells);
  const isCarried =
    columns.has(...CARRIED) ||
    first.cells.some((cell) => SPOTIFY_SONG.test(cell.trim())) ||
    (columns.has('isrc') && (columns.has(...ADDED) || header.cells.length <= MOST_COLUMNS));
  return isCarried && columns.has(...TRACK) && columns.has(...ARTIST) ? header.cells.map(headerKey) : null;
}

/** Several are parted by ", " in what TuneMyMusic writes, and by " · " where YouTube names everybody. */
const firstOf = (artists: string): string => artists.split(/ [·|] |; ?/u)[0]?.trim() ?? '';

/** "Ann Vole - Salt", "Salt lyrics - Ann Vole". */
function videoOf(title: string): { readonly artist: string; readonly song: string } {
  const { artist, song } = artistBeforeDash(title);
  return /\blyrics?$/i.test(artist) ? { artist: song, song: artist.replace(/\s*lyrics?$/i, '') } : { artist, song };
}

function namedOf(row: TableRow, kind: SongUnit | undefined): Named {
  const spotify = row
    .cell('spotify - id', 'track uri', 'uri', 'id', 'trackurl')
    .replace(/^spotify:track:|^https:\/\/open\.spotify\.com\/track\//, '');
  const ids = /^\w{22}$/.test(spotify) ? { spotify } : null;
  const [title, artist, album] = [row.cell(...TRACK), row.cell(...ARTIST), row.cell(...ALBUM)];
  if (kind === 'artists')
    return {
      medium: 'music',
      maker: artist || title,
      work: '',
      part: '',
      ids: ids === null ? {} : { artist: { spotify: `spotify:artist:${ids.spotify}` } },
    };
  if (kind === 'albums')
    return {
      medium: 'music',
      maker: firstOf(artist),
      work: album || title,
      part: '',
      ids: ids === null ? {} : { album: { spotify: `spotify:album:${ids.spotify}` } },
    };
  // A video has its artist in its title.
  const { artist: maker, song } =
    artist === '' && title.includes(' - ') ? videoOf(title) : artistAndSong(artist, title);
  return {
    medium: 'music',
    maker: firstOf(maker),
    work: album,
    part: song,
    ids: ids === null ? {} : { song: { spotify: `spotify:track:${ids.spotify}` } },
  };
}

function readSong(row: TableRow, isLikedFile: boolean, { things }: Listening): string | readonly [] {
  const [named, type] = [row.cell(...LIST), row.cell('type').toLowerCase()];
  const list = named === '' && !row.has(...LIST) && !isLikedFile ? playlistName(row.file) : named;
  const kind = KINDS.get(type);
  const isFavourite = FAVOURITES.test(type) || LIKED_LIST.test(list) || kind !== undefined;
  const addedAt = row.date(...ADDED);
  const said: Said = {
    liked: isFavourite || (isLikedFile && list === ''),
    ...(isFavourite ? {} : { shelf: list }),
    ...(addedAt === null ? {} : { addedAt }),
  };
  return things.say(row.file, row.line, namedOf(row, kind), said, kind ?? things.unit) ?? [];
}

const readSongs = async (file: SourceFile, isLikedFile: boolean, listening: Listening): Promise<void> => {
  await readTable(file, { required: headerOf(file) ?? [], dates: ADDED }, listening.collector, (row) =>
    readSong(row, isLikedFile, listening),
  );
};

/** Playlists as TuneMyMusic, Soundiiz, Skiley and the like write them, whatever service they come from. */
export const playlistTables: ImportSource = {
  id: 'playlist-tables',
  containers: ['table'],
  scale: null,
  sniff: (file) =>
    headerOf(file) === null
      ? null
      : {
          layout: 'songs',
          confidence: columnReader(file.firstRecords[0]?.cells ?? []).has('type') ? 'certain' : 'likely',
        },
  read: async (files, context) => {
    const areLiked = holdsLikedSongs(
      context,
      files.map(({ file }) => file.path),
    );
    const reading = await readListening(files, context, {
      label: 'Playlists (TuneMyMusic, Soundiiz)',
      hasPlays: false,
      read: async (file, _layout, listening) => {
        await readSongs(file, areLiked, listening);
      },
    });
    // A table that names its lists says itself which of them is liked.
    if (files.every(({ file }) => columnReader(file.firstRecords[0]?.cells ?? []).has(...LIST))) return reading;
    return { ...reading, questions: [...(reading.questions ?? []), likedSongsQuestion(areLiked)] };
  },
};
