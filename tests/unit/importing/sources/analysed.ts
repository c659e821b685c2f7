import type { ImportAnalysis, ImportedRow } from '../../../../renderer/src/domain/imported-row';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { analyseFiles, type AnalysisOptions } from '../../../../renderer/src/importing/detect';

/** The one analysis that comes of the files; throws where there is none or several. */
export async function analysed(
  files: ExportFile | readonly ExportFile[],
  options: AnalysisOptions = {},
): Promise<ImportAnalysis> {
  const { analyses, unrecognised } = await analyseFiles('name' in files ? [files] : files, options);
  const [analysis, other] = analyses;
  if (analysis === undefined || other !== undefined)
    throw new Error(`${analyses.length} analyses; not recognised: ${JSON.stringify(unrecognised)}`);
  return analysis;
}

/** @param answers to the questions of that source, by question */
export const withAnswers = (source: string, answers: Readonly<Record<string, string>>): AnalysisOptions => ({
  answers: new Map([[source, new Map(Object.entries(answers))]]),
});

export function rowNamed({ rows }: ImportAnalysis, title: string): ImportedRow {
  const row = rows.find((candidate) => candidate.title === title);
  if (row === undefined) throw new Error(`no row "${title}" among ${rows.map((other) => other.title).join(', ')}`);
  return row;
}
