import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { buildPage } from '../../../electron/cli/build-page';
import { testBrowser } from '../../e2e/browser';
import { filledFolder, HARMS, MOST_CLICKS, recovered, removed, type FilledFolder } from '../../e2e/damaged-database';
import { randomFrom, type FaultRow, type FaultSuite } from '../fault';

/** Where a bit is turned over, 0 to below 1: in a header, among rows, in an index. */
const PLACES = [0.1, 0.5, 0.9];

/**
 * Each file of the browser's database deleted, cut in half, emptied, a bit of it turned over, while the program does
 * not run; then a start in real Chromium by the real browser shell. `acknowledged`: rows that were in both places;
 * `help needed`: more than two clicks, or no way back; `silent`: brought back without a word.
 */
export const damagedDatabase: FaultSuite = {
  group: 'corrupt',
  name: 'the browser’s database',
  run: async ({ isShort, rounds, say }) => {
    if (isShort) {
      say('It needs the built page and takes minutes: npm run faults -- --only corrupt');
      return null;
    }
    if (!testBrowser().hasWindows) {
      say('It needs a Chromium, Chrome or Edge with windows.');
      return null;
    }
    if (!buildPage(resolve(import.meta.dirname, '../../..'), say)) return null;
    const random = randomFrom(rounds ?? 0);
    const places = rounds === null ? PLACES : Array.from({ length: rounds }, random);
    const place = mkdtempSync(join(tmpdir(), 'handpicked-damaged-'));
    try {
      const filled = await filledFolder(join(place, 'data'), 'large');
      const rows: FaultRow[] = [];
      for (const kind of new Set(filled.files.map(kindOf)))
        for (const [how, harm] of Object.entries(HARMS)) {
          const fault = `the browser’s database, ${kind} ${how}`;
          const total = { fault, rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
          const clicks: number[] = [];
          for (const file of filled.files.filter((one) => kindOf(one) === kind))
            for (const at of how === 'flipped' ? places : [0]) {
              clicks.push(await round(filled, (databases) => harm(join(databases, file), at), total, say));
            }
          say(`${kind} ${how}: clicks until everything was back: ${clicks.join(', ')}`);
          rows.push(total);
        }
      return rows;
    } finally {
      await removed(place);
    }
  },
};

/** Chromium numbers its files. */
function kindOf(file: string): string {
  const name = basename(file);
  if (name.startsWith('MANIFEST')) return 'MANIFEST';
  return /\.(?:log|ldb)$/.exec(name)?.[0] ?? (name === 'CURRENT' ? name : 'a large value’s own file');
}

type Total = { -readonly [Key in keyof FaultRow]: FaultRow[Key] };

/** @returns clicks */
async function round(
  filled: FilledFolder,
  harm: (databases: string) => void,
  total: Total,
  say: (line: string) => void,
): Promise<number> {
  total.rounds++;
  total.acknowledged += filled.rows.size;
  try {
    const { clicks, lost, isTold } = await recovered(filled, harm);
    total.lost += lost;
    total.helpNeeded += Number(clicks > MOST_CLICKS);
    total.silent += Number(!isTold);
    return clicks;
  } catch (error) {
    say(`${total.fault}: ${String(error)}`);
    total.helpNeeded++;
    return MOST_CLICKS + 1;
  }
}
