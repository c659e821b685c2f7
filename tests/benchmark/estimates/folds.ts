import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Estimates } from '../../../renderer/src/recommend/estimating/estimates';
import { parseEstimates } from '../../../renderer/src/recommend/estimating/estimates-parser';
import { StrictReader } from '../../../renderer/src/recommend/model/strict-reader';
import { hash } from '../baselines';
import { UsageError } from '../usage-error';

/** Written by models/training/estimates.py beside the bundle's own: each fit left out a fifth of all people. */
const FILE = join(import.meta.dirname, 'folds.json');

/** The fold a person is in: the fit of that fold has not seen them. */
export const foldOf = (person: string, folds: number): number => hash(person) % folds;

/** The fits without each fold. @param tags how many tags the tag head has. Throws UsageError for another number. */
export async function readFolds(folds: number, tags: number): Promise<readonly Estimates[]> {
  const found = new StrictReader(JSON.parse(await readFile(FILE, 'utf8')), 'folds').list((fold) =>
    parseEstimates(fold, tags),
  );
  if (found.length !== folds)
    throw new UsageError(`--folds takes ${String(found.length)}: so many fits stand in folds.json.`);
  return found;
}
