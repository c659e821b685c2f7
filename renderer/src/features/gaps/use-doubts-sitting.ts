import { useState } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useAnnounce } from '../../app/context/window-state-context';
import { entryKeys } from '../../application/catalogue/entry-keys';
import { confirmedFill, type DoubtfulFill } from '../../application/catalogue/plan-enrichment';
import {
  NO_STEPS,
  questionsLeft,
  stepped,
  steppedBack,
  type QuestionSitting,
} from '../../application/question-sitting';
import type { ItemId } from '../../domain/ids';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import { gapsText } from '../../text/gaps';
import type { SideBySideAnswer } from '../../ui/side-by-side/side-by-side-keys';
import { describeEntry } from './describe-entry';

export interface DoubtsSittingState {
  /** What is asked about; null = everything was gone through. */
  readonly asked: DoubtfulFill | null;
  readonly place: number;
  readonly of: number;
  /** Set aside for later. */
  readonly later: number;
  readonly waiting: boolean;
  readonly answer: (answer: SideBySideAnswer) => void;
  /** null: nothing was answered yet. */
  readonly back: (() => void) | null;
}

/** Goes through doubtful things: each answer is written down as an action of its own, and can be taken back. */
export function useDoubtsSitting(doubtful: readonly DoubtfulFill[]): DoubtsSittingState {
  const { enrichment, journal } = useServices();
  const run = useAction();
  const announce = useAnnounce();
  const [sitting, setSitting] = useState<QuestionSitting<ItemId>>(NO_STEPS);
  const [waiting, setWaiting] = useState(false);
  const left = questionsLeft(sitting, doubtful, ({ item }) => item.id);
  const asked = left[0] ?? null;
  const { steps } = sitting;

  const write = (work: () => Promise<ActionReceipt>, then: (receipt: ActionReceipt) => void): void => {
    setWaiting(true);
    void run(work, { quiet: true }).then((receipt) => {
      setWaiting(false);
      if (receipt !== undefined) then(receipt);
    });
  };
  const answer = (given: SideBySideAnswer): void => {
    if (asked === null || waiting) return;
    const { item, candidates } = asked;
    if (given === 'later') {
      announce(gapsText.laterNoted(item.title));
      setSitting((before) => stepped(before, item.id, null));
      return;
    }
    const entry = given === 'none' ? null : candidates[given]?.entry;
    if (entry === undefined) return;
    write(
      () =>
        entry === null
          ? enrichment.sayDifferent(
              item.id,
              candidates.flatMap((candidate) => entryKeys(candidate.entry)),
            )
          : enrichment.fillIn([confirmedFill(item, entry)]),
      ({ actionId }) => {
        announce(entry === null ? gapsText.noneNoted(item.title) : gapsText.noted(item.title, describeEntry(entry)));
        setSitting((before) => stepped(before, item.id, actionId));
      },
    );
  };
  const back = (): void => {
    const actionId = steps.at(-1)?.actionId ?? null;
    if (waiting) return;
    if (actionId === null) setSitting(steppedBack);
    else
      write(
        () => journal.undoAction(actionId),
        () => {
          announce(gapsText.takenBack);
          setSitting(steppedBack);
        },
      );
  };
  return {
    asked,
    place: steps.length + 1,
    of: steps.length + left.length,
    later: steps.filter(({ actionId }) => actionId === null).length,
    waiting,
    answer,
    back: steps.length === 0 ? null : back,
  };
}
