import { resolve } from 'node:path';
import { buildPage } from '../../../electron/cli/build-page';
import { testBrowser } from '../../e2e/browser';
import { killRounds } from '../browser/kill-rounds';
import type { FaultSuite } from '../fault';

const ROUNDS = 200;

/**
 * Real Chromium with the real browser shell, each in processes of its own: one, the other or both are killed (SIGKILL)
 * while the window is rated in as quickly as it can. `acknowledged`: ratings that the window showed as done, and those
 * of them that its host answered as kept; `silent`: values that nobody gave.
 */
export const killBrowser: FaultSuite = {
  group: 'kill',
  name: 'browser and shell',
  run: async ({ rounds, isShort, say }) => {
    if (isShort) {
      say('It needs the built page and takes minutes: npm run faults -- --only kill, and tests/e2e/kill.test.ts');
      return null;
    }
    if (!testBrowser().hasWindows) {
      say('It needs a Chromium, Chrome or Edge with windows.');
      return null;
    }
    if (!buildPage(resolve(import.meta.dirname, '../../..'), say)) return null;
    return await killRounds(rounds ?? ROUNDS, ['browser', 'shell', 'both'], say);
  },
};
