import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MOCKING } from '../../vitest.config';

const ROOT = new URL('../../../', import.meta.url).pathname;
const MOCK_CALL = /^\s*vi\.(?:mock|doMock|resetModules)\(/m;

// All other tests share the modules of their process: a module replaced in one would be met by the next, and one loaded
// anew counts its databases from one again, while those of the tests before are still there.
it('tests that replace modules or load them anew have a process of their own', () => {
  const replacing = ['tests/unit', 'tests/contract', 'tests/faults'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path).replaceAll('\\', '/'))
      .filter((path) => /\.test\.tsx?$/.test(path) && MOCK_CALL.test(readFileSync(join(ROOT, path), 'utf8'))),
  );
  expect(replacing.sort()).toEqual([...MOCKING].sort());
});
