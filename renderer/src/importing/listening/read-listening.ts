import type { SourceFile } from '../containers/source-file';
import { RowCollector, type ReadContext, type SniffedFile, type SourceReading } from '../source';
import { HeardThings } from './heard-things';
import { leastPlays, leastPlaysQuestion, songQuestion, songUnit } from './song-questions';

/** Where the parts of a listening source put what they read. */
export interface Listening {
  readonly things: HeardThings;
  readonly collector: RowCollector;
}

/**
 * Reads the files of a source of songs: asks what songs become, counts what was heard, and hands it over as rows.
 * @param hasPlays whether any of the files is a history, and not only what was saved
 */
export async function readListening<Layout extends string>(
  files: readonly SniffedFile[],
  context: ReadContext,
  {
    label,
    hasPlays,
    mayBeVideos = false,
    read,
    after,
  }: {
    readonly label: string;
    readonly hasPlays: boolean;
    readonly mayBeVideos?: boolean;
    readonly read: (file: SourceFile, layout: Layout, listening: Listening) => Promise<void>;
    /** Once all files are read. */
    readonly after?: (listening: Listening) => void;
  },
): Promise<SourceReading> {
  const unit = songUnit(context);
  const collector = new RowCollector();
  const things = new HeardThings(unit);
  const ignoredFiles: { file: string; reason: string }[] = [];
  const seen = new Set<string>();
  for (const { file, layout } of files) {
    const content = `${String(file.bytes)} ${file.text}`;
    if (seen.has(content)) ignoredFiles.push({ file: file.path, reason: 'the same as another of the files' });
    // A layout is one that this source's own `sniff` has given.
    else await read(file, layout as Layout, { things, collector });
    seen.add(content);
  }
  after?.({ things, collector });
  const options = things.leastPlays;
  const least = leastPlays(context, options);
  things.finish(collector, least, mayBeVideos);
  const questions = [songQuestion(unit), ...(hasPlays ? [leastPlaysQuestion(options, least)] : [])];
  return collector.reading(label, { ignoredFiles, questions });
}
