import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../../renderer/src/domain/ids';
import { NO_COMMON_GROUND, type CommonGround } from '../../../../../renderer/src/domain/common-ground';
import type { Level, Reason } from '../../../../../renderer/src/domain/recommendation';
import { KnownSpellings } from '../../../../../renderer/src/identity/known-spelling';
import { reasonTexts, type ReasonContext } from '../../../../../renderer/src/features/slate/reasons/reason-text';
import type { SpelledItem } from '../../../../../renderer/src/features/slate/reasons/spelled-title';
import { plainText } from '../../../../../renderer/src/features/slate/reasons/text-part';

const dispossessed = itemId('dispossessed');
const thing = (title: string, more: Partial<SpelledItem> = {}): SpelledItem => ({
  kind: 'book',
  title,
  series: null,
  inLibrary: true,
  ...more,
});
const context: ReasonContext = {
  item: { ownRating: null },
  friendName: 'Ada',
  itemsById: new Map([[dispossessed, thing('The Dispossessed')]]),
  spellings: new KnownSpellings([]),
  formatRating: (rating) => `${rating * 5} of 5`,
};
const event = (rating: number | null, common: Partial<CommonGround>, contribution = 1): Reason => ({
  type: 'event',
  itemId: dispossessed,
  rating,
  chosen: false,
  contribution,
  recognised: true,
  common: { ...NO_COMMON_GROUND, ...common },
});
/** The spellings are those of the items. */
const withSpellings = (given: ReasonContext): ReasonContext => ({
  ...given,
  spellings: new KnownSpellings(given.itemsById.values()),
});
const shared = { tags: ['slow'] };
const told = (reasons: readonly Reason[], more: Partial<ReasonContext> = {}, confidence: Level = 'high'): string[] =>
  reasonTexts({ reasons, confidence }, withSpellings({ ...context, ...more })).map(plainText);
const words = (...reasons: Reason[]): string[] => told(reasons);

