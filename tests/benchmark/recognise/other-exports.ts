import { z } from 'zod';
import { readCsvRecords } from '../../../renderer/src/importing/containers/csv-records';
import { described, type NamedThing, type ThingsOfFile } from './named-thing';

/**
 * Facts out of exports that the app cannot import yet: what each thing is called and its id, for measuring alone. Each
 * answers null for a text of another format.
 */
type OtherExport = (file: string, text: string) => Promise<readonly ThingsOfFile[] | null>;

const steamParser = z.object({
  response: z.object({ games: z.array(z.object({ appid: z.number(), name: z.string().optional() })) }),
});
/** An answer of Steam without names, which is refused. */
const steam: OtherExport = async (file, text) => {
  const parsed = steamParser.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  return [
    things(
      file,
      parsed.data.response.games.map(({ appid, name }) => [
        described('game', { title: name ?? String(appid), identifiers: { steam: String(appid) } }),
      ]),
    ),
  ];
};

const playedParser = z.array(z.object({ artist: z.string(), album: z.string(), track: z.string() }));
const spotifyParser = z.object({ tracks: playedParser });
const spotify: OtherExport = async (file, text) => {
  const parsed = spotifyParser.safeParse(jsonOf(text));
  return parsed.success ? musicThings(file, parsed.data.tracks) : null;
};

/** `artist,album,track,uts` of one of the programs that read Last.fm. */
const lastFm: OtherExport = async (file, text) => {
  const { records } = await readCsvRecords(text);
  const [header, ...rows] = records;
  if (header?.cells.slice(0, 3).join(',') !== 'artist,album,track') return null;
  return musicThings(
    file,
    rows.map(({ cells: [artist = '', album = '', track = ''] }) => ({ artist, album, track })),
  );
};

/** What was played means three kinds of things. */
function musicThings(file: string, played: z.infer<typeof playedParser>): readonly ThingsOfFile[] {
  return [
    things(
      `${file}: artists`,
      played.map(({ artist }) => [described('music artist', { title: artist })]),
    ),
    things(
      `${file}: albums`,
      played.map(({ artist, album }) => [described('album', { title: album, creators: [artist] })]),
    ),
    things(
      `${file}: songs`,
      played.map(({ artist, track }) => [described('track', { title: track, creators: [artist] })]),
    ),
  ];
}

/** Each thing once, by kind, title, maker and ids; what has no title is none. */
function things(file: string, all: readonly NamedThing[]): ThingsOfFile {
  const distinct = new Map<string, NamedThing>();
  for (const thing of all) {
    const [first] = thing;
    const { title, creators, identifiers = {} } = first;
    if (title.trim() === '') continue;
    const ids = Object.values(identifiers);
    const key = ids.length > 0 ? ids.join(' ') : [first.kind, title, ...creators].join('\n').toLowerCase();
    if (!distinct.has(key)) distinct.set(key, thing);
  }
  return { file, things: [...distinct.values()] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const OTHER_EXPORTS: readonly OtherExport[] = [steam, spotify, lastFm];
