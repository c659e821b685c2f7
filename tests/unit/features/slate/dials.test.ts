import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNeutral, NEUTRAL_DIALS } from '../../../../renderer/src/domain/dials/dials';
import { dialChips, sliderWords, withKind } from '../../../../renderer/src/features/slate/dials/dial-chips';
import { KIND_GROUPS, kindGroupsOf } from '../../../../renderer/src/domain/kind-groups';

describe('dialChips', () => {
  it('says nothing where all is as usual', () => {
    expect(dialChips(NEUTRAL_DIALS)).toEqual([]);
    expect(dialChips({ ...NEUTRAL_DIALS, kinds: { book: 1 } })).toEqual([]);
  });

  it('says each dial in words, and taking all back leaves nothing', () => {
    const dials = { familiarity: -0.5, fame: 1, length: -0.5, kinds: { screen: 2, book: 0 }, moods: ['rainy day'] };
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
    let left = dials as typeof NEUTRAL_DIALS;
    for (let count = 0; count < chips.length; count += 1) left = dialChips(left)[0]?.without ?? left;
    expect(isNeutral(left)).toBe(true);
  });

  it('writes down no weight that is as usual', () => {
    expect(withKind(withKind(NEUTRAL_DIALS, 'book', 2), 'book', 1)).toEqual(NEUTRAL_DIALS);
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

describe('kindGroupsOf', () => {
  it('counts films and series as one, the fullest first', () => {
    const items = ['Book', 'movie', 'series', 'book', 'movie', 'wine'].map((kind) => ({ kind }));
    expect(kindGroupsOf(items)).toEqual(['screen', 'book', 'wine']);
    expect(kindGroupsOf(items, 1)).toEqual(['screen']);
  });

  it('groups as the model does', () => {
    const schema = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../../../models/feature-schema.json'), 'utf8'),
    ) as { readonly fingerprint: { readonly kindGroups: Record<string, string> } };
    const grouped = Object.entries(schema.fingerprint.kindGroups).filter(
      ([kind, group]) => kind !== group || kind === 'book',
    );
    expect(KIND_GROUPS).toEqual(Object.fromEntries(grouped));
  });
});
