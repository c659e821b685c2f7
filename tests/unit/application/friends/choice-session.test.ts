import { describe, expect, it } from 'vitest';
import {
  answersIn,
  type ChoiceSession,
  isOver,
  NEW_SESSION,
  nextChoiceRequest,
  pairShown,
  passedOver,
  prolonged,
  stepped,
  steppedBack,
} from '../../../../renderer/src/application/friends/choice-session';
import { actionId, itemId } from '../../../../renderer/src/domain/ids';
import type { ThingsToCompare } from '../../../../renderer/src/domain/recommendation-request';
import type { TasteReaction } from '../../../../renderer/src/domain/taste-profile';
import { profile } from '../../../fixtures/recommender-data';

const pair = (left: string, right: string): ThingsToCompare => ({ left: itemId(left), right: itemId(right) });
const DUNE_EMMA = pair('dune', 'emma');
const KIM_ULYSSES = pair('kim', 'ulysses');
const answered = (session: ChoiceSession, of: ThingsToCompare): ChoiceSession =>
  stepped(session, { pair: of, chosen: of.left, actionId: actionId(1) });
const skipped = (session: ChoiceSession, of: ThingsToCompare): ChoiceSession =>
  stepped(session, { pair: of, chosen: null, actionId: null });
const comparison = ({ left, right }: ThingsToCompare): TasteReaction => ({
  itemId: left,
  otherItemId: right,
  type: 'chosen-over',
  rating: null,
  outcome: null,
  at: 1,
});
const ask = (session: ChoiceSession, reactions: readonly TasteReaction[] = []) =>
  nextChoiceRequest(session, profile({ reactions }), {
    things: [itemId('dune')],
    famous: [],
    outside: [],
    candidates: [itemId('emma')],
  });

describe('a sitting of pairs', () => {
  it('asks for a pair without those shown, skipped ones included', () => {
    expect(ask(NEW_SESSION)?.asked).toEqual([]);
    expect(ask(skipped(NEW_SESSION, DUNE_EMMA))?.asked).toEqual(['dune', 'emma']);
  });

  it('waits with the next question until the answer is part of the profile', () => {
    const session = answered(NEW_SESSION, DUNE_EMMA);
    expect(ask(session)).toBeNull();
    expect(ask(session, [comparison(pair('emma', 'dune'))])).toBeNull();
    expect(ask(session, [comparison(DUNE_EMMA)])?.asked).toEqual(['dune', 'emma']);
  });

  it('shows no pair again that was answered, while the next is being chosen', () => {
    expect(pairShown(NEW_SESSION, { pair: DUNE_EMMA })).toEqual(DUNE_EMMA);
    expect(pairShown(answered(NEW_SESSION, DUNE_EMMA), { pair: DUNE_EMMA })).toBeNull();
    expect(pairShown(answered(NEW_SESSION, DUNE_EMMA), { pair: KIM_ULYSSES })).toEqual(KIM_ULYSSES);
    expect(pairShown(NEW_SESSION, null)).toBeNull();
  });

  it('goes one back to the very pair, without asking, and on from there', () => {
    const back = steppedBack(answered(skipped(NEW_SESSION, KIM_ULYSSES), DUNE_EMMA));
    expect(back.steps).toHaveLength(1);
    expect(pairShown(back, { pair: KIM_ULYSSES })).toEqual(DUNE_EMMA);
    expect(ask(back)).toBeNull();
    expect(pairShown(steppedBack(back), null)).toEqual(KIM_ULYSSES);
    expect(steppedBack(NEW_SESSION)).toBe(NEW_SESSION);
    expect(ask(skipped(back, DUNE_EMMA))?.asked).toEqual(['kim', 'ulysses', 'dune', 'emma']);
  });

  it('is over after twelve pairs, answered or not, and can be prolonged by twelve', () => {
    const eleven = Array.from({ length: 11 }).reduce<ChoiceSession>(
      (session) => skipped(session, DUNE_EMMA),
      NEW_SESSION,
    );
    expect(isOver(eleven)).toBe(false);
    const twelve = skipped(eleven, KIM_ULYSSES);
    expect([isOver(twelve), ask(twelve), answersIn(twelve)]).toEqual([true, null, 0]);
    expect(prolonged(twelve).length).toBe(24);
    expect(isOver(prolonged(twelve))).toBe(false);
  });

  it('knows which of the two was passed over', () => {
    expect(passedOver(DUNE_EMMA, itemId('dune'))).toBe('emma');
    expect(passedOver(DUNE_EMMA, itemId('emma'))).toBe('dune');
  });
});
