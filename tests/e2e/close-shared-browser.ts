import { afterAll } from 'vitest';
import { closeSharedBrowser } from './app-under-test';

/** Runs around every file of tests. */
afterAll(closeSharedBrowser);
