import { z } from 'zod';
import type { ImportAnalysis, ImportedRow, JoinedRecord, SkippedRow } from '../../domain/imported-row';
import type { AnalysisRequest, AnalysisResult } from '../../importing/detect';
import type { ExportFile } from '../../importing/containers/archive';
import { IMPORT_METHODS, PART_ENTRIES, type AnalysisHead, type LongField } from './import-methods';
import { callsOf } from '../method-calls';
import { WorkerConnection, type RunningWorker, type WorkerStates } from '../worker-connection';

/** It has nothing to say of itself: whoever called it waits for the answer. */
const STATES: WorkerStates<null> = {
  name: 'Reading the files',
  notice: 'none',
  schema: z.null(),
  initial: null,
  restarting: null,
  gaveUp: () => null,
};

/**
 * Reads export files in a worker that is started for them and ended with them: neither a long file nor one that takes
 * all the memory holds up the window, and what is cancelled stops at once.
 * @param clock epoch milliseconds
 */
export const analyseInWorker =
  (startWorker: () => RunningWorker, clock: () => number) =>
  async (
    files: readonly ExportFile[],
    { signal, onProgress, ...asked }: AnalysisRequest = {},
  ): Promise<AnalysisResult> => {
    const connection = new WorkerConnection(startWorker, clock, STATES);
    const calls = callsOf(IMPORT_METHODS, (method, request, options) => connection.call(method, request, options));
    const options = signal === undefined ? {} : { signal };
    try {
      const { analyses, unrecognised } = await calls.analyse(
        { files: files.map(({ name, blob }) => ({ name, blob })), ...asked },
        { ...options, ...(onProgress === undefined ? {} : { onProgress }) },
      );
      const whole: ImportAnalysis[] = [];
      for (const [analysis, { lengths, ...head }] of analyses.entries()) {
        const longField = async (field: LongField): Promise<unknown[]> => {
          const entries: unknown[] = [];
          const starts = partStarts(lengths[field]);
          // Several on their way at once: the worker copies the next while this one arrives.
          for (let asked = 0; asked < starts.length; asked += PARTS_ON_THE_WAY) {
            const parts = starts
              .slice(asked, asked + PARTS_ON_THE_WAY)
              .map((from) => calls.part({ analysis, field, from }, options));
            for (const part of await Promise.all(parts)) entries.push(...part);
          }
          return entries;
        };
        whole.push({
          ...(head satisfies Omit<AnalysisHead, 'lengths'>),
          rows: (await longField('rows')) as readonly ImportedRow[],
          skipped: (await longField('skipped')) as readonly SkippedRow[],
          joined: (await longField('joined')) as readonly JoinedRecord[],
          namesakes: (await longField('namesakes')) as readonly number[],
        });
      }
      return { analyses: whole, unrecognised };
    } finally {
      connection.close();
    }
  };

const PARTS_ON_THE_WAY = 4;

const partStarts = (length: number): readonly number[] =>
  Array.from({ length: Math.ceil(length / PART_ENTRIES) }, (_unused, part) => part * PART_ENTRIES);
