import { defineConfig } from 'vitest/config';

/** They put modules in place of the program's, or load them anew, and must not share a process with others. */
export const MOCKING = ['tests/unit/domain/item-fields/new-field.test.ts', 'tests/unit/ui/days.test.ts'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Two cores everywhere this runs; more workers only contend.
    maxWorkers: 2,
    // A few take seconds, and several times that on a busy machine; what hangs is found all the same.
    testTimeout: 60_000,
    retry: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/unit/**/*.test.ts',
            'tests/unit/**/*.test.tsx',
            'tests/contract/**/*.test.ts',
            'tests/faults/**/*.test.ts',
          ],
          exclude: MOCKING,
          // Files share the modules of their process, which takes half the time of loading them anew for each file. No
          // module keeps state.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
});
