import type { ImportAnalysis } from '../../domain/imported-row';
import type { ExportFile } from '../../importing/containers/archive';
import { openFiles } from '../../importing/open-files';
import { createPacer } from '../../importing/pacer';

const SOURCE = 'titles';

/** The file whose lines an analysis took for titles, to be looked up as pasted lines are; null for any other. */
export const titlesFile = (
  { source, files: names }: Pick<ImportAnalysis, 'source' | 'files'>,
  files: readonly ExportFile[],
): ExportFile | null =>
  source === SOURCE && names.length === 1 ? (files.find(({ name }) => name === names[0]) ?? null) : null;

/** Its text, whatever its encoding. Rejects with an AppError where it cannot be read. */
export async function titlesText(file: ExportFile): Promise<string> {
  const { opened } = await openFiles([file], { encodingOf: () => undefined }, createPacer());
  const lines: string[] = [];
  for (const { file: one } of opened)
    for await (const batch of one.lines()) lines.push(...batch.map(({ text }) => text));
  return lines.join('\n');
}
