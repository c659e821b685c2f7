import { readFileSync } from 'node:fs';
import type { EstimatesOf } from './estimates-compared';

/** What estimates-compared.ts found when the estimates were last fitted; write-estimates.ts writes it. */
export const ESTIMATES_FIXTURE = new URL('../fixtures/estimates.json', import.meta.url).pathname;

export const readEstimatesFixture = (): EstimatesOf =>
  JSON.parse(readFileSync(ESTIMATES_FIXTURE, 'utf8')) as EstimatesOf;
