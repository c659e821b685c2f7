import { describe, expect, it } from 'vitest';
import { withWeight } from '../../../../../renderer/src/domain/dials/dial';
import { type Dials, isNeutral, NEUTRAL_DIALS } from '../../../../../renderer/src/domain/dials/dials';
import { dialChips, sliderWords } from '../../../../../renderer/src/features/slate/dials/dial-chips';

describe('dialChips', () => {
  it('says nothing where all is as usual', () => {
    expect(dialChips(NEUTRAL_DIALS)).toEqual([]);
    expect(dialChips({ ...NEUTRAL_DIALS, kinds: { book: 1 } })).toEqual([]);
  });

  it('says each dial in words, and taking all back leaves nothing', () => {
    const dials: Dials = {
      ...NEUTRAL_DIALS,
      novelty: -0.5,
      fame: 1,
      length: -0.5,
      kinds: { screen: 2, book: 0 },
      moods: ['rainy day'],
    };
    const chips = dialChips(dials);
    expect(chips.map(({ label }) => label)).toEqual([
      'rather familiar',
      'hidden gems',
      'rather short',
      'more of films and series',
      'less of books and comics',
      'rainy day',
    ]);
    for (const { label, without } of chips)
      expect(dialChips(without).map((chip) => chip.label)).toEqual(
        chips.map((chip) => chip.label).filter((other) => other !== label),
      );
    let left: Dials = dials;
    for (let count = 0; count < chips.length; count += 1) left = dialChips(left)[0]?.without ?? left;
    expect(isNeutral(left)).toBe(true);
  });

  it('writes down no weight that is as usual', () => {
    expect(withWeight(withWeight({}, 'book', 2), 'book', 1)).toEqual({});
  });

  it('words a slider', () => {
    expect([-1, -0.5, 0, 0.5, 1].map((value) => sliderWords(value, ['left', 'middle', 'right']))).toEqual([
      'left',
      'rather left',
      'middle',
      'rather right',
      'right',
    ]);
  });
});
