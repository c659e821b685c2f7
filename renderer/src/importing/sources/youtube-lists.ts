import { cleanCell } from '../cells/cell-values';
import { headerKey } from '../containers/csv-table';
import type { CsvRecord } from '../containers/csv-records';
import type { FileHead } from '../containers/source-file';
import type { ItemStatus } from '../../domain/item-values';

/** Which of YouTube's tables a file is; their headers are translated, what stands in the cells is not. */
export type YoutubeTable = 'playlist' | 'subscriptions' | 'songs' | 'names of playlists';

const ID = /^[\w-]{11}$/;
const CHANNEL_ID = /^UC[\w-]{22}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const SONG_ADDRESS = /^https?:\/\/music\.youtube\.com\/watch\?/;
const CHANNEL_ADDRESS = /youtube\.com\/channel\/UC/;

const at = ({ cells }: CsvRecord, column: number): string => (cells[column] ?? '').trim();

/** The first record of what the table holds: below the header, or below the description that stood above a playlist. */
export function firstEntry({ firstRecords }: FileHead, isEntry: (record: CsvRecord) => boolean): number {
  return firstRecords.findIndex(isEntry);
}

const isVideo = (record: CsvRecord): boolean => ID.test(at(record, 0)) && MOMENT.test(at(record, 1));
const isSubscription = (record: CsvRecord): boolean =>
  CHANNEL_ID.test(at(record, 0)) && CHANNEL_ADDRESS.test(at(record, 1));
const isSong = (record: CsvRecord): boolean => SONG_ADDRESS.test(at(record, 0));

const IS_ENTRY: Readonly<Record<'playlist' | 'subscriptions', (record: CsvRecord) => boolean>> = {
  playlist: isVideo,
  subscriptions: isSubscription,
};

export const isEntryOf = (table: 'playlist' | 'subscriptions', record: CsvRecord): boolean => IS_ENTRY[table](record);

export function youtubeTable(file: FileHead): YoutubeTable | null {
  const [header, first] = file.firstRecords;
  if (header === undefined) return null;
  const keys = header.cells.map(headerKey);
  if (keys.includes('playlist id') && keys.some((key) => key.startsWith('playlist title'))) return 'names of playlists';
  // Its other headers are English in every language.
  const namesArtists = keys.includes('artist name 1') || keys.includes('artist names');
  const isNumbered = first !== undefined && ID.test(at(first, 0));
  if (keys.includes('song title') && (namesArtists || (isNumbered && keys.includes('artist name')))) return 'songs';
  if (first !== undefined && isSong(first)) return 'songs';
  if (firstEntry(file, isSubscription) > 0) return 'subscriptions';
  return firstEntry(file, isVideo) > 0 ? 'playlist' : null;
}

/** "Takeout/…/playlists/Sea songs-videos.csv" */
export const listNameOf = (path: string): string =>
  cleanCell(
    (/([^/]*?)(?:\.csv)?$/i.exec(path)?.[1] ?? '')
      .replace(/\s?\(\d+\)$/, '')
      .replace(/[-_](?:videos|v[ií]deos|vidéos|video|filmy|видео|動画|동영상|视频|影片)$/iu, ''),
  );

const LIKED =
  /^(?:liked(?: videos| music)?|likes|mag ich(?:[- ]videos)?|positiv bewertete videos|vidéos ["«] ?j'aime ?["»]|vidéos j'aime|videos que me gustan|v[ií]deos (?:marcados como|com) ["“]?gostei["”]?|video piaciuti|leuke video's|gillade videor|polubione filmy|beğenilen videolar|beğendiğim videolar|понравившиеся(?: видео)?|高く評価した動画|喜欢的视频|顶过的视频|喜歡的影片|좋아요 표시한 동영상)$/iu;
const WATCH_LATER =
  /^(?:watch later|später ansehen|à regarder plus tard|ver más tarde|assistir mais tarde|guarda più tardi|later bekijken|titta senare|do obejrzenia|daha sonra izle|смотреть позже|後で見る|稍后观看|稍後觀看|나중에 볼 동영상)$/iu;

/** What it says of a video that it is on this list. */
export function saidByList(name: string): {
  readonly liked: boolean;
  readonly status: ItemStatus;
  readonly shelf: string;
} {
  if (LIKED.test(name)) return { liked: true, status: 'none', shelf: '' };
  return WATCH_LATER.test(name)
    ? { liked: false, status: 'wanted', shelf: '' }
    : { liked: false, status: 'none', shelf: name };
}
