import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../../renderer/src/domain/ids';
import type { Reason } from '../../../../../renderer/src/domain/recommendation';
import { reasonTexts } from '../../../../../renderer/src/features/slate/reasons/reason-text';
import { plainText } from '../../../../../renderer/src/features/slate/reasons/text-part';

const dispossessed = itemId('dispossessed');
const context = {
  friendName: 'Ada',
  itemsById: new Map([
    [dispossessed, { title: 'The Dispossessed', tags: ['Science-Fiction'], creators: ['Ursula K. Le Guin'] }],
  ]),
  formatRating: (rating: number) => `${rating * 5} of 5`,
};
const event = (rating: number | null, more: Partial<Extract<Reason, { type: 'event' }>> = {}): Reason => ({
  type: 'event',
  itemId: dispossessed,
  rating,
  contribution: 1,
  sharedTags: [],
  likelySharedTags: [],
  sharedCreator: null,
  ...more,
});
const words = (...reasons: Reason[]): string[] => reasonTexts(reasons, context).map(plainText);

describe('reasonTexts', () => {
  it.each([
    [1, 'Because Ada loved The Dispossessed'],
    [0.8, 'Because Ada liked The Dispossessed'],
    [0.7, 'Because Ada found this so-so: The Dispossessed'],
    [0.2, 'Because Ada did not like The Dispossessed'],
    [null, 'Because Ada knows The Dispossessed'],
  ])('words an event rated %s', (rating, text) => {
    expect(words(event(rating))).toEqual([text]);
  });

  it('names only what the two things share', () => {
    expect(words(event(1, { sharedTags: ['science fiction'], sharedCreator: 'Ursula K. Le Guin' }))).toEqual([
      'Because Ada loved The Dispossessed, also by Ursula K. Le Guin (both: science fiction)',
    ]);
    expect(words(event(1, { sharedTags: ['slow', 'sad', 'long'] }))).toEqual([
      'Because Ada loved The Dispossessed (both: slow, sad)',
    ]);
    expect(words(event(1, { sharedCreator: 'X' }))).toEqual(['Because Ada loved The Dispossessed, also by X']);
  });

  it('says that a tag nobody gave them is only probable', () => {
    expect(words(event(1, { likelySharedTags: ['horror'] }))).toEqual([
      'Because Ada loved The Dispossessed (both probably: horror)',
    ]);
    expect(words(event(0.8, { likelySharedTags: ['slow', 'sad', 'long'], sharedCreator: 'X' }))).toEqual([
      'Because Ada liked The Dispossessed, also by X (both probably: slow, sad)',
    ]);
  });

  it('gives no evidence against, none about a thing that is gone, and at most two', () => {
    expect(words(event(1, { contribution: -0.2 }), event(1, { itemId: itemId('gone') }))).toEqual([]);
    expect(words(event(1), event(0.8), event(0.5))).toHaveLength(2);
  });

  it('words tags, own rating and the crowd', () => {
    expect(words({ type: 'liked-tag', tag: 'cosy', contribution: 1 })).toEqual(['Ada likes cosy']);
    expect(words({ type: 'own-rating', rating: 0.8, contribution: 1 })).toEqual(['You gave it 4 of 5']);
    expect(words({ type: 'crowd', rating: 0.8, count: null, contribution: 1 })).toEqual([
      'Others rate it 4 of 5 on average',
    ]);
    expect(words({ type: 'crowd', rating: 0.8, count: 12, contribution: 1 })).toEqual([
      'Others rate it 4 of 5 on average (12 votes)',
    ]);
  });

  it('says what was learned by the sign of the weight alone', () => {
    const learned = (feature: string, weight: number, contribution = 1): Reason => ({
      type: 'learned',
      feature,
      weight,
      contribution,
    });
    expect(words(learned('tag:horror', 0.4))).toEqual(['Learned: Ada tends to like horror more than expected']);
    // Little known is what speaks for it: she likes the well-known less.
    expect(words(learned('popularity', -0.4))).toEqual([
      'Learned: Ada tends to like well-known things less than expected',
    ]);
    expect(words(learned('tag:horror', -0.4, -1))).toEqual([]);
    expect(words(learned('length', -0.4))).toEqual(['Learned: Ada tends to like short things more than expected']);
  });

  it('marks the title, so that it can be set in italics', () => {
    expect(
      reasonTexts([event(1)], context)[0]
        ?.filter((part) => part.emphasis)
        .map((part) => part.text),
    ).toEqual(['The Dispossessed']);
  });
});
