import { splitList } from '../cells/cell-values';
import { parseDate } from '../cells/cell-dates';
import type { CsvRecord } from '../containers/csv-records';
import { headerKey } from '../containers/csv-table';
import type { FileHead, SourceFile } from '../containers/source-file';
import type { Said } from '../listening/heard-things';
import { holdsLikedSongs, likedSongsQuestion } from '../listening/liked-songs-question';
import { playlistName } from '../listening/playlist-name';
import { readListening, type Listening } from '../listening/read-listening';
import { readTable } from '../read-table';
import type { ImportSource } from '../source';

/**
 * Where the cells stand. Headers are translated, addresses are not: what belongs to an address stands in the column
 * behind it.
 */
interface Columns {
  readonly track: number;
  readonly name: number;
  readonly artists: number;
  /** -1 where there is none, here and below. */
  readonly artistAddresses: number;
  readonly album: number;
  readonly albumArtists: number;
  readonly albumArtistAddresses: number;
  readonly albumAddress: number;
  readonly addedAt: number;
}

const TRACK = /^spotify:(?:track|local|episode):/;
const ARTIST = /^spotify:artist:/;
const ALBUM = /^spotify:album:/;
/** “Various Artists”, whatever a language calls them. */
const VARIOUS = 'spotify:artist:0LyfQWJT6nXafLPZqxe9Of';
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** The columns most of whose cells are of a form, in their order. */
function columnsOf(records: readonly CsvRecord[], width: number, form: RegExp): number[] {
  const found: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const filled = records.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
    if (filled.length > 0 && filled.filter((cell) => form.test(cell)).length >= filled.length / 2) found.push(column);
  }
  return found;
}

function layoutOf({ firstRecords }: FileHead): Columns | null {
  const [header, ...records] = firstRecords;
  if (header === undefined || records.length === 0) return null;
  const width = header.cells.length;
  const [track] = columnsOf(records, width, TRACK);
  if (track === undefined || width < track + 4) return null;
  const [artist, albumArtist] = columnsOf(records, width, ARTIST);
  const [album] = columnsOf(records, width, ALBUM);
  const addedAt = columnsOf(records, width, MOMENT).at(-1) ?? -1;
  // With addresses each name stands behind its own; without, Exportify writes song, album, artists.
  const isOld = artist !== undefined && album !== undefined;
  return {
    track,
    name: track + 1,
    artists: isOld ? artist + 1 : track + 3,
    artistAddresses: isOld ? artist : -1,
    album: isOld ? album + 1 : track + 2,
    albumArtists: isOld && albumArtist !== undefined ? albumArtist + 1 : -1,
    albumArtistAddresses: isOld && albumArtist !== undefined ? albumArtist : -1,
    albumAddress: album ?? -1,
    addedAt,
  };
}

/**
 * Who comes first. Names are parted by ";", and earlier by ", ", which a name may hold: there are as many names as
 * addresses.
 * @param albumArtist known to be one name, or ''
 */
export function firstArtist(cell: string, addresses: string, albumArtist = ''): string {
  const [first = ''] = splitList(cell, ';');
  if (cell.includes(';') || addresses === '') return first;
  const names = splitList(cell, ', ');
  const count = splitList(addresses, ',').length;
  if (names.length === count) return names[0] ?? '';
  return albumArtist !== '' && cell.startsWith(albumArtist) ? albumArtist : cell;
}

function readSongs(file: SourceFile, columns: Columns, said: Said, { things, collector }: Listening): Promise<void> {
  const header = file.firstRecords[0]?.cells.map(headerKey) ?? [];
  return readTable(file, { required: header }, collector, (row) => {
    const at = (column: number): string => (column < 0 ? '' : row.cell(header[column] ?? ''));
    const isVarious = at(columns.albumArtistAddresses) === VARIOUS;
    const albumArtist = isVarious
      ? 'Various Artists'
      : firstArtist(at(columns.albumArtists), at(columns.albumArtistAddresses));
    const artist = firstArtist(at(columns.artists), at(columns.artistAddresses), albumArtist);
    const [song, album] = [at(columns.track), at(columns.albumAddress)];
    const named = {
      medium: 'music',
      maker: things.unit === 'albums' && albumArtist !== '' ? albumArtist : artist,
      work: at(columns.album),
      part: at(columns.name),
      ids: {
        ...(song.startsWith('spotify:track:') && { song: { spotify: song } }),
        ...(ALBUM.test(album) && { album: { spotify: album } }),
      },
    } as const;
    return things.say(file.path, row.line, named, { ...said, addedAt: parseDate(at(columns.addedAt)) }) ?? [];
  });
}

/** One playlist of Spotify's, as the page exportify.net and its translations write it. */
export const exportify: ImportSource = {
  id: 'exportify',
  containers: ['table'],
  scale: null,
  sniff: (file) => (layoutOf(file) === null ? null : { layout: 'playlist', confidence: 'certain' }),
  read: async (files, context) => {
    const liked = holdsLikedSongs(
      context,
      files.map(({ file }) => file.path),
    );
    const reading = await readListening(files, context, {
      label: 'Spotify playlists (Exportify)',
      hasPlays: false,
      read: async (file, _layout, listening) => {
        const columns = layoutOf(file);
        const said = liked ? { liked } : { shelf: playlistName(file.path) };
        if (columns !== null) await readSongs(file, columns, said, listening);
      },
    });
    return { ...reading, questions: [...(reading.questions ?? []), likedSongsQuestion(liked)] };
  },
};
