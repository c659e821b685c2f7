import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { estimating } from '../../fixtures/estimating';
import { fakeModel } from '../../fixtures/fake-model';
import type { FakeTag } from '../../fixtures/fake-tag-head';
import { libraryItem } from '../../fixtures/recommender-data';

const tag = (name: string, group = 'book', weights: readonly number[] = [0, 0, 0, 0]): FakeTag => ({
  name,
  group,
  weights,
  bias: -3,
});
const LOW = expect.closeTo(1 / (1 + Math.exp(3)), 6) as number;

describe("the chances of an item's tags", () => {
  it('are those of its kind, and certain for the tags it carries, however these are spelled', async () => {
    const { library, row } = await estimating(
      fakeModel([], undefined, [tag('dark'), tag('funny', 'screen'), tag('light')]),
      [
        libraryItem('bare'),
        libraryItem('light', { tags: ['  LIGHT!'] }),
        libraryItem('film', { kind: 'movie' }),
        libraryItem('wine', { kind: 'wine' }),
      ],
    );
    const chances = (id: string): readonly number[] => Array.from(library.tags.chances(row(id)));
    expect(chances('bare')).toEqual([LOW, LOW]);
    expect(chances('light')).toEqual([LOW, 1]);
    expect(chances('film')).toHaveLength(1);
    expect(chances('wine')).toEqual([]);
    expect(Array.from(library.tags.shares('book'))).toHaveLength(2);
    expect(Array.from(library.tags.shares('wine'))).toEqual([]);
  });

  it('are worked out again when the item changes, when its row is given to another, and not before', async () => {
    const { library, row } = await estimating(fakeModel([], undefined, [tag('dark', 'book', [20, 0, 0, 0])]), [
      libraryItem('a'),
      libraryItem('b'),
    ]);
    const dark = (id: string): number => library.tags.chances(row(id))[0] ?? Number.NaN;
    expect([dark('a'), dark('b')]).toEqual([LOW, LOW]);
    expect(library.tags.chances(row('a'))).toBe(library.tags.chances(row('a')));
    // Black is what the head reads "dark" from; "dark" itself is certain.
    await library.update([libraryItem('a', { tags: ['black'] })], [], {});
    expect(dark('a')).toBeGreaterThan(0.99);
    await library.update([libraryItem('a', { tags: ['dark'] })], [], {});
    expect(dark('a')).toBe(1);
    const place = row('a');
    await library.update([libraryItem('new')], [itemId('a')], {});
    expect(row('new')).toBe(place);
    expect([dark('new'), dark('b')]).toEqual([LOW, LOW]);
  });

  it('are none without a model', async () => {
    const { library, row } = await estimating(null, [libraryItem('a', { tags: ['dark'] })]);
    expect(Array.from(library.tags.chances(row('a')))).toEqual([]);
    expect(library.tags.likely(row('a'))).toEqual([]);
  });
});
