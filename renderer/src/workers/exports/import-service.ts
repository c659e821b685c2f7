import type { ImportAnalysis } from '../../domain/imported-row';
import { AppError } from '../../domain/errors';
import { analyseFiles, type AnalysisOptions } from '../../importing/detect';
import { PART_ENTRIES, type AnalysisHead, type IMPORT_METHODS } from './import-methods';
import type { Handlers } from '../rpc-server';

/**
 * What runs inside the worker that reads export files. It keeps what it found until it is ended.
 * @param pacing how the worker lets messages in while it reads
 */
export function createImportService(
  pacing: NonNullable<AnalysisOptions['pacing']> = {},
): Handlers<typeof IMPORT_METHODS> {
  let found: readonly ImportAnalysis[] = [];
  return {
    analyse: async ({ files, mapping, mappedFile, answers }, { signal, onProgress }) => {
      const { analyses, unrecognised } = await analyseFiles(files, {
        signal,
        pacing,
        onProgress: ({ done, total }) => {
          onProgress(done, total);
        },
        ...(mapping === undefined ? {} : { mapping }),
        ...(mappedFile === undefined ? {} : { mappedFile }),
        ...(answers === undefined ? {} : { answers }),
      });
      found = analyses;
      return { analyses: analyses.map(headOf), unrecognised: [...unrecognised] };
    },
    part: async ({ analysis, field, from }) => {
      const entries = found[analysis]?.[field];
      if (entries === undefined) throw new AppError('invalid-input', 'There is no such analysis.');
      return await Promise.resolve(entries.slice(from, from + PART_ENTRIES));
    },
  };
}

function headOf({ rows, skipped, joined, namesakes = [], ...head }: ImportAnalysis): AnalysisHead {
  const lengths = {
    rows: rows.length,
    skipped: skipped.length,
    joined: joined.length,
    namesakes: namesakes.length,
  };
  return { ...head, lengths };
}
