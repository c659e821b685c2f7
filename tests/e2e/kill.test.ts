import { expect, it } from 'vitest';
import { killRounds } from '../faults/browser/kill-rounds';
import { windowRounds } from '../faults/browser/window-rounds';
import { secondShell } from '../faults/suites/two-shells';
import { testBrowser } from './browser';

/** The browser that ships inside a package is headless only: it opens no app window. */
it.skipIf(!testBrowser().hasWindows)(
  'loses no rating that a window showed as done when browser, shell or both are killed, and needs no help',
  { timeout: 180_000 },
  async () => {
    const said: string[] = [];
    const rows = await killRounds(4, ['browser', 'shell', 'both'], (line) => said.push(line));
    const failed = rows.filter(({ lost, helpNeeded, silent }) => lost + helpNeeded + silent > 0);
    expect(failed, said.join('\n')).toEqual([]);
    expect(rows.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(4);
  },
);

it.skipIf(!testBrowser().hasWindows)(
  'loses no rating of either window when the process of one of two is killed, and the other goes on',
  { timeout: 180_000 },
  async () => {
    const said: string[] = [];
    const [row] = await windowRounds(2, (line) => said.push(line));
    expect(row, said.join('\n')).toMatchObject({ rounds: 2, lost: 0, helpNeeded: 0, silent: 0 });
    expect(row?.acknowledged).toBeGreaterThan(2 * 5);
  },
);

it('a second shell on the same data folder yields and says why, by whatever path it comes', async () => {
  expect(await secondShell()).toMatchObject({ rounds: 2, helpNeeded: 0, silent: 0 });
});
