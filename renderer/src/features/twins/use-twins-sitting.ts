import { useMemo, useState } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useAnnounce } from '../../app/context/window-state-context';
import {
  NO_STEPS,
  questionsLeft,
  stepped,
  steppedBack,
  type QuestionSitting,
} from '../../application/question-sitting';
import { alikePairs, type AlikePairs } from '../../application/twins/alike-pairs';
import type { TwinPair } from '../../application/twins/twin-finder';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import { twinsText } from '../../text/twins';
import type { PairAnswer } from '../../ui/side-by-side/pair-keys';

export interface TwinsSitting {
  /** What is asked about, the one that stays first; null = everything was gone through. */
  readonly asked: TwinPair | null;
  readonly place: number;
  readonly of: number;
  /** Keys of what was put off. */
  readonly later: readonly string[];
  readonly waiting: boolean;
  readonly answer: (answer: PairAnswer) => void;
  /** Pairs alike in the same way as the one that is asked about. */
  readonly alike: AlikePairs;
  readonly answerAll: (answer: 'same' | 'different') => void;
  readonly swap: () => void;
  /** null: nothing was answered yet. */
  readonly back: (() => void) | null;
  /** Asks about what was put off. */
  readonly again: () => void;
}

const NOTHING_ALIKE: AlikePairs = { pairs: [], entangled: [] };

/** Goes through pairs: each answer is an action of its own, and can be taken back. */
export function useTwinsSitting(open: readonly TwinPair[]): TwinsSitting {
  const { twins, twinsSession, journal, snapshots } = useServices();
  const run = useAction();
  const announce = useAnnounce();
  const [sitting, setSitting] = useState<QuestionSitting<string>>(NO_STEPS);
  const [waiting, setWaiting] = useState(false);
  const [swapped, setSwapped] = useState<string | null>(null);
  const left = useMemo(() => questionsLeft(sitting, open, ({ key }) => key), [sitting, open]);
  const asked = left[0] === undefined ? null : inOrder(left[0], swapped);
  const alike = useMemo(() => (left[0] === undefined ? NOTHING_ALIKE : alikePairs(left[0], left)), [left]);
  const { steps } = sitting;

  const write = (work: () => Promise<ActionReceipt>, then: (receipt: ActionReceipt) => void): void => {
    setWaiting(true);
    void run(work, { quiet: true }).then((receipt) => {
      setWaiting(false);
      if (receipt !== undefined) then(receipt);
    });
  };
  const say = (pairs: readonly TwinPair[], verdict: 'same' | 'different'): Promise<ActionReceipt> =>
    verdict === 'same'
      ? twins.merge(pairs.map(({ things: [stays, goes] }) => ({ stays: stays.id, goes: goes.id })))
      : twins.sayDifferent(pairs.map(({ things: [one, other] }) => [one.id, other.id] as const));
  const answer = (given: PairAnswer): void => {
    if (asked === null || waiting) return;
    const { key, things } = asked;
    if (given === 'later') {
      announce(twinsText.saidLater(things[0].title));
      twinsSession.putOff(key);
      setSitting((before) => stepped(before, key, null));
      return;
    }
    write(
      () => say([asked], given),
      ({ actionId }) => {
        announce((given === 'same' ? twinsText.saidSame : twinsText.saidDifferent)(things[0].title));
        setSitting((before) => stepped(before, key, actionId));
      },
    );
  };
  const answerAll = (given: 'same' | 'different'): void => {
    if (asked === null || waiting || alike.pairs.length === 0) return;
    // The one that is asked about as it is shown: the other one may be to stay.
    const pairs = alike.pairs.map((pair) => (pair.key === asked.key ? asked : pair));
    write(
      async () => {
        if (pairs.length >= MANY) await snapshots.takeBefore('before-bulk-edit');
        return await say(pairs, given);
      },
      ({ actionId }) => {
        announce(twinsText.saidAll(pairs.length));
        setSitting((before) => stepped(before, asked.key, actionId));
      },
    );
  };
  const back = (): void => {
    const last = steps.at(-1);
    if (waiting || last === undefined) return;
    const takeBack = (): void => {
      announce(twinsText.takenBack);
      twinsSession.askAgain([last.key]);
      setSitting(steppedBack);
    };
    const { actionId } = last;
    if (actionId === null) takeBack();
    else write(() => journal.undoAction(actionId), takeBack);
  };
  const later = steps.flatMap(({ key, actionId }) => (actionId === null ? [key] : []));
  return {
    asked,
    place: steps.length + 1,
    of: steps.length + left.length,
    later,
    waiting,
    answer,
    alike,
    answerAll,
    swap: () => {
      setSwapped((before) => (before === asked?.key ? null : (asked?.key ?? null)));
    },
    back: steps.length === 0 ? null : back,
    again: () => {
      twinsSession.askAgain(later);
      setSitting(NO_STEPS);
    },
  };
}

/** From here on, how things were goes into a snapshot first. */
const MANY = 10;

const inOrder = (pair: TwinPair, swapped: string | null): TwinPair =>
  pair.key === swapped ? { ...pair, things: [pair.things[1], pair.things[0]] } : pair;
