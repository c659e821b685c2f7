import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { TasteReaction } from '../../../../renderer/src/domain/taste-profile';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { Guides } from '../../../../renderer/src/recommend/evaluating/guides';
import { SimpleWays } from '../../../../renderer/src/recommend/evaluating/simple-ways';
import { NOW, profile } from '../../../fixtures/recommender-data';

const rated = (count: number): readonly TasteReaction[] =>
  Array.from({ length: count }, (_, index) => ({
    itemId: itemId(`book${String(index)}`),
    otherItemId: null,
    type: 'rated',
    rating: 1,
    outcome: null,
    at: NOW,
  }));

/** Guides that count how often they ask for a backtest. */
function counting() {
  let asked = 0;
  const guides = new Guides(
    {
      predicted: () => {
        asked += 1;
        return Promise.resolve([[]]);
      },
    },
    new SimpleWays(new EncodedLibrary(null)),
  );
  return { guides, asked: () => asked };
}

describe('the better guide', () => {
  it('is not asked for of people who said too little to tell', async () => {
    const { guides, asked } = counting();
    expect(await guides.of(profile({ reactions: rated(9) }), [])).toBe('handpicked');
    expect(asked()).toBe(0);
  });

  it('is worked out once for the same opinions and library, and anew after either changed', async () => {
    const { guides, asked } = counting();
    const reader = profile({ reactions: rated(12) });
    await guides.of(reader, []);
    // Each question brings a copy of what is known of people.
    await guides.of(structuredClone(reader), []);
    expect(asked()).toBe(1);
    await guides.of(profile({ reactions: rated(13) }), []);
    expect(asked()).toBe(2);
    await guides.of(profile({ reactions: rated(13) }), [profile({ id: 'other', reactions: rated(1) })]);
    expect(asked()).toBe(3);
    guides.invalidate();
    await guides.of(profile({ reactions: rated(13) }), [profile({ id: 'other', reactions: rated(1) })]);
    expect(asked()).toBe(4);
  });
});