describe('reasonTexts', () => {
  it('does not say that they liked what they would only pick over another', () => {
    const chosen = { ...event(0.8, shared), chosen: true };
    expect(words(chosen)).toEqual(['Because Ada would pick The Dispossessed (both: slow)']);
    const together = { ...event(0.8, { lovedTogether: true }), chosen: true };
    expect(words(together)).toEqual(['People who love The Dispossessed, which Ada would pick, tend to love this']);
  });

  it.each([
    [1, 'Because Ada loved The Dispossessed (both: slow)'],
    [0.8, 'Because Ada liked The Dispossessed (both: slow)'],
    [null, 'Because Ada knows The Dispossessed (both: slow)'],
  ])('words an event rated %s', (rating, text) => {
    expect(words(event(rating, shared))).toEqual([text]);
  });

  it('names what the two things share', () => {
    expect(words(event(1, { tags: ['science fiction'], creator: 'Ursula K. Le Guin' }))).toEqual([
      'Because Ada loved The Dispossessed, also by Ursula K. Le Guin (both: science fiction)',
    ]);
    expect(words(event(1, { tags: ['slow', 'sad', 'long'] }))).toEqual([
      'Because Ada loved The Dispossessed (both: slow, sad)',
    ]);
    expect(words(event(1, { creator: 'X' }))).toEqual(['Because Ada loved The Dispossessed, also by X']);
    expect(words(event(1, { series: 'Hainish Cycle' }))).toEqual([
      'Because Ada loved The Dispossessed, also in Hainish Cycle',
    ]);
  });

  it('leaves the name of a series to the title that has it', () => {
    const itemsById = new Map([[dispossessed, thing('Toy Story 2', { kind: 'movie' })]]);
    expect(told([event(1, { series: 'toy story' })], { itemsById })).toEqual([
      'Because Ada loved Toy Story 2, in the same series',
    ]);
  });

  it('says that people love the one with the other, where neither maker nor series is shared', () => {
    expect(words(event(1, { lovedTogether: true, tags: ['space'] }))).toEqual([
      'People who love The Dispossessed, as Ada does, tend to love this (both: space)',
    ]);
    expect(words(event(0.8, { lovedTogether: true }), event(null, { lovedTogether: true }))).toEqual([
      'People who love The Dispossessed, which Ada liked, tend to love this',
      'People who love The Dispossessed, which Ada knows, tend to love this',
    ]);
    expect(words(event(1, { lovedTogether: true, creator: 'X' }))).toEqual([
      'Because Ada loved The Dispossessed, also by X',
    ]);
  });

  it('says that a tag nobody gave them is only probable', () => {
    expect(words(event(1, { likelyTags: ['horror'] }))).toEqual([
      'Because Ada loved The Dispossessed (both probably: horror)',
    ]);
    expect(words(event(0.8, { likelyTags: ['slow', 'sad', 'long'], creator: 'X' }))).toEqual([
      'Because Ada liked The Dispossessed, also by X (both probably: slow, sad)',
    ]);
  });

  it('spells what was typed for a friend as the library does', () => {
    const typed = thing('the disposessed', { inLibrary: false });
    const itemsById = new Map([
      [itemId('own'), thing('The Dispossessed: An Ambiguous Utopia')],
      [dispossessed, typed],
    ]);
    const unknown = { ...event(1, shared), recognised: false } as Reason;
    expect(told([unknown], { itemsById })).toEqual(['Because Ada loved The Dispossessed (both: slow)']);
    expect(told([event(1, shared)], { itemsById: new Map([[dispossessed, typed]]) })).toEqual([
      'Because Ada loved The Disposessed (both: slow)',
    ]);
  });

  it('gives no evidence against, none about a thing that is gone, and at most two', () => {
    const gone = { ...event(1, shared), itemId: itemId('gone') } as Reason;
    expect(words(event(1, shared, -0.2), gone)).toEqual(['Nothing known of Ada points to this one in particular.']);
    expect(words(event(1, shared), event(0.8, shared), event(null, shared))).toHaveLength(2);
  });

  it('has one about the friend among them, though stronger ones are about the thing alone', () => {
    const own: Reason = { type: 'own-rating', rating: 1, contribution: 3 };
    const crowd: Reason = { type: 'crowd', rating: 0.8, count: null, contribution: 2 };
    expect(words(own, crowd, event(1, shared))).toEqual([
      'You gave it 5 of 5',
      'Because Ada loved The Dispossessed (both: slow)',
    ]);
  });

  it('says what is true of the thing where nothing can be said of the friend, and never nothing', () => {
    const own: Reason = { type: 'own-rating', rating: 1, contribution: 1 };
    const crowd: Reason = { type: 'crowd', rating: 0.8, count: null, contribution: 0.5 };
    const mine = { item: { ownRating: 1 } };
    expect(told([], {}, 'low')).toEqual(['Little is known of Ada’s taste yet.']);
    expect(told([own, crowd], mine, 'low')).toEqual([
      'Yours: 5 of 5. Little is known of Ada’s taste yet.',
      'Others rate it 4 of 5 on average',
    ]);
    expect(told([own], mine)).toEqual(['Yours: 5 of 5. Nothing known of Ada points to this one in particular.']);
    // What the owner did not like themselves is no word for it.
    expect(told([], { item: { ownRating: 0.6 } }, 'low')).toEqual(['Little is known of Ada’s taste yet.']);
    expect(told([own, { type: 'taste', contribution: 0.1 }], mine)).toEqual([
      'You gave it 5 of 5',
      'Close to what Ada likes on the whole',
    ]);
  });

  it('words tags, own rating and the crowd', () => {
    expect(words({ type: 'liked-tag', tag: 'cosy', contribution: 1 })).toEqual(['Ada likes cosy']);
    const cosy: Reason = { type: 'liked-tag', tag: 'cosy', contribution: 0.1 };
    expect(words({ type: 'own-rating', rating: 0.8, contribution: 1 }, cosy)[0]).toBe('You gave it 4 of 5');
    expect(words({ type: 'crowd', rating: 0.8, count: null, contribution: 1 }, cosy)[0]).toBe(
      'Others rate it 4 of 5 on average',
    );
    expect(words({ type: 'crowd', rating: 0.8, count: 12, contribution: 1 }, cosy)[0]).toBe(
      'Others rate it 4 of 5 on average (12 votes)',
    );
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
    expect(words(learned('tag:horror', -0.4, -1))[0]).not.toContain('horror');
    expect(words(learned('length', -0.4))).toEqual(['Learned: Ada tends to like short things more than expected']);
  });

  it('marks the title, so that it can be set in italics', () => {
    expect(
      reasonTexts({ reasons: [event(1, shared)], confidence: 'high' }, context)[0]
        ?.filter((part) => part.emphasis)
        .map((part) => part.text),
    ).toEqual(['The Dispossessed']);
  });
});
