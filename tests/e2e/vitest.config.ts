import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    setupFiles: ['tests/e2e/close-shared-browser.ts'],
    globalSetup: ['tests/e2e/check-prerequisites.ts'],
    // A page waits more than it computes: two at a time take two thirds of the time on two cores.
    maxWorkers: 2,
    // A page is drawn in slices; on a busy machine that may take more than the usual second.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A test that passes the second time has still failed.
    retry: 0,
  },
});
