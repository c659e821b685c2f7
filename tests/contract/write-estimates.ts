/**
 * Writes tests/fixtures/estimates.json anew: `npx tsx tests/contract/write-estimates.ts`. For a fit that was meant, or
 * another constant of the order; read what changed.
 */
import { writeFile } from 'node:fs/promises';
import { openBundle } from '../benchmark/node-model';
import { estimatesOf } from './estimates-compared';
import { ESTIMATES_FIXTURE } from './estimates-fixture';
import { bundleFolder } from './golden-file';

const found = await estimatesOf(await openBundle(bundleFolder('models/taste/')));
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(6)) : value;
await writeFile(ESTIMATES_FIXTURE, `${JSON.stringify(found, rounded, 2)}\n`);
