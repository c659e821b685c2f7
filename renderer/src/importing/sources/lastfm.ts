import type { FileHead, SourceFile } from '../containers/source-file';
import type { Listening } from '../listening/read-listening';
import { readListening } from '../listening/read-listening';
import { readTable, type TableRow } from '../read-table';
import type { ImportSource } from '../source';
import { ALBUM, ARTIST, isPlainScrobbles, PLAIN_HEADER, scrobbleHeader, TIME, TRACK } from './scrobble-columns';

/** Last.fm began in 2002: what is dated before was never dated. */
const FIRST_SCROBBLE = Date.UTC(2002, 0);
const NUMERIC_DATE = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/;

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

const mbid = (cell: string): Readonly<Record<string, string>> | undefined =>
  cell === '' ? undefined : { musicbrainz: cell };

function readPlay(row: TableRow, { things }: Listening): string | readonly [] {
  // R and pandas write what they do not know.
  const known = (cell: string): string => (/^(?:NA|NaN|None|null)$/.test(cell) ? '' : cell);
  const album = known(row.cell(...ALBUM));
  const [given, name] = [row.cell(...ARTIST), row.cell(...TRACK)];
  const { artist, song, isMusic } =
    album === '' ? artistAndSong(given, name) : { artist: given, song: name, isMusic: true };
  if (artist === '' && song === '') return 'neither artist nor song';
  if (row.cell(...TIME) === '') return 'no time: it was still playing';
  const at = row.date(...TIME);
  const [artistId, albumId, songId] = [
    mbid(row.cell('artist_mbid')),
    mbid(row.cell('album_mbid')),
    mbid(row.cell('track_mbid')),
  ];
  return (
    things.play(row.file, row.line, {
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
    }) ?? []
  );
}

/** Last.fm has no export of its own: tables of other programs that fetch its scrobbles, and of people who did. */
export const lastfm: ImportSource = {
  id: 'lastfm',
  containers: ['table'],
  scale: null,
  sniff: (head) => {
    const header = scrobbleHeader(head);
    if (header !== null)
      return { layout: 'table', confidence: header.includes('uts') || header.includes('track') ? 'certain' : 'likely' };
    return isPlainScrobbles(head) ? { layout: 'no header', confidence: 'likely' } : null;
  },
  read: async (files, context) =>
    await readListening(files, context, {
      label: 'Scrobbles (Last.fm)',
      hasPlays: true,
      // Players of videos scrobble too.
      mayBeVideos: true,
      read: async (file, layout, listening) => {
        const header = layout === 'no header' ? PLAIN_HEADER : undefined;
        await readTable(
          file,
          {
            required: header ?? requiredOf(file),
            ...(header && { header }),
            ...(hasNumericDates(file) && { dates: TIME }),
          },
          listening.collector,
          (row) => readPlay(row, listening),
        );
      },
    }),
};

const requiredOf = (file: FileHead): readonly string[] => scrobbleHeader(file) ?? [];

/** Whether the order of day and month has to be found out, for which the file is read twice. */
const hasNumericDates = ({ firstRecords }: SourceFile): boolean =>
  firstRecords.some(({ cells }) => cells.some((cell) => NUMERIC_DATE.test(cell.trim())));
