import type { ImportedRow } from '../../domain/imported-row';
import { excerptOf } from '../cells/cell-values';
import { parseDate } from '../cells/cell-dates';
import type { FileHead, SourceFile } from '../containers/source-file';
import type { Named } from '../listening/heard-things';
import { readListening, type Listening } from '../listening/read-listening';
import { eachJson, namesKeys } from '../read-json';
import { readTable } from '../read-table';
import { blankRow, type ImportSource, type Sniffed } from '../source';
import { artistAndSong } from './scrobble';
import { titleFrame, titlesIn, watchedOfJson, watchedOfPage, type WatchedVideo } from './youtube-history';
import { firstEntry, isEntryOf, listNameOf, saidByList, youtubeTable } from './youtube-lists';

/** In the order in which they are read: a playlist has the numbers of videos alone, which the history calls by name. */
const LAYOUTS: readonly string[] = ['playlist', 'songs', 'subscriptions', 'history', 'history page'];

const OTHER_ACTIVITY =
  'Google’s record of what somebody searched for and opened; never read. Of a Takeout of YouTube drop watch-history.json (or .html), the playlists, subscriptions and music-library-songs.csv.';
const NAMES_OF_PLAYLISTS =
  'The names of your YouTube playlists, without what is on them: drop the other files of the folder “playlists”, together with watch-history.json.';

/** Nothing of an entry stands in the first part of the page, which is all style: its name has to say what it is. */
const HISTORY_PAGE =
  /watch|youtube|wiedergabe|historique|visionnage|historial|reprodu|hist[oó]rico|cronologia|kijkgeschiedenis|izleme|история|просмотр|再生|視聴|观看|觀看|시청|historia|visnings/i;
const ACTIVITY_PAGE = /material-design-lite/;

