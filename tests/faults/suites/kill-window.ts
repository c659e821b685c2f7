import { resolve } from 'node:path';
import { buildPage } from '../../../electron/cli/build-page';
import { testBrowser } from '../../e2e/browser';
import { windowRounds } from '../browser/window-rounds';
import type { FaultSuite } from '../fault';

const ROUNDS = 40;

/**
 * Two windows of one shell in a real Chromium, both rated in as quickly as they can; the process of one of them is
 * killed (SIGKILL). `acknowledged`: ratings that either showed as done. The other must go on, both must show everything
 * afterwards, and the host must have it.
 */
export const killWindow: FaultSuite = {
  group: 'windows',
  name: 'one of two windows killed',
  run: async ({ rounds, isShort, say }) => {
    if (isShort) {
      say('It needs the built page: npm run faults -- --only windows, and tests/e2e/kill.test.ts');
      return null;
    }
    if (!testBrowser().hasWindows) {
      say('It needs a Chromium, Chrome or Edge with windows.');
      return null;
    }
    if (!buildPage(resolve(import.meta.dirname, '../../..'), say)) return null;
    return await windowRounds(rounds ?? ROUNDS, say);
  },
};
