import type { FaultRow, FaultSuite } from '../fault';
import { callsByBody } from '../hostile/http-bodies';
import { callOf, outcomeOf, type HttpCall } from '../hostile/http-call';
import { callsByCaller, callsByRequest } from '../hostile/http-calls';
import { callsByCode, callsByFraming } from '../hostile/http-framing';
import { ipcCalls } from '../hostile/ipc-calls';
import { rawExchange } from '../hostile/raw-exchange';
import { startTarget, type Target } from '../hostile/target';

/** The short form makes every so many-th call; `hostile/hostile.test.ts` makes them all. */
const SHORT_STRIDE = 10;

/**
 * Calls that must all be refused. `rounds`: calls made; `acknowledged`: requests of the owner's own page, before and
 * after them; `help needed`: those that were not answered; `silent`: hostile calls that were accepted.
 */
export const hostile: FaultSuite = {
  group: 'hostile',
  name: 'calls of others',
  run: async ({ isShort, say }) => {
    const some = <Call>(calls: readonly Call[]): readonly Call[] =>
      isShort ? calls.filter((_call, index) => index % SHORT_STRIDE === 0) : calls;
    const rows: FaultRow[] = [];
    for (const [fault, callsOf] of TABLES) {
      const target = await startTarget();
      try {
        rows.push(await row(fault, target, some(await callsOf(target)), say));
      } finally {
        await target.close();
      }
    }
    const calls = some(ipcCalls());
    let accepted = 0;
    for (const { run } of calls) {
      const outcome = await run();
      if (outcome === null) continue;
      accepted += 1;
      say(outcome);
    }
    const fault = 'a call to Electron’s main process: sender, argument, channel';
    return [...rows, { fault, rounds: calls.length, acknowledged: 0, lost: 0, helpNeeded: 0, silent: accepted }];
  },
};

type Table = readonly [fault: string, callsOf: (target: Target) => readonly HttpCall[] | Promise<readonly HttpCall[]>];
const TABLES: readonly Table[] = [
  ['a call to the browser shell: who asks', callsByCaller],
  ['a call to the browser shell: what is asked', callsByRequest],
  ['a call to the browser shell: what it carries', callsByBody],
  ['a call to the browser shell: how it is written', callsByFraming],
  [
    'a call to the browser shell: what lets it in',
    async (target) => {
      const used = target.startPath();
      await rawExchange(target.port, callOf(target, 'the owner', { path: used }).bytes);
      return callsByCode(target, used);
    },
  ],
];

async function row(
  fault: string,
  target: Target,
  calls: readonly HttpCall[],
  say: (line: string) => void,
): Promise<FaultRow> {
  const isShown = async (): Promise<boolean> =>
    target.leaks(await rawExchange(target.port, callOf(target, 'the owner', {}).bytes));
  const before = await isShown();
  let accepted = 0;
  for (const call of calls) {
    const outcome = await outcomeOf(target, call);
    if (outcome === null) continue;
    accepted += 1;
    say(outcome);
  }
  const after = await isShown();
  const helpNeeded = Number(!before) + Number(!after);
  return { fault, rounds: calls.length, acknowledged: 2, lost: 0, helpNeeded, silent: accepted };
}