function sniffJson(text: string): Sniffed | null {
  const start = text.slice(0, 6000);
  if (!/^\s*\[\s*\{/.test(start) || !namesKeys(start, 'header', 'title', 'time', 'products')) return null;
  const isWatched = /"header"\s*:\s*"YouTube/.test(start) && !/results\?search_query/.test(start);
  return isWatched
    ? { layout: 'history', confidence: 'certain' }
    : { layout: 'activity', confidence: 'certain', refusal: OTHER_ACTIVITY };
}

function sniff(file: FileHead): Sniffed | null {
  if (file.container === 'json') return sniffJson(file.text);
  if (file.container === 'html') {
    if (!ACTIVITY_PAGE.test(file.text.slice(0, 2000))) return null;
    return HISTORY_PAGE.test(file.path) && !/search/i.test(/[^/]*$/.exec(file.path)?.[0] ?? '')
      ? { layout: 'history page', confidence: 'likely' }
      : { layout: 'activity', confidence: 'likely', refusal: OTHER_ACTIVITY };
  }
  const table = youtubeTable(file);
  if (table === null) return null;
  return table === 'names of playlists'
    ? { layout: table, confidence: 'certain', refusal: NAMES_OF_PLAYLISTS }
    : { layout: table, confidence: 'certain' };
}

/** What a playlist says of a video, until the history has told what it is called. */
interface Listed {
  readonly file: string;
  readonly line: number;
  readonly list: string;
  readonly addedAt: number | null;
}

/** A song where the channel or the place says so; else the channel, as the one who made it. */
function namedOf({ title, channel, channelId, isMusic }: WatchedVideo): Named & { readonly isMusic?: true } {
  const { artist, song, isMusic: isArtist } = artistAndSong(channel, title);
  if (isMusic || isArtist) return { medium: 'music', maker: artist, work: '', part: song, ids: {}, isMusic: true };
  return {
    medium: 'channel',
    maker: channel,
    work: '',
    part: title,
    ids: channelId === '' ? {} : { show: { youtube: channelId } },
  };
}

function videoRow({ id, title, channel }: WatchedVideo, { file, line, list, addedAt }: Listed): ImportedRow {
  const { liked, status, shelf } = saidByList(list);
  return {
    ...blankRow(file, line, 'video', title),
    creators: channel === '' ? [] : [channel],
    url: `https://www.youtube.com/watch?v=${id}`,
    liked,
    status,
    shelves: shelf === '' ? [] : [shelf],
    addedAt,
  };
}

/** Videos on playlists; each is taken out once the history has told its name. */
class ListedVideos {
  readonly #videos = new Map<string, Listed[]>();

  add(id: string, listed: Listed): void {
    const known = this.#videos.get(id);
    if (known === undefined) this.#videos.set(id, [listed]);
    else known.push(listed);
  }

  met(video: WatchedVideo, { things, collector }: Listening): void {
    const all = video.title === '' ? undefined : this.#videos.get(video.id);
    if (all === undefined) return;
    this.#videos.delete(video.id);
    const named = namedOf(video);
    for (const listed of all) {
      const { liked, shelf } = saidByList(listed.list);
      if (named.medium === 'music')
        things.say(listed.file, listed.line, named, { liked, shelf, addedAt: listed.addedAt });
      else collector.add(videoRow(video, listed));
    }
  }

  get unmet(): readonly Listed[] {
    return [...this.#videos.values()].flat();
  }
}

const GONE = 'a video that is gone: neither its title nor who made it is left';

function readWatched(file: SourceFile, video: WatchedVideo, listed: ListedVideos, listening: Listening): void {
  const { things, collector } = listening;
  const reason = video.isAdvertisement
    ? 'an advertisement'
    : video.id === ''
      ? 'no video: a post, a game or one that is gone'
      : video.channel === ''
        ? GONE
        : things.play(file.path, video.line, { ...namedOf(video), endedAt: video.at, heard: null, skipped: false });
  if (reason !== null) collector.skip(file.path, video.line, reason, excerptOf([video.channel, video.title]));
  else listed.met(video, listening);
}

async function readPlaylist(file: SourceFile, listed: ListedVideos, { collector }: Listening): Promise<void> {
  const from = file.firstRecords[firstEntry(file, (record) => isEntryOf('playlist', record))]?.line ?? 0;
  const list = listNameOf(file.path);
  for await (const records of file.records())
    for (const record of records) {
      if (record.line < from) continue;
      const [id = '', time = ''] = record.cells.map((cell) => cell.trim());
      if (isEntryOf('playlist', record))
        listed.add(id, { file: file.path, line: record.line, list, addedAt: parseDate(time) });
      else collector.skip(file.path, record.line, 'no number of a video', excerptOf(record.cells));
    }
}

async function readSubscriptions(file: SourceFile, { things, collector }: Listening): Promise<void> {
  const from = file.firstRecords[firstEntry(file, (record) => isEntryOf('subscriptions', record))]?.line ?? 0;
  for await (const records of file.records())
    for (const { line, cells } of records) {
      if (line < from) continue;
      const [id = '', , name = ''] = cells.map((cell) => cell.trim());
      const { artist, isMusic } = artistAndSong(name, '');
      const reason = isMusic
        ? things.say(
            file.path,
            line,
            { medium: 'music', maker: artist, work: '', part: '', ids: {} },
            { liked: true },
            'artists',
          )
        : things.say(
            file.path,
            line,
            { medium: 'channel', maker: name, work: '', part: '', ids: { show: { youtube: id } } },
            { status: 'in-progress' },
          );
      if (reason !== null) collector.skip(file.path, line, reason, excerptOf(cells));
    }
}

const ARTISTS = ['artist name 1', 'artist names', 'artist name'];

async function readSongs(file: SourceFile, { things, collector }: Listening): Promise<void> {
  await readTable(file, { required: file.firstRecords[0]?.cells ?? [] }, collector, ({ line, cell }) => {
    const song = cell('song title');
    if (song === '') return 'the address of a song, without its name';
    const named = { medium: 'music', maker: cell(...ARTISTS), work: cell('album title'), part: song, ids: {} } as const;
    return things.say(file.path, line, named, { liked: true }) ?? [];
  });
}

async function readHistory(file: SourceFile, listed: ListedVideos, listening: Listening): Promise<void> {
  const frame = titleFrame(titlesIn(file.text));
  await eachJson(file, file.jsonItems([]), listening.collector, (json, place) => {
    readWatched(file, watchedOfJson(json, place, frame), listed, listening);
  });
}

async function readPage(file: SourceFile, listed: ListedVideos, listening: Listening): Promise<void> {
  for await (const videos of watchedOfPage(file.tokens()))
    for (const video of videos) readWatched(file, video, listed, listening);
}

/** What Google’s Takeout has of YouTube and YouTube Music. Watching is not liking: videos become their channels. */
export const youtube: ImportSource = {
  id: 'youtube',
  containers: ['json', 'html', 'table'],
  scale: null,
  sniff,
  read: async (files, context) => {
    const listed = new ListedVideos();
    const sorted = files.toSorted((one, other) => LAYOUTS.indexOf(one.layout) - LAYOUTS.indexOf(other.layout));
    const layouts = [...new Set(sorted.map(({ layout }) => (layout.startsWith('history') ? 'history' : layout)))];
    return await readListening(sorted, context, {
      label: `YouTube (${layouts.join(', ')})`,
      hasPlays: layouts.includes('history'),
      read: async (file, layout, listening) => {
        switch (layout) {
          case 'playlist':
            return await readPlaylist(file, listed, listening);
          case 'songs':
            return await readSongs(file, listening);
          case 'subscriptions':
            return await readSubscriptions(file, listening);
          case 'history':
            return await readHistory(file, listed, listening);
          default:
            return await readPage(file, listed, listening);
        }
      },
      after: ({ collector }) => {
        const hasHistory = layouts.includes('history');
        const reason = hasHistory ? 'a video that is not in the history' : 'the number of a video, without its title';
        for (const { file, line } of listed.unmet) collector.skip(file, line, reason, '');
        const [first] = listed.unmet;
        if (first !== undefined && !hasHistory)
          collector.warn(
            first.file,
            'YouTube’s playlists hold only numbers of videos: drop watch-history.json of the same Takeout with them',
          );
      },
    });
  },
};
