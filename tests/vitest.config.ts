import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx', 'tests/contract/**/*.test.ts'],
    // Two cores everywhere this runs; more workers only contend.
    maxWorkers: 2,
    testTimeout: 20_000,
    retry: 0,
  },
});
