import { describe, expect, it } from 'vitest';
import { itemId, OWNER_ID, personId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../../renderer/src/domain/item';
import { decisionCandidates, mayBeDecided } from '../../../../renderer/src/features/together/decision-candidates';
import { fitSentence, levelOf } from '../../../../renderer/src/features/together/fit-sentence';
import { deciders } from '../../../../renderer/src/application/picks/group-choice';

const item = (id: string, more: Partial<Item> = {}): Item =>
  completeItem({ kind: 'movie', title: id, ...more }, itemId(id), 0);

describe('what may be decided about', () => {
  const items = [
    item('rated', { ownRating: 0.8, status: 'finished' }),
    item('unrated'),
    item('begun', { status: 'in-progress' }),
    item('wanted', { status: 'wanted' }),
    item('dropped', { status: 'abandoned' }),
    item('excluded', { excludedFromPicks: true }),
    item('friend-only', { inLibrary: false }),
    item('wanted, excluded', { status: 'wanted', excludedFromPicks: true }),
    item('wanted, a friend’s', { status: 'wanted', inLibrary: false }),
  ];

  it('is what may be picked, and what the owner wants only with the owner at the table', () => {
    expect(decisionCandidates(items, false).map((candidate) => candidate.itemId)).toEqual([
      'rated',
      'unrated',
      'begun',
    ]);
    expect(decisionCandidates(items, true).map((candidate) => candidate.itemId)).toEqual([
      'rated',
      'unrated',
      'begun',
      'wanted',
    ]);
  });

  it('carries the owner’s rating, and never offers what was given up', () => {
    expect(decisionCandidates(items, true)[0]).toEqual({ itemId: 'rated', ownRating: 0.8 });
    expect(mayBeDecided(item('dropped', { status: 'abandoned' }), true)).toBe(false);
  });
});

describe('who decides', () => {
  const [ada, ben] = [{ id: personId('ada') }, { id: personId('ben') }];

  it('is the owner at first, with an only friend', () => {
    expect(deciders(null, [ada, ben])).toEqual([OWNER_ID]);
    expect(deciders(null, [ada])).toEqual([OWNER_ID, 'ada']);
  });

  it('is whoever was chosen and is still there, in a fixed order', () => {
    expect(deciders([ben.id, OWNER_ID, personId('gone')], [ada, ben])).toEqual([OWNER_ID, 'ben']);
    expect(deciders([ben.id, ada.id], [ada, ben])).toEqual(['ada', 'ben']);
    expect(deciders([], [ada])).toEqual([]);
  });
});

describe('how much each will like it', () => {
  const known = (count: number) =>
    levelOf({
      events: Array.from({ length: count }, (_, index) => ({ itemId: itemId(String(index)), rating: 1, at: null })),
    });

  it('says it in words, then as a chance; where there is none, as a place among the choice', () => {
    expect(fitSentence({ fit: 0.96, chance: 0.824 }, 'medium')).toBe('Very good fit; likely to like it: about 8 in 10');
    for (const chance of [null, Number.NaN])
      expect(fitSentence({ fit: 0.6, chance }, 'medium')).toBe('Fair fit, above 60 % of the choice');
  });

  it('claims little of somebody of whom little is known', () => {
    expect([known(2), known(3)]).toEqual(['low', 'medium']);
    expect(fitSentence({ fit: 1, chance: 1 }, known(0))).toBe('Good fit; very likely to like it: more than 19 in 20');
  });
});
