import * as fc from 'fast-check';
import { CRASH_MODES } from '../memory-disk';
import { acting, actingInTwo, actingWhileAnotherStarts, CONCURRENT, killedWhileActing } from './acting';
import { ACTION_KINDS } from './actions';
import type { Command } from './command';
import {
  changingShell,
  closing,
  copyingDatabase,
  emptyingTrash,
  hostAway,
  hostKilled,
  JOINED,
  joining,
  losingDatabase,
  losingJournal,
  puttingBack,
  restoringSnapshot,
  settingClock,
  starting,
  takingSnapshot,
} from './happenings';

/** Everything that may happen, in any order. */
export function anyCommand(): fc.Arbitrary<Command> {
  const dice = fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 });
  const kind = fc.constantFrom(...ACTION_KINDS, ...FREQUENT);
  const concurrent = fc.constantFrom(...CONCURRENT);
  const steps = fc.nat(14);
  const pause = fc.nat(30);
  const window = fc.nat(1);
  const next = fc.record({
    killedAfter: fc.option(steps),
    acts: fc.option(fc.record({ kind: concurrent, dice, lag: pause })),
  });
  return fc.oneof(
    { weight: 30, arbitrary: fc.tuple(kind, dice, window).map((of) => acting(...of)) },
    { weight: 8, arbitrary: fc.tuple(kind, dice, window, steps).map((of) => killedWhileActing(...of)) },
    { weight: 5, arbitrary: fc.tuple(concurrent, dice, concurrent, dice, pause).map((of) => actingInTwo(...of)) },
    { weight: 2, arbitrary: fc.tuple(concurrent, dice, pause).map((of) => actingWhileAnotherStarts(...of)) },
    { weight: 2, arbitrary: fc.option(steps).map((killedAfter) => starting(killedAfter)) },
    { weight: 1, arbitrary: fc.constant(closing()) },
    { weight: 1, arbitrary: fc.constant(changingShell()) },
    { weight: 2, arbitrary: fc.boolean().map((isAway) => hostAway(isAway)) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.option(fc.constantFrom(...CRASH_MODES)), fc.nat()).map((of) => hostKilled(...of)),
    },
    { weight: 2, arbitrary: fc.constant(takingSnapshot()) },
    { weight: 2, arbitrary: fc.option(fc.nat(40)).map((killedAfter) => restoringSnapshot(killedAfter)) },
    { weight: 1, arbitrary: fc.constantFrom(-800, -31, -1, 1, 31, 800).map((days) => settingClock(days)) },
    { weight: 1, arbitrary: fc.constant(emptyingTrash()) },
    { weight: 2, arbitrary: fc.option(next).map((how) => losingDatabase(how)) },
    { weight: 1, arbitrary: next.map((how) => losingJournal(how)) },
    { weight: 3, arbitrary: fc.option(fc.record({ kind, dice })).map((waiting) => copyingDatabase(waiting)) },
    { weight: 3, arbitrary: next.map((how) => puttingBack(how)) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...JOINED), fc.option(steps)).map((of) => joining(...of)) },
  );
}

/** They change the same rows again and again. */
const FREQUENT = ['rate', 'rate', 'edit thing', 'name owner', 'name owner', 'undo', 'redo'] as const;
