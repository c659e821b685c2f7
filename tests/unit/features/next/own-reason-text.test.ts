import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { NO_COMMON_GROUND, type CommonGround } from '../../../../renderer/src/domain/common-ground';
import type { Reason } from '../../../../renderer/src/domain/recommendation';
import { KnownSpellings } from '../../../../renderer/src/identity/known-spelling';
import { ownReasonTexts } from '../../../../renderer/src/features/next/own-reason-text';
import { plainText } from '../../../../renderer/src/features/slate/reasons/text-part';

describe('ownReasonTexts', () => {
  const emma = itemId('emma');
  const context = {
    item: { tags: ['Slow Burn'], creators: ['Ursula K. Le Guin'] },
    itemsById: new Map([[emma, { kind: 'book', title: 'Emma', series: null, inLibrary: true }]]),
    spellings: new KnownSpellings([]),
    formatRating: (rating: number) => `${rating * 5} of 5`,
  };
  const event = (rating: number | null, common: Partial<CommonGround>, contribution = 1): Reason => ({
    type: 'event',
    itemId: emma,
    rating,
    chosen: false,
    contribution,
    recognised: true,
    common: { ...NO_COMMON_GROUND, ...common },
  });
  const shared = { creator: 'Jane Austen' };
  const words = (...reasons: Reason[]): string[] => ownReasonTexts(reasons, context).map(plainText);

  it.each([
    [1, 'Because you loved Emma, also by Jane Austen'],
    [0.8, 'Because you liked Emma, also by Jane Austen'],
    [null, 'Because you know Emma, also by Jane Austen'],
  ])('words an event rated %s', (rating, text) => {
    expect(words(event(rating, shared))).toEqual([text]);
  });

  it('names what the two things share, or that people love both', () => {
    expect(words(event(1, { tags: ['wit', 'love', 'long'], creator: 'Jane Austen' }))).toEqual([
      'Because you loved Emma, also by Jane Austen (both: wit, love)',
    ]);
    expect(words(event(1, { likelyTags: ['wit'] }))).toEqual(['Because you loved Emma (both probably: wit)']);
    expect(words(event(1, { lovedTogether: true }), { type: 'taste', contribution: 1 })).toEqual([
      'People who love Emma, as you do, tend to love this',
      'Close to what you like on the whole',
    ]);
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
    const nothing = 'Nothing you said so far points to this one in particular.';
    expect(words(learned('model:future'), learned('bias'))).toEqual([nothing]);
    expect(words({ type: 'crowd', rating: 0.8, count: 12, contribution: 1 })).toEqual([
      nothing,
      'Others rate it 4 of 5 on average (12 votes)',
    ]);
  });

  it('gives no evidence against, no own rating, nothing about a thing that is gone, and at most two', () => {
    expect(
      words(event(1, shared, 0), { type: 'own-rating', rating: 1, contribution: 1 }, {
        ...event(1, shared),
        itemId: itemId('gone'),
      } as Reason),
    ).toEqual(['Nothing you said so far points to this one in particular.']);
    expect(words(event(1, shared), event(0.8, shared), event(null, shared))).toHaveLength(2);
  });
});
