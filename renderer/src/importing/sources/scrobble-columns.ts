import { parseDate } from '../cells/cell-dates';
import { columnReader, headerKey } from '../containers/csv-table';
import type { FileHead } from '../containers/source-file';

/** Columns of a table with one play a row, as exporters and people call them; the first that is there is read. */
export const ARTIST = [
  'artist',
  'artist_name',
  'artist name',
  'artistname',
  'artists',
  'artist(s)',
  'artist name(s)',
  'interpret',
  'artiste',
];
export const ALBUM = ['album', 'album_name', 'album name', 'albumname', 'album title', 'release', 'release_name'];
export const TRACK = [
  'track',
  'track_name',
  'track name',
  'trackname',
  'track title',
  'song',
  'song_name',
  'song title',
  'song name',
  'title',
  'name',
];
export const TIME = [
  'uts',
  'timestamp',
  'listened_at',
  'played_at',
  'played at',
  'scrobbled_at',
  'scrobble time',
  'scrobbled',
  'utc_time',
  'date_uts',
  'datetime',
  'date_time',
  'time',
  'date',
  'listened at',
  'played on',
];

/** Of a file without header, as benjaminbenben's page writes it. */
export const PLAIN_HEADER = ['artist', 'album', 'track', 'date'] as const;
const PLAIN_TIME = /^\d{1,2} \p{L}{3,4} \d{4},? \d{1,2}:\d{2}$/u;
const SAMPLE = 20;

/** lastfmstats.com writes the name of the account behind it: "Date#ann". */
const TIME_OF_ACCOUNT = /^date#/;

/** Names of the column with the moment, as this header has it. */
export const timesIn = (header: readonly string[]): readonly string[] => [
  ...TIME,
  ...header.map(headerKey).filter((key) => TIME_OF_ACCOUNT.test(key)),
];

/** A moment, as nobody dates what is in a collection. */
const isMoment = (cell: string): boolean =>
  /^\d{9,10}(?:\.0)?$|^\d{13}$/.test(cell) ||
  (/\d:\d\d/.test(cell) && (parseDate(cell) ?? parseDate(cell, 'day-first')) !== null);

/** The header that names artist, song and the moment of each play; null where the rows are no plays. */
export function scrobbleHeader({ firstRecords }: FileHead): readonly string[] | null {
  const [header, ...records] = firstRecords;
  if (header === undefined) return null;
  const columns = columnReader(header.cells);
  const time = timesIn(header.cells);
  if (!columns.has(...ARTIST) || !columns.has(...TRACK) || !columns.has(...time)) return null;
  const times = records
    .slice(0, SAMPLE)
    .map((record) => columns.cell(record, ...time))
    .filter((cell) => cell !== '');
  return times.filter(isMoment).length >= times.length * 0.8 && times.length > 0 ? header.cells.map(headerKey) : null;
}

/** Whether the rows are four cells with the moment of a play in the last, which is blank where a song still plays. */
export function isPlainScrobbles({ firstRecords }: FileHead): boolean {
  const sample = firstRecords.slice(0, SAMPLE);
  const dated = sample.filter(({ cells }) => cells.length === 4 && PLAIN_TIME.test((cells[3] ?? '').trim()));
  const isPlaying = sample[0]?.cells.length === 4 && (sample[0].cells[3] ?? '').trim() === '';
  return dated.length > 0 && dated.length + (isPlaying ? 1 : 0) >= sample.length * 0.8;
}
