import { z } from 'zod';
import type { TestName } from './mutation';

/** What vitest's JSON reporter writes, as far as it is read here. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

export type TestOutcome =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly message: string }
  /** The file did not load, or holds no test of that name (or two). */
  | { readonly status: 'not-run'; readonly message: string };

/**
 * The outcome of each named test, in the order asked for.
 * @param json the reporter's file, parsed
 */
export function outcomesOf(json: unknown, tests: readonly TestName[]): readonly TestOutcome[] {
  const { testResults } = report.parse(json);
  return tests.map(({ file, test }) => {
    const suite = testResults.find(({ name }) => name.replaceAll('\\', '/').endsWith(`/${file}`));
    const found = (suite?.assertionResults ?? []).filter(({ fullName }) => fullName === test);
    const [only] = found;
    if (only === undefined || found.length > 1 || (only.status !== 'passed' && only.status !== 'failed')) {
      const message = firstLine(suite?.message) || `${found.length} tests have this name`;
      return { status: 'not-run', message: `${file}: “${test}” did not run: ${message}` };
    }
    if (only.status === 'passed') return { status: 'passed' };
    return { status: 'failed', message: firstLine(only.failureMessages?.[0]) };
  });
}

function firstLine(text: string | null | undefined): string {
  return (text ?? '').split('\n', 1)[0] ?? '';
}

export type Verdict =
  | { readonly verdict: 'killed'; readonly detail: string }
  | { readonly verdict: 'survived'; readonly detail: string }
  | { readonly verdict: 'error'; readonly detail: string };

/** Killed: every named test ran and failed. A test that cannot run proves nothing. */
export function verdictOf(tests: readonly TestName[], outcomes: readonly TestOutcome[]): Verdict {
  const notRun = outcomes.find((outcome) => outcome.status === 'not-run');
  if (notRun !== undefined) return { verdict: 'error', detail: notRun.message };
  const green = tests.filter((_test, index) => outcomes[index]?.status === 'passed');
  if (green.length > 0)
    return { verdict: 'survived', detail: green.map(({ file, test }) => `${file}: “${test}”`).join('; ') };
  return { verdict: 'killed', detail: outcomes.flatMap((o) => (o.status === 'failed' ? [o.message] : [])).join('; ') };
}
