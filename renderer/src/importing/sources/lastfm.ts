import type { FileHead, SourceFile } from '../containers/source-file';
import type { Listening } from '../listening/read-listening';
import { readListening } from '../listening/read-listening';
import { readTable, type TableRow } from '../read-table';
import type { ImportSource } from '../source';
import { playOf, STILL_PLAYING } from './scrobble';
import { ALBUM, ARTIST, isPlainScrobbles, PLAIN_HEADER, scrobbleHeader, timesIn, TRACK } from './scrobble-columns';
import { readScrobbles, sniffScrobbles } from './scrobble-trees';

const NUMERIC_DATE = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/;

function readPlay(row: TableRow, times: readonly string[], { things }: Listening): string | readonly [] {
  const play = playOf({
    artist: row.cell(...ARTIST),
    album: row.cell(...ALBUM),
    song: row.cell(...TRACK),
    at: row.date(...times),
    artistId: row.cell('artist_mbid'),
    albumId: row.cell('album_mbid'),
    songId: row.cell('track_mbid'),
  });
  if (typeof play === 'string') return play;
  return row.cell(...times) === '' ? STILL_PLAYING : (things.play(row.file, row.line, play) ?? []);
}

/** Last.fm has no export of its own: tables of other programs that fetch its scrobbles, and of people who did. */
export const lastfm: ImportSource = {
  id: 'lastfm',
  containers: ['table', 'json', 'xml'],
  scale: null,
  sniff: (head) => {
    if (head.container !== 'table') return sniffScrobbles(head);
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
        if (file.container !== 'table') return await readScrobbles(file, layout, listening);
        const header = layout === 'no header' ? PLAIN_HEADER : undefined;
        const times = timesIn(header ?? requiredOf(file));
        await readTable(
          file,
          {
            required: header ?? requiredOf(file),
            ...(header && { header }),
            ...(hasNumericDates(file) && { dates: times }),
          },
          listening.collector,
          (row) => readPlay(row, times, listening),
        );
      },
    }),
};

const requiredOf = (file: FileHead): readonly string[] => scrobbleHeader(file) ?? [];

/** Whether the order of day and month has to be found out, for which the file is read twice. */
const hasNumericDates = ({ firstRecords }: SourceFile): boolean =>
  firstRecords.some(({ cells }) => cells.some((cell) => NUMERIC_DATE.test(cell.trim())));
