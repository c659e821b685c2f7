import { z } from 'zod';
import { pickedFileSchema } from '../picked-file';
import type { Calls, MethodTable } from './method-table';

/** Of the steps reported, so many are files being read; the rest puts the titles in order and keeps them. */
export const IMDB_READING_SHARE = 0.7;

/** What is asked of the worker that reads IMDb's files. */
export const IMDB_METHODS = {
  /**
   * Keeps the most rated titles of the files on this device, for the catalogue to open. Rejects with an AppError where
   * a file is not IMDb's or not whole, and where there is no room; what was kept before stays then.
   */
  keepTitles: {
    request: z.object({
      /** title.ratings.tsv and title.basics.tsv, packed or not. */
      ratings: pickedFileSchema,
      basics: pickedFileSchema,
      /** title.crew.tsv and name.basics.tsv: who directed. Both or none. */
      crew: pickedFileSchema.nullable(),
      names: pickedFileSchema.nullable(),
    }),
    response: z.object({ things: z.number() }),
  },
} as const satisfies MethodTable;

/** Each call runs in a worker of its own, which ends with it. */
export type ImdbReader = Calls<typeof IMDB_METHODS>;
