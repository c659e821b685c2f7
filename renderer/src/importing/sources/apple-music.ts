import { excerptOf } from '../cells/cell-values';
import { parseDate } from '../cells/cell-dates';
import type { JsonReader } from '../cells/json-reader';
import { columnReader } from '../containers/csv-table';
import type { FileHead, SourceFile } from '../containers/source-file';
import type { Play } from '../listening/play';
import { readListening, type Listening } from '../listening/read-listening';
import { eachJson, namesKeys } from '../read-json';
import { readTable, type TableRow } from '../read-table';
import { RowCollector, type ImportSource, type Sniffed, type SniffedFile } from '../source';
import { artistBeforeDash } from './scrobble';

/** In the order in which they are read: only the library and the days say who sings what the activity plays. */
const LAYOUTS = ['library', 'days', 'opinions', 'activity'] as const;
type Layout = (typeof LAYOUTS)[number];

const DAYS = ['Track Description', 'Date Played', 'Play Duration Milliseconds'] as const;
const ACTIVITY = ['Event Start Timestamp', 'Play Duration Milliseconds', 'End Reason Type'] as const;
const OPINIONS = ['Item Description', 'Preference'] as const;
const SONG = ['Song Name', 'Content Name'];

const LISTS =
  'The playlists of Apple Music’s archive name songs by number: drop Apple Music Library Tracks.json and Apple Music Play Activity.csv instead, or the whole archive.';

