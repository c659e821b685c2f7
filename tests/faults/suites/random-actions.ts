// Before Dexie, which looks for IndexedDB once.
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import type { FaultRow, FaultSuite } from '../fault';
import { anyCommand } from '../model/commands';
import { Device } from '../model/device';
import { World } from '../model/world';

const ROUNDS = 300;
const SHORT_ROUNDS = 12;
const MAX_COMMANDS = 60;

/**
 * Random actions, windows that are killed in the middle of them, databases that are lost or put back, a host that goes
 * away and a power that is cut: after each, the library must be what a model of plain maps says.
 */
export const randomActions: FaultSuite = {
  group: 'kill',
  name: 'random actions and crashes, compared with a model',
  run: async ({ rounds, isShort, say }) => {
    const numRuns = rounds ?? (isShort ? SHORT_ROUNDS : ROUNDS);
    const total = { acknowledged: 0 };
    const property = fc.asyncProperty(
      fc.commands([anyCommand()], { maxCommands: MAX_COMMANDS, size: 'max' }),
      async (happening) => {
        const device = new Device();
        const world = new World();
        try {
          await fc.asyncModelRun(() => ({ model: world, real: device }), happening);
          await atTheEnd(world, device);
        } finally {
          total.acknowledged += world.acknowledged;
          await device.end();
        }
      },
    );
    const found = await fc.check(property, { numRuns, seed: numRuns });
    if (found.failed) {
      const { errorInstance: error } = found;
      say(`${(await fc.asyncDefaultReportMessage(found)) ?? ''}\n${error instanceof Error ? (error.stack ?? '') : ''}`);
    }
    return [
      {
        fault: 'random actions with crashes, put back, lost, in two windows and two shells',
        rounds: found.numRuns,
        acknowledged: total.acknowledged,
        lost: found.failed ? 1 : 0,
        helpNeeded: 0,
        silent: 0,
      } satisfies FaultRow,
    ];
  },
};

/** Whatever happened: the next start has everything, and so has a new database. */
async function atTheEnd(world: World, device: Device): Promise<void> {
  device.killAll();
  device.isHostAway = false;
  const window = await world.start(device);
  if (!world.state(device).isDecided) return;
  device.kill(window);
  device.loseDatabase();
  world.loseDatabase(device);
  await world.start(device);
}
