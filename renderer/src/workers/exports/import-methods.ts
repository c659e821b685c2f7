import { z } from 'zod';
import type { ImportAnalysis } from '../../domain/imported-row';
import type { MethodTable } from '../../domain/ports/method-table';
import type { UnrecognisedFile } from '../../importing/detect';
import type { CsvMapping } from '../../importing/mapping/csv-mapping';

/** Fields of an analysis that grow with the file. They cross to the page in parts, so that none holds it up. */
export const LONG_FIELDS = [
  'rows',
  'skipped',
  'joined',
  'namesakes',
] as const satisfies readonly (keyof ImportAnalysis)[];
export type LongField = (typeof LONG_FIELDS)[number];

/** An analysis without its long fields, and how long they are. */
export interface AnalysisHead extends Omit<ImportAnalysis, LongField> {
  readonly lengths: Readonly<Record<LongField, number>>;
}

type Answers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Entries of a long field in one part. */
export const PART_ENTRIES = 500;

/**
 * What is asked of the worker that reads export files: first what they hold, then the entries of it. What this program
 * made itself is taken as it stands; the files are the only thing here that somebody else wrote.
 */
export const IMPORT_METHODS = {
  analyse: {
    request: z.object({
      files: z.array(z.object({ name: z.string(), blob: z.instanceof(Blob) })),
      mapping: z.custom<CsvMapping>().optional(),
      mappedFile: z.string().optional(),
      answers: z.custom<Answers>((value) => value instanceof Map).optional(),
    }),
    response: z.object({
      analyses: z.array(z.custom<AnalysisHead>()),
      unrecognised: z.array(z.custom<UnrecognisedFile>()),
    }),
  },
  /** Of what `analyse` found last; at most PART_ENTRIES. */
  part: {
    request: z.object({ analysis: z.int(), field: z.enum(LONG_FIELDS), from: z.int() }),
    response: z.array(z.unknown()),
  },
} as const satisfies MethodTable;
