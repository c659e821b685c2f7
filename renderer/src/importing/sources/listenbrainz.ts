import { excerptOf } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import type { JsonItem } from '../containers/json-items';
import type { SourceFile } from '../containers/source-file';
import type { HeardThings } from '../listening/heard-things';
import type { Play } from '../listening/play';
import { readListening } from '../listening/read-listening';
import { eachJson } from '../read-json';
import type { ImportSource } from '../source';

/** In the order in which they are read: a listen tells what was loved. */
const LAYOUTS: readonly string[] = ['pins', 'feedback', 'listens', 'array of listens'];

const mbid = (id: string): Readonly<Record<string, string>> | undefined =>
  id === '' ? undefined : { musicbrainz: id };

function playOf(listen: JsonReader): Play {
  const track = listen.at('track_metadata');
  const mapping = track.at('mbid_mapping');
  const [first] = mapping.values('artists');
  const artists = mapping.values('artist_mbids');
  const at = listen.number('listened_at');
  const [artist, album, song] = [
    artists.length === 1 ? mbid(artists[0]?.text() ?? '') : undefined,
    mbid(mapping.text('release_mbid') || track.text('additional_info', 'release_mbid')),
    mbid(mapping.text('recording_mbid') || track.text('additional_info', 'recording_mbid')),
  ];
  return {
    medium: 'music',
    // Of "Ann Vole feat. Bo Quill" whoever comes first: the album is theirs.
    maker: first?.text('artist_credit_name') || track.text('artist_name'),
    work: track.text('release_name'),
    part: track.text('track_name'),
    endedAt: at === null || at <= 0 ? null : at * 1000,
    heard: null,
    skipped: false,
    ids: { ...(artist && { artist }), ...(album && { album }), ...(song && { song }) },
  };
}

/** Songs that were loved or hated, by their ids; each is taken out once its listen has told its name. */
class Feedback {
  readonly #scores = new Map<string, { readonly file: string; readonly line: number; readonly score: number }>();

  add(file: string, line: number, json: JsonReader): string | null {
    const id = json.text('recording_msid') || json.text('recording_mbid');
    const score = json.number('score') ?? 0;
    if (id === '' || score === 0) return 'no song that was loved or hated';
    this.#scores.set(id, { file, line, score });
    return null;
  }

  met(listen: JsonReader, play: Play, things: HeardThings): void {
    for (const id of [
      listen.text('track_metadata', 'recording_msid'),
      listen.text('track_metadata', 'additional_info', 'recording_msid'),
      listen.text('recording_msid'),
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

/** One value a line, which is its place. */
async function* valuesOfLines(file: SourceFile): AsyncGenerator<readonly JsonItem[]> {
  for await (const lines of file.lines())
    yield lines
      .filter(({ text }) => text.trim() !== '')
      .map(({ line, text }) => ({ place: line, value: parsed(text) }));
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
        const batches = layout === 'array of listens' ? file.jsonItems([]) : valuesOfLines(file);
        await eachJson(file, batches, collector, (json, line) => {
          const play = playOf(json);
          const reason =
            json.value === undefined
              ? 'the line is damaged'
              : layout === 'pins'
                ? 'pinned to a profile, with no name of the song'
                : layout === 'feedback'
                  ? feedback.add(file.path, line, json)
                  : things.play(file.path, line, play);
          if (reason !== null) collector.skip(file.path, line, reason, excerptOf([play.maker, play.part]));
          else if (layout !== 'feedback') feedback.met(json, play, things);
        });
      },
      after: ({ collector }) => {
        for (const { file, line } of feedback.unmet)
          collector.skip(file, line, 'a song that is in none of the listens', '');
      },
    });
  },
};
