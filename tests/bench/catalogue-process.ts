import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Measure } from './kernels';

const ROOT = resolve(import.meta.dirname, '../..');
/** A million invented things are objects of 2 GB before they are a catalogue. */
const MEGABYTES = 8_000;

const measures = z.array(
  z.object({
    name: z.string(),
    milliseconds: z.number(),
    runs: z.number(),
    beside: z.array(z.object({ name: z.string(), milliseconds: z.number() })),
  }),
);

/** `catalogue.ts` in a process of its own per number of things: what one leaves in memory would count for the next. */
export const catalogueMeasures = (counts: readonly number[]): readonly Measure[] =>
  counts.flatMap((count) =>
    measures.parse(
      JSON.parse(
        execFileSync(
          process.execPath,
          [
            '--expose-gc',
            `--max-old-space-size=${String(MEGABYTES)}`,
            '--import',
            'tsx',
            join(import.meta.dirname, 'catalogue.ts'),
            String(count),
          ],
          { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
        ),
      ),
    ),
  );