function sniff({ container, text, firstRecords }: FileHead): Sniffed | null {
  if (container === 'json') {
    const start = text.slice(0, 6000);
    if (!/^\s*\[\s*\{/.test(start)) return null;
    if (namesKeys(start, 'Track Identifier', 'Title', 'Content Type'))
      return { layout: 'library', confidence: 'certain' };
    return namesKeys(start, 'Container Identifier', 'Container Type')
      ? { layout: 'playlists', confidence: 'likely', refusal: LISTS }
      : null;
  }
  const columns = columnReader(firstRecords[0]?.cells ?? []);
  const all = (names: readonly string[]): boolean => names.every((name) => columns.has(name));
  if (all(ACTIVITY) && columns.has(...SONG)) return { layout: 'activity', confidence: 'certain' };
  if (all(DAYS)) return { layout: 'days', confidence: 'certain' };
  return all(OPINIONS) ? { layout: 'opinions', confidence: 'likely' } : null;
}

/** Who sings a song, as far as the files say: '' where several do. */
class ArtistsOfSongs {
  readonly #artists = new Map<string, string>();

  add(song: string, album: string, artist: string): void {
    if (song === '' || artist === '') return;
    for (const key of [keyOf(song, ''), keyOf(song, album)]) {
      const known = this.#artists.get(key);
      this.#artists.set(key, known === undefined || known === artist ? artist : '');
    }
  }

  of(song: string, album: string): string {
    return (this.#artists.get(keyOf(song, album)) ?? this.#artists.get(keyOf(song, ''))) || '';
  }
}

const keyOf = (song: string, album: string): string => `${song}\u0000${album}`.toLowerCase();

/** Listened to the end, or for half a minute; what was left by a tap on “next” was not wanted. */
const LEFT = /^TRACK_SKIPPED|^MANUALLY_SELECTED/;

interface State {
  readonly artists: ArtistsOfSongs;
  /** Whether another of the files has each play by itself: the library's count would be added to them. */
  readonly hasActivity: boolean;
  readonly hasPlays: boolean;
}

function readTrack(
  json: JsonReader,
  file: SourceFile,
  place: number,
  state: State,
  { things }: Listening,
): string | null {
  const type = json.text('Content Type');
  if (/video|movie|show/i.test(type)) return 'a video';
  const [title, artist, album] = [json.text('Title'), json.text('Artist'), json.text('Album')];
  state.artists.add(title, album, artist);
  const albumArtist = json.flag('Is Part of Compilation') ? 'Various Artists' : json.text('Album Artist');
  const like = `${json.text('Track Like Rating')} ${json.text('Like Rating')}`;
  const disliked = /dislike/i.test(like);
  const liked = !disliked && (/like|love/i.test(like) || json.flag('Favorite Status - Track'));
  const named = {
    medium: /podcast/i.test(type) ? 'podcast' : 'music',
    maker: things.unit === 'albums' ? albumArtist || artist : artist,
    work: album,
    part: title,
    ids: {},
  } as const;
  const plays = state.hasPlays ? 0 : (json.number('Track Play Count') ?? 0);
  return things.say(
    file.path,
    place,
    named,
    {
      liked,
      disliked,
      addedAt: json.date('Date Added To Library') ?? json.date('Date Added To iCloud Music Library'),
      plays,
      ...(plays > 0 ? { playedAt: json.date('Last Played Date') } : {}),
    },
    disliked ? 'songs' : things.unit,
  );
}

function readActivity(row: TableRow, { artists }: State, { things }: Listening): string | readonly [] {
  const song = row.cell(...SONG);
  if (song === '') return 'music of one’s own, or a radio: Apple does not say what';
  if (/video/i.test(row.cell('Media Type'))) return 'a video';
  const [album, container] = [row.cell('Album Name'), row.cell('Container Album Name')];
  const artist =
    row.cell('Artist Name') ||
    artists.of(song, album || container) ||
    (album === '' || album === container ? row.cell('Container Artist Name') : '');
  if (artist === '') return 'no artist: Apple Music Library Tracks.json of the same archive would say who';
  const play: Play = {
    medium: 'music',
    maker: artist,
    work: album || container,
    part: song,
    endedAt: row.date('Event End Timestamp') ?? row.date('Event Start Timestamp'),
    heard: row.number('Play Duration Milliseconds'),
    skipped: LEFT.test(row.cell('End Reason Type')),
    ids: {},
  };
  return things.play(row.file, row.line, play) ?? [];
}

/** 20200131. */
const dayOf = (cell: string): number | null => parseDate(cell.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));

function readDay(row: TableRow, { things }: Listening): string | readonly [] {
  const { artist, song: title } = artistBeforeDash(row.cell('Track Description'));
  if (title === '') return 'music of one’s own, or a radio: Apple does not say what';
  const times = Math.max(1, row.number('Play Count') ?? 1);
  const heard = row.number('Play Duration Milliseconds');
  const play: Play = {
    medium: 'music',
    maker: artist,
    work: '',
    part: title,
    endedAt: dayOf(row.cell('Date Played')),
    heard: heard === null ? null : heard / times,
    skipped: LEFT.test(row.cell('End Reason Type')),
    ids: {},
    isMusic: true,
  };
  return things.play(row.file, row.line, play) ?? [];
}

/** The days hold the same plays as the activity: only who sings what is taken from them. */
async function readArtists(file: SourceFile, { artists }: State): Promise<void> {
  await readTable(file, { required: DAYS }, new RowCollector(), (row) => {
    const { artist, song: title } = artistBeforeDash(row.cell('Track Description'));
    artists.add(title, '', artist);
    return [];
  });
}

function readOpinion(row: TableRow, { things }: Listening): string | readonly [] {
  const { artist, song: title } = artistBeforeDash(row.cell('Item Description'));
  const disliked = /dislike/i.test(row.cell('Preference'));
  const type = row.cell('Favorite Type', 'Item Type');
  if (/playlist|station|video/i.test(type)) return 'neither a song nor an album nor an artist';
  const unit = /artist/i.test(type) ? 'artists' : /album/i.test(type) ? 'albums' : 'songs';
  const named = {
    medium: 'music',
    maker: unit === 'artists' ? artist || title : artist,
    work: unit === 'albums' ? title : '',
    part: unit === 'songs' ? title : '',
    ids: {},
  } as const;
  const addedAt = row.date('Created', 'Last Modified');
  return things.say(row.file, row.line, named, { liked: !disliked, disliked, addedAt }, unit) ?? [];
}

async function read(file: SourceFile, layout: string, state: State, listening: Listening): Promise<void> {
  const { collector } = listening;
  switch (layout as Layout) {
    case 'library':
      return await eachJson(file, file.jsonItems([]), collector, (json, place) => {
        const reason = readTrack(json, file, place, state, listening);
        if (reason !== null)
          collector.skip(file.path, place, reason, excerptOf([json.text('Artist'), json.text('Title')]));
      });
    case 'days':
      return state.hasActivity
        ? await readArtists(file, state)
        : await readTable(file, { required: DAYS }, collector, (row) => readDay(row, listening));
    case 'opinions':
      return await readTable(file, { required: OPINIONS }, collector, (row) => readOpinion(row, listening));
    case 'activity':
      return await readTable(file, { required: ACTIVITY }, collector, (row) => readActivity(row, state, listening));
  }
}

const place = ({ layout }: SniffedFile): number => LAYOUTS.findIndex((known) => known === layout);

/** Apple Music in the archive that privacy.apple.com sends: the library and what was played. Nothing of a device. */
export const appleMusic: ImportSource = {
  id: 'apple-music',
  containers: ['json', 'table'],
  scale: null,
  sniff,
  read: async (files, context) => {
    const sorted = files.toSorted((one, other) => place(one) - place(other));
    const has = (...layouts: readonly Layout[]): boolean =>
      layouts.some((known) => files.some(({ layout }) => layout === known));
    const state: State = {
      artists: new ArtistsOfSongs(),
      hasActivity: has('activity'),
      hasPlays: has('activity', 'days'),
    };
    const label = LAYOUTS.filter((layout) => has(layout)).join(', ');
    const reading = await readListening(sorted, context, {
      label: `Apple Music (${label})`,
      hasPlays: state.hasPlays,
      read: async (file, layout, listening) => {
        await read(file, layout, state, listening);
      },
    });
    const repeats = state.hasActivity ? files.filter(({ layout }) => layout === 'days') : [];
    const ignored = repeats.map(({ file }) => ({ file: file.path, reason: 'the play activity holds the same plays' }));
    return { ...reading, ignoredFiles: [...reading.ignoredFiles, ...ignored] };
  },
};
