import { useEffect, useMemo, useState } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useAnswer } from '../../app/context/use-answer';
import { useAnnounce } from '../../app/context/window-state-context';
import {
  type ChoiceSession,
  isOver,
  NEW_SESSION,
  nextChoiceRequest,
  pairShown,
  passedOver,
  prolonged,
  stepped,
  steppedBack,
} from '../../application/friends/choice-session';
import type { FamousThings } from '../../application/friends/famous-things';
import { pickCandidates } from '../../application/picks/candidates';
import { profileOf, type RankingInputs } from '../../application/picks/pick-questions';
import type { AppError } from '../../domain/errors';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Person } from '../../domain/person';
import type { ThingsToCompare } from '../../domain/recommendation-request';
import { choicesText } from '../../text/choices';
import { sharesText } from '../../text/shares';

export interface ChoiceSitting {
  readonly session: ChoiceSession;
  /** What is on screen; null = the first pair is not known yet. */
  readonly pair: ThingsToCompare | null;
  /** True while the pair on screen is answered and the next is being chosen, or an answer is being written. */
  readonly waiting: boolean;
  /** True where no two things are left to compare. */
  readonly usedUp: boolean;
  /** Share 0..1 of the uncertainty that is gone. */
  readonly certainty: number;
  readonly error: AppError | null;
  readonly retry: () => void;
  readonly choose: (chosen: ItemId | null) => void;
  readonly back: () => void;
  readonly more: () => void;
}

const NO_PAIR = { left: null, right: null };

/** One sitting for one friend: asks for pairs, writes answers down, takes them back, has each pair read out. */
export function useChoiceSitting(
  { id, name }: Pick<Person, 'id' | 'name'>,
  inputs: RankingInputs,
  { famous, outside, newThings }: FamousThings,
  thingOf: (id: ItemId) => Item | undefined,
): ChoiceSitting {
  const { recommender, taste, journal } = useServices();
  const run = useAction();
  const announce = useAnnounce();
  const [session, setSession] = useState(NEW_SESSION);
  const [writing, setWriting] = useState(false);
  const question = useMemo(() => {
    const { profiles, items, revision } = inputs;
    const profile = profileOf(profiles, id);
    const request =
      profile === undefined
        ? null
        : nextChoiceRequest(session, profile, {
            things: items.map((item) => item.id),
            famous,
            outside,
            candidates: pickCandidates(items).map(({ itemId }) => itemId),
          });
    return request === null ? null : { request, revision };
  }, [inputs, id, session, famous, outside]);
  const {
    answer,
    waiting: choosing,
    error,
    retry,
  } = useAnswer(question, ({ request }, signal) => recommender.nextChoice(request, { signal }));
  // An answer to an earlier question is none to this one: its pair was chosen without the last answer.
  const pair = pairShown(session, question === null || choosing ? null : answer);
  const titleOf = (item: ItemId): string => thingOf(item)?.title ?? sharesText.gone;
  const { left, right } = pair ?? NO_PAIR;
  const place = session.steps.length + 1;
  const read =
    left === null || right === null || isOver(session)
      ? null
      : choicesText.pairRead(place, session.length, titleOf(left), titleOf(right));
  useEffect(() => {
    if (read !== null) announce(read);
  }, [announce, read]);

  const choose = (chosen: ItemId | null): void => {
    if (pair === null || writing) return;
    if (chosen === null) {
      announce(choicesText.skipped);
      setSession((before) => stepped(before, { pair, chosen, actionId: null }));
      return;
    }
    setWriting(true);
    void run(
      () =>
        taste.recordTaste({
          personId: id,
          itemId: chosen,
          type: 'chosen-over',
          otherItemId: passedOver(pair, chosen),
          newThings,
        }),
      { quiet: true },
    ).then((receipt) => {
      setWriting(false);
      if (receipt === undefined) return;
      announce(choicesText.noted(name, titleOf(chosen)));
      setSession((before) => stepped(before, { pair, chosen, actionId: receipt.actionId }));
    });
  };
  const back = (): void => {
    const last = session.steps.at(-1);
    if (last === undefined || writing) return;
    const { actionId } = last;
    if (actionId === null) {
      setSession(steppedBack);
      return;
    }
    setWriting(true);
    void run(() => journal.undoAction(actionId), { quiet: true }).then((receipt) => {
      setWriting(false);
      if (receipt === undefined) return;
      announce(choicesText.takenBack);
      setSession(steppedBack);
    });
  };
  return {
    session,
    pair: pair ?? session.steps.at(-1)?.pair ?? null,
    waiting: writing || pair === null,
    usedUp: !choosing && question !== null && answer !== null && answer.pair === null,
    certainty: answer?.certainty ?? 0,
    error,
    retry,
    choose,
    back,
    more: () => {
      setSession(prolonged);
    },
  };
}
