import type { ActionId, ItemId } from '../../domain/ids';
import type { NextChoice, NextChoiceRequest, ThingsToCompare } from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';

/** Pairs in one sitting: about a minute. */
export const PAIRS_PER_SITTING = 12;

/** A pair that was shown, and what was said. */
export interface Step {
  readonly pair: ThingsToCompare;
  /** Null = skipped. */
  readonly chosen: ItemId | null;
  /** What undoes the answer; null = skipped, nothing was written. */
  readonly actionId: ActionId | null;
}

/** One sitting of "which would they pick?". */
export interface ChoiceSession {
  /** In the order shown. */
  readonly steps: readonly Step[];
  /** A pair to show again, since its answer was taken back. */
  readonly again: ThingsToCompare | null;
  /** Pairs after which the sitting is over. */
  readonly length: number;
}

export const NEW_SESSION: ChoiceSession = { steps: [], again: null, length: PAIRS_PER_SITTING };

export const stepped = (session: ChoiceSession, step: Step): ChoiceSession => ({
  ...session,
  steps: [...session.steps, step],
  again: null,
});

/** One step back: its pair is shown again. The answer itself is undone by the caller. */
export function steppedBack(session: ChoiceSession): ChoiceSession {
  const last = session.steps.at(-1);
  return last === undefined ? session : { ...session, steps: session.steps.slice(0, -1), again: last.pair };
}

export const isOver = ({ steps, length }: ChoiceSession): boolean => steps.length >= length;

/** As many pairs again. */
export const prolonged = (session: ChoiceSession): ChoiceSession => ({
  ...session,
  length: session.steps.length + PAIRS_PER_SITTING,
});

export const answersIn = ({ steps }: ChoiceSession): number => steps.filter(({ chosen }) => chosen !== null).length;

/**
 * The question for the next pair. Null where none is to be asked: the sitting is over, a pair is shown again, or the
 * profile does not hold the last answer yet, so that the pair would be chosen without it.
 */
export function nextChoiceRequest(
  session: ChoiceSession,
  profile: TasteProfile,
  about: Omit<NextChoiceRequest, 'profile' | 'asked'>,
): NextChoiceRequest | null {
  if (isOver(session) || session.again !== null) return null;
  const heard = new Set(profile.reactions.map(({ itemId, otherItemId }) => comparison(itemId, otherItemId)));
  const waiting = session.steps.some(
    ({ pair, chosen }) => chosen !== null && !heard.has(comparison(chosen, passedOver(pair, chosen))),
  );
  if (waiting) return null;
  return { ...about, profile, asked: session.steps.flatMap(({ pair }) => thingsOf(pair)) };
}

export const passedOver = ({ left, right }: ThingsToCompare, chosen: ItemId): ItemId =>
  chosen === left ? right : left;

const thingsOf = ({ left, right }: ThingsToCompare): readonly ItemId[] => [left, right];

const comparison = (chosen: ItemId, other: ItemId | null): string => `${chosen} ${other ?? ''}`;

/** The pair on screen; null = none is known yet, or the last one was answered and the next is being chosen. */
export function pairShown(
  { steps, again }: ChoiceSession,
  answer: Pick<NextChoice, 'pair'> | null,
): ThingsToCompare | null {
  if (again !== null) return again;
  const pair = answer?.pair ?? null;
  if (pair === null) return null;
  const shown = new Set(steps.flatMap((step) => thingsOf(step.pair)));
  return thingsOf(pair).some((id) => shown.has(id)) ? null : pair;
}
