import type { SourceFile } from '../containers/source-file';
import { RowCollector, type ReadContext, type SniffedFile, type SourceReading } from '../source';
import { HeardThings } from './heard-things';
import { leastPlays, leastPlaysQuestion, songQuestion, songUnit } from './song-questions';

/** Where the parts of a listening source put what they read. */
export interface Listening {
  readonly things: HeardThings;
  readonly collector: RowCollector;
}

export interface ListeningSource {
  readonly label: string;
  /** Whether any of the files is a history, and not only what was saved. */
  readonly hasPlays: boolean;
  /** Whether a history may hold what is no music. */
  readonly mayBeVideos?: boolean;
  readonly read: (file: SourceFile, layout: string, listening: Listening) => Promise<void>;
  /** Once all files are read. */
  readonly after?: (listening: Listening) => void;
}

/** Reads the files of a source of songs: asks what songs become, counts what was heard, and hands it over as rows. */
export async function readListening(
  files: readonly SniffedFile[],
  context: ReadContext,
  { label, hasPlays, mayBeVideos = false, read, after }: ListeningSource,
): Promise<SourceReading> {
  const unit = songUnit(context);
  const collector = new RowCollector();
  const things = new HeardThings(unit);
  const ignoredFiles: { file: string; reason: string }[] = [];
  const seen = new Set<string>();
  for (const { file, layout } of files) {
    const content = `${String(file.bytes)} ${file.text}`;
    if (seen.has(content)) ignoredFiles.push({ file: file.path, reason: 'the same as another of the files' });
    else await read(file, layout, { things, collector });
    seen.add(content);
  }
  after?.({ things, collector });
  const options = things.leastPlays;
  const least = leastPlays(context, options);
  things.finish(collector, least, mayBeVideos);
  const questions = [songQuestion(unit), ...(hasPlays ? [leastPlaysQuestion(options, least)] : [])];
  return collector.reading(label, { ignoredFiles, questions });
}
