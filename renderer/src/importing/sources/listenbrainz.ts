import { excerptOf } from '../cells/cell-values';
import { listAt, numberAt, textAt, valueAt } from '../cells/json-values';
import type { SourceFile } from '../containers/source-file';
import type { HeardThings } from '../listening/heard-things';
import type { Play } from '../listening/play';
import { readListening } from '../listening/read-listening';
import type { ImportSource } from '../source';

/** In the order in which they are read: a listen tells what was loved. */
const LAYOUTS: readonly string[] = ['pins', 'feedback', 'listens', 'array of listens'];

const mbid = (id: string): Readonly<Record<string, string>> | undefined =>
  id === '' ? undefined : { musicbrainz: id };

function playOf(listen: unknown): Play {
  const track = valueAt(listen, 'track_metadata');
  const mapping = valueAt(track, 'mbid_mapping');
  const [first] = listAt(mapping, 'artists');
  const artists = listAt(mapping, 'artist_mbids');
  const at = numberAt(listen, 'listened_at');
  const [artist, album, song] = [
    artists.length === 1 ? mbid(textAt(artists[0])) : undefined,
    mbid(textAt(mapping, 'release_mbid') || textAt(track, 'additional_info', 'release_mbid')),
    mbid(textAt(mapping, 'recording_mbid') || textAt(track, 'additional_info', 'recording_mbid')),
  ];
  return {
    medium: 'music',
    // Of "Ann Vole feat. Bo Quill" whoever comes first: the album is theirs.
    maker: textAt(first, 'artist_credit_name') || textAt(track, 'artist_name'),
    work: textAt(track, 'release_name'),
    part: textAt(track, 'track_name'),
    endedAt: at === null || at <= 0 ? null : at * 1000,
    heard: null,
    skipped: false,
    ids: { ...(artist && { artist }), ...(album && { album }), ...(song && { song }) },
  };
}

/** Songs that were loved or hated, by their ids; each is taken out once its listen has told its name. */
class Feedback {
  readonly #scores = new Map<string, { readonly file: string; readonly line: number; readonly score: number }>();

  add(file: string, line: number, value: unknown): string | null {
    const id = textAt(value, 'recording_msid') || textAt(value, 'recording_mbid');
    const score = numberAt(value, 'score') ?? 0;
    if (id === '' || score === 0) return 'no song that was loved or hated';
    this.#scores.set(id, { file, line, score });
    return null;
  }

  met(listen: unknown, play: Play, things: HeardThings): void {
    const track = valueAt(listen, 'track_metadata');
    for (const id of [
      textAt(track, 'recording_msid'),
      textAt(track, 'additional_info', 'recording_msid'),
      textAt(listen, 'recording_msid'),
      play.ids.song?.musicbrainz ?? '',
    ]) {
      const said = this.#scores.get(id);
      if (said === undefined) continue;
      this.#scores.delete(id);
      if (said.score > 0) things.say(said.file, said.line, play, { liked: true });
      else things.say(said.file, said.line, play, { disliked: true }, 'songs');
    }
  }

  get unmet(): Iterable<{ readonly file: string; readonly line: number }> {
    return this.#scores.values();
  }
}

/** One value a line, or a whole array of them. */
async function* valuesOf(file: SourceFile, isArray: boolean): AsyncGenerator<readonly [number, unknown]> {
  if (isArray) {
    for await (const items of file.jsonItems([])) for (const { place, value } of items) yield [place, value];
    return;
  }
  for await (const lines of file.lines())
    for (const { line, text } of lines) if (text.trim() !== '') yield [line, parsed(text)];
}

/** undefined for a line that is damaged. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const listenbrainz: ImportSource = {
  id: 'listenbrainz',
  containers: ['json'],
  scale: null,
  sniff: ({ text }) => {
    const start = text.slice(0, 4000);
    if (/"track_metadata"\s*:/.test(start) && /"listened_at"\s*:/.test(start))
      return { layout: /^\s*\[/.test(start) ? 'array of listens' : 'listens', confidence: 'certain' };
    if (!/^\s*\{[^{}]*"recording_m[sb]id"\s*:/.test(start)) return null;
    if (/"pinned_until"\s*:/.test(start)) return { layout: 'pins', confidence: 'certain' };
    return /"score"\s*:\s*-?1/.test(start) ? { layout: 'feedback', confidence: 'certain' } : null;
  },
  read: async (files, context) => {
    const feedback = new Feedback();
    const sorted = files.toSorted((one, other) => LAYOUTS.indexOf(one.layout) - LAYOUTS.indexOf(other.layout));
    return await readListening(sorted, context, {
      label: 'ListenBrainz export',
      hasPlays: sorted.some(({ layout }) => layout.endsWith('listens')),
      read: async (file, layout, { things, collector }) => {
        for await (const [line, value] of valuesOf(file, layout === 'array of listens')) {
          const play = playOf(value);
          const reason =
            value === undefined
              ? 'the line is damaged'
              : layout === 'pins'
                ? 'pinned to a profile, with no name of the song'
                : layout === 'feedback'
                  ? feedback.add(file.path, line, value)
                  : things.play(file.path, line, play);
          if (reason !== null) collector.skip(file.path, line, reason, excerptOf([play.maker, play.part]));
          else if (layout !== 'feedback') feedback.met(value, play, things);
        }
      },
      after: ({ collector }) => {
        for (const { file, line } of feedback.unmet)
          collector.skip(file, line, 'a song that is in none of the listens', '');
      },
    });
  },
};
