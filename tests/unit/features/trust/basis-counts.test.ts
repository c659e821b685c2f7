import { describe, expect, it } from 'vitest';
import { OWNER_ID, itemId, personId } from '../../../../renderer/src/domain/ids';
import type { TasteReaction } from '../../../../renderer/src/domain/taste-profile';
import { countOutcomes, countReactions } from '../../../../renderer/src/features/trust/basis-counts';

const reaction: TasteReaction = {
  itemId: itemId('i'),
  otherItemId: null,
  type: 'loved',
  rating: null,
  outcome: null,
  at: null,
};

describe('countOutcomes', () => {
  it('takes "not yet" for no answer, and counts each kind once', () => {
    const counts = countOutcomes([
      { outcome: 'loved' },
      { outcome: 'not-yet' },
      { outcome: null },
      { outcome: 'knew-it' },
      { outcome: 'loved' },
    ]);
    expect(counts).toEqual({ loved: 2, liked: 0, meh: 0, no: 0, 'knew-it': 1, unanswered: 2 });
    expect(Object.values(countOutcomes([])).every((count) => count === 0)).toBe(true);
  });
});

describe('countReactions', () => {
  it('keeps the owner apart', () => {
    const profiles = [
      { personId: OWNER_ID, reactions: [reaction, reaction] },
      { personId: personId('ada'), reactions: [reaction] },
      { personId: personId('ben'), reactions: [] },
    ];
    expect(countReactions(profiles)).toEqual({ own: 2, friends: 1 });
    expect(countReactions([])).toEqual({ own: 0, friends: 0 });
  });
});
