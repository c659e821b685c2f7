/**
 * `npm run mutations`: makes each change of the list in a copy of the repository and runs the tests that must notice.
 * Exit status 1 where one survived, a test did not run, or the list no longer fits the code.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mutated, type Mutation, type TestName } from './mutation';
import { MUTATIONS } from './mutations';
import { outcomesOf, type TestOutcome, type Verdict, verdictOf } from './test-results';
import { type WorkingCopy, workingCopy } from './working-copy';
import { runThisCommand } from '../../electron/cli/run-command';

const ROOT = resolve(import.meta.dirname, '../..');
const HELP = `Usage: npm run mutations -- [--short] [--only TEXT] [--json FILE]
  --short      only the few that CI runs
  --only TEXT  only those whose name holds this text
  --json FILE  also write the verdicts as JSON`;

function outcomes(copy: WorkingCopy, tests: readonly TestName[]): readonly TestOutcome[] {
  const json = copy.runTests(tests);
  if (json === null) return tests.map(() => ({ status: 'not-run', message: 'the test run ended without a report' }));
  return outcomesOf(json, tests);
}

/** Throws where the list does not fit: a test that is red without a mutation, or is not there, proves nothing. */
function checkBaseline(copy: WorkingCopy, mutations: readonly Mutation[]): void {
  for (const mutation of mutations) mutated(copy.read(mutation.file), mutation);
  const tests = mutations.flatMap(({ killedBy }) => killedBy);
  const wrong = outcomes(copy, tests).flatMap((outcome, index) => {
    const { file, test } = tests[index] ?? { file: '', test: '' };
    if (outcome.status === 'passed') return [];
    return [outcome.status === 'failed' ? `${file}: “${test}” fails without a mutation` : outcome.message];
  });
  if (wrong.length > 0) throw new Error([...new Set(wrong)].join('\n'));
}

function judge(copy: WorkingCopy, mutation: Mutation): Verdict {
  const original = copy.read(mutation.file);
  copy.write(mutation.file, mutated(original, mutation));
  try {
    return verdictOf(mutation.killedBy, outcomes(copy, mutation.killedBy));
  } finally {
    copy.write(mutation.file, original);
  }
}

const OPTIONS = {
  short: { type: 'boolean', default: false },
  only: { type: 'string' },
  json: { type: 'string' },
} as const;

function judgeAll(values: { readonly short: boolean; readonly only?: string; readonly json?: string }): number {
  const chosen = MUTATIONS.filter(
    ({ name, short }) => (!values.short || short === true) && name.includes(values.only ?? ''),
  );
  if (chosen.length === 0) {
    console.log(`No mutation is called “${values.only ?? ''}”.`);
    return 1;
  }
  const copy = workingCopy(ROOT);
  const started = Date.now();
  const verdicts: (Verdict & Pick<Mutation, 'name' | 'file' | 'why'>)[] = [];
  try {
    checkBaseline(copy, chosen);
    for (const mutation of chosen) {
      const verdict = judge(copy, mutation);
      const { name, file, why } = mutation;
      verdicts.push({ name, file, why, ...verdict });
      console.log(`${verdict.verdict.padEnd(8)}  ${name}`);
      if (verdict.verdict !== 'killed') console.log(`          ${verdict.detail}`);
    }
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    copy.remove();
  }
  const count = (wanted: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === wanted).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${count('killed')} killed, ${count('survived')} survived, ${count('error')} errors, ${seconds} s`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(verdicts, null, 2)}\n`);
  return count('killed') === verdicts.length ? 0 : 1;
}

await runThisCommand({ usage: HELP, options: OPTIONS, takesFiles: false, run: ({ values }) => judgeAll(values) });
