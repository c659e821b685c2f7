import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { Reason } from '../../../../renderer/src/domain/recommendation';
import { ownReasonTexts } from '../../../../renderer/src/features/next/own-reason-text';
import { plainText } from '../../../../renderer/src/features/slate/reasons/text-part';

describe('ownReasonTexts', () => {
  const emma = itemId('emma');
  const context = {
    item: { tags: ['Slow Burn'], creators: ['Ursula K. Le Guin'] },
    itemsById: new Map([[emma, { title: 'Emma', tags: ['Witty'], creators: ['Jane Austen'] }]]),
    formatRating: (rating: number) => `${rating * 5} of 5`,
  };
  const event = (rating: number | null, more: Partial<Extract<Reason, { type: 'event' }>> = {}): Reason => ({
    type: 'event',
    itemId: emma,
    rating,
    contribution: 1,
    sharedTags: [],
    likelySharedTags: [],
    sharedCreator: null,
    ...more,
  });
  const words = (...reasons: Reason[]): string[] => ownReasonTexts(reasons, context).map(plainText);

  it.each([
    [1, 'Because you loved Emma'],
    [0.8, 'Because you liked Emma'],
    [0.5, 'Because you found this so-so: Emma'],
    [0.2, 'Because you did not like Emma'],
    [null, 'Because you know Emma'],
  ])('words an event rated %s', (rating, text) => {
    expect(words(event(rating))).toEqual([text]);
  });

  it('names what the two things share', () => {
    expect(words(event(1, { sharedTags: ['wit', 'love', 'long'], sharedCreator: 'Jane Austen' }))).toEqual([
      'Because you loved Emma, also by Jane Austen (both: wit, love)',
    ]);
    expect(words(event(1, { likelySharedTags: ['wit'] }))).toEqual(['Because you loved Emma (both probably: wit)']);
  });

  it('words tags, what was learned and the crowd', () => {
    const learned = (feature: string, weight = 1): Reason => ({ type: 'learned', feature, weight, contribution: 1 });
    expect(words({ type: 'liked-tag', tag: 'cosy', contribution: 1 }, learned('tag:slow burn'))).toEqual([
      'You like cosy',
      'Learned: you tend to like Slow Burn more than expected',
    ]);
    expect(words(learned('creator:ursula k le guin'), learned('era:1970s', -1))).toEqual([
      'Learned: you tend to like things by Ursula K. Le Guin more than expected',
      'Learned: you tend to like things from the 1970s less than expected',
    ]);
    expect(words(learned('length', -1), learned('length'))).toEqual([
      'Learned: you tend to like short things more than expected',
      'Learned: you tend to like long things more than expected',
    ]);
    expect(words(learned('model:future'), learned('bias'))).toEqual([]);
    expect(words({ type: 'crowd', rating: 0.8, count: 12, contribution: 1 })).toEqual([
      'Others rate it 4 of 5 on average (12 votes)',
    ]);
  });

  it('gives no evidence against, no own rating, nothing about a thing that is gone, and at most two', () => {
    expect(
      words(
        event(1, { contribution: 0 }),
        { type: 'own-rating', rating: 1, contribution: 1 },
        event(1, { itemId: itemId('gone') }),
      ),
    ).toEqual([]);
    expect(words(event(1), event(0.8), event(0.5))).toHaveLength(2);
  });
});
