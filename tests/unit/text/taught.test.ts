import { describe, expect, it } from 'vitest';
import { TASTE_EVENT_TYPES, type TasteEvent } from '../../../renderer/src/domain/event';
import { OUTCOMES } from '../../../renderer/src/domain/share';
import { taughtSentence } from '../../../renderer/src/text/taught';

const said = (type: TasteEvent['type'], name: string | null = 'Mira', more: Partial<TasteEvent> = {}): string =>
  taughtSentence({ type, rating: null, outcome: null, ...more }, 'The Martian', name);
const sent = (outcome: TasteEvent['outcome']): string => said('reacted', 'Mira', { outcome });

describe('what an answer teaches, in words', () => {
  it('says of each answer to a pick what was said, for whom, and what follows', () => {
    expect(said('not-for-them')).toBe('You said no to The Martian for Mira: fewer like it.');
    expect(said('knows-it')).toBe('Mira knows The Martian already: what else Mira may know comes a little later.');
    expect(said('postponed')).toBe(
      'The Martian can wait for Mira: it may come up again in a month, and nothing is learned from it.',
    );
  });

  it('says the same of how a share went', () => {
    expect(OUTCOMES.map(sent)).toEqual([
      'Mira loved The Martian: more like it.',
      'Mira liked The Martian: some more like it.',
      'Mira found The Martian so-so: a little less like it.',
      'Mira did not like The Martian: fewer like it.',
      'Mira knew The Martian already: what else Mira may know comes a little later.',
      'Mira has not got to The Martian yet: nothing is learned from it, and you are asked again in a week.',
    ]);
  });

  it('reads ratings by the one scale', () => {
    const rated = [1, 0.8, 0.7, 0.4].map((rating) => said('rated', 'Mira', { rating }));
    expect(rated).toEqual([sent('loved'), sent('liked'), sent('meh'), sent('no')]);
  });

  it('speaks to the owner about themselves', () => {
    expect(said('not-for-them', null)).toBe('You said no to The Martian: fewer like it.');
    expect(said('postponed', null)).toBe(
      'The Martian can wait: it may come up again in a month, and nothing is learned from it.',
    );
    expect(said('knows-it', null)).toBe('You know The Martian already: what else you may know comes a little later.');
    expect(said('loved', null)).toBe('You loved The Martian: more like it.');
  });

  it('is one sentence with the title for everything that can be said, and has no number in it', () => {
    for (const type of TASTE_EVENT_TYPES)
      for (const name of ['Mira', null]) expect(said(type, name)).toMatch(/^[^.\d]*The Martian[^.\d]*\.$/);
  });
});
