import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutated, type Mutation } from '../../mutations/mutation';
import { MUTATIONS } from '../../mutations/mutations';
import { outcomesOf, verdictOf } from '../../mutations/test-results';

const ROOT = new URL('../../../', import.meta.url).pathname;
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('the list of mutations', () => {
  it.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('fits the code: %s', (_name, mutation) => {
    expect(mutated(read(mutation.file), mutation)).not.toBe(read(mutation.file));
    expect(mutation.killedBy.length).toBeGreaterThan(0);
    for (const { file } of mutation.killedBy) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  it('names each once and has a short form', () => {
    const names = MUTATIONS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const short = MUTATIONS.filter((mutation) => mutation.short === true);
    expect(short.length).toBeGreaterThanOrEqual(5);
    expect(short.length).toBeLessThanOrEqual(10);
  });
});

describe('a mutation', () => {
  const mutation: Mutation = { name: 'x', why: '', file: 'a.ts', find: 'a > b', replacement: 'a < b', killedBy: [] };
  it('is made in the one place it names', () => {
    expect(mutated('return a > b;', { ...mutation, replacement: '$&' })).toBe('return $&;');
  });
  it.each(['', 'a > b, a > b'])('is stale in “%s”', (text) => {
    expect(() => mutated(text, mutation)).toThrow('stale');
  });
  it('must change something', () => {
    expect(() => mutated('a > b', { ...mutation, replacement: 'a > b' })).toThrow('changes nothing');
  });
});

describe('the verdict', () => {
  const tests = [
    { file: 'tests/a.test.ts', test: 'one' },
    { file: 'tests/a.test.ts', test: 'two' },
  ];
  const verdict = (...results: readonly { readonly fullName: string; readonly status: string }[]) =>
    verdictOf(
      tests,
      outcomesOf(
        { testResults: [{ name: '/x/tests/a.test.ts', message: 'no such module', assertionResults: results }] },
        tests,
      ),
    );
  const failed = (fullName: string) => ({ fullName, status: 'failed', failureMessages: ['expected 1\nat line'] });

  it('is killed where every named test failed', () => {
    expect(verdict(failed('one'), failed('two'))).toEqual({ verdict: 'killed', detail: 'expected 1; expected 1' });
  });
  it('is survived where one of them passed', () => {
    expect(verdict(failed('one'), { fullName: 'two', status: 'passed' })).toEqual({
      verdict: 'survived',
      detail: 'tests/a.test.ts: “two”',
    });
  });
  it('is an error where one of them did not run: not loaded, renamed, skipped, or there twice', () => {
    expect(verdict()).toMatchObject({ verdict: 'error', detail: expect.stringContaining('no such module') as string });
    expect(verdict(failed('one'))).toMatchObject({ verdict: 'error' });
    expect(verdict(failed('one'), { fullName: 'two', status: 'skipped' })).toMatchObject({ verdict: 'error' });
    expect(verdict(failed('one'), failed('two'), failed('two'))).toMatchObject({ verdict: 'error' });
  });
});
