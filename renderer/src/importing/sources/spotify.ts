import { excerptOf } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import type { SourceFile } from '../containers/source-file';
import type { Play } from '../listening/play';
import { holdsLikedSongs, likedSongsQuestion } from '../listening/liked-songs-question';
import { readListening, type Listening } from '../listening/read-listening';
import { eachJson } from '../read-json';
import type { ImportSource, Sniffed, SniffedFile } from '../source';
import { playOfAccount, playOfExtended } from './spotify-plays';
import { AlbumsOfSongs, readLibrary, readPlaylists, readSongs } from './spotify-saved';

/** In the order in which they are read: a history knows less of a song than the library does. */
const LAYOUTS = ['library', 'playlists', 'songs', 'extended history', 'history'] as const;
type Layout = (typeof LAYOUTS)[number];

const names = (text: string, ...keys: readonly string[]): boolean => keys.every((key) => text.includes(`"${key}"`));

function layoutOf(text: string): Layout | null {
  const start = text.slice(0, 8000);
  if (/^\s*\{\s*"tracks"\s*:\s*\[\s*(?:\{\s*"artist"\s*:|\]\s*,\s*"albums"\s*:)/.test(start)) return 'library';
  if (/^\s*\{\s*"playlists"\s*:\s*\[/.test(start) && (names(start, 'items') || names(start, 'lastModifiedDate')))
    return 'playlists';
  // An answer of Spotify's interface: what is saved or on a playlist, or what was played last.
  if (names(start, 'track', 'artists', 'album') && /"(?:added|played)_at"\s*:\s*"\d{4}-/.test(start)) return 'songs';
  if (!/^\s*\[\s*\{/.test(start)) return null;
  if (names(start, 'ts', 'ms_played') && names(start, 'master_metadata_track_name')) return 'extended history';
  const isHistory = names(start, 'endTime', 'msPlayed');
  return isHistory && /"(?:trackName|podcastName|audiobookName)"/.test(start) ? 'history' : null;
}

/** What else lies in the archive and is nobody's business. */
const PRIVATE =
  /^\s*(?:\[\s*)?\{[^[{]*"(?:searchQuery|createdFromFacebook|facebookUid|payment_method|inferences|voiceInput)"/;
const REFUSAL =
  'Spotify’s private data (searches, payments, address); never read. Drop YourLibrary.json, Playlist1.json and the streaming histories, or the whole archive.';

function sniff(text: string): Sniffed | null {
  const layout = layoutOf(text);
  if (layout !== null) return { layout, confidence: 'certain' };
  return PRIVATE.test(text.slice(0, 4000)) ? { layout: 'private', confidence: 'likely', refusal: REFUSAL } : null;
}

async function readPlays(
  file: SourceFile,
  { things, collector }: Listening,
  playOf: (json: JsonReader) => Play,
): Promise<void> {
  await eachJson(file, file.jsonItems([]), collector, (json, at) => {
    const play = playOf(json);
    const reason = things.play(file.path, at, play);
    if (reason !== null) collector.skip(file.path, at, reason, excerptOf([play.maker, play.part]));
  });
}

/** The extended history holds the last year too, which would be counted twice. */
function withoutRepeats(files: readonly SniffedFile[]) {
  const isRepeat = ({ layout }: SniffedFile): boolean =>
    layout === 'history' && files.some((other) => other.layout === 'extended history');
  return {
    kept: files.filter((file) => !isRepeat(file)).toSorted((one, other) => place(one.layout) - place(other.layout)),
    ignoredFiles: files
      .filter(isRepeat)
      .map(({ file }) => ({ file: file.path, reason: 'the extended history holds the same plays' })),
  };
}

const place = (layout: string): number => LAYOUTS.findIndex((known) => known === layout);

export const spotify: ImportSource = {
  id: 'spotify',
  containers: ['json'],
  scale: null,
  sniff: ({ text }) => sniff(text),
  read: async (files, context) => {
    const albums = new AlbumsOfSongs();
    const { kept, ignoredFiles } = withoutRepeats(files);
    const layouts = LAYOUTS.filter((layout) => kept.some((file) => file.layout === layout));
    const songs = kept.filter(({ layout }) => layout === 'songs').map(({ file }) => file.path);
    const areLiked = holdsLikedSongs(context, songs);
    const reading = await readListening(kept, context, {
      label: `Spotify (${layouts.join(', ')})`,
      hasPlays: layouts.some((layout) => layout.endsWith('history')),
      read: async (file, layout, listening) => {
        switch (layout) {
          case 'library':
            return await readLibrary(file, listening, albums);
          case 'playlists':
            return await readPlaylists(file, listening, albums);
          case 'songs':
            return await readSongs(file, listening, albums, { liked: areLiked });
          case 'extended history':
            return await readPlays(file, listening, playOfExtended);
          case 'history':
            return await readPlays(file, listening, (json) => playOfAccount(json, albums.of));
        }
      },
    });
    const questions = [...(reading.questions ?? []), ...(songs.length > 0 ? [likedSongsQuestion(areLiked)] : [])];
    return { ...reading, questions, ignoredFiles: [...reading.ignoredFiles, ...ignoredFiles] };
  },
};
