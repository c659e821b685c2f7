import { describe, expect, it } from 'vitest';
import { suggestedTags } from '../../../../renderer/src/features/item/suggested-tags';

const likely = [
  { name: 'horror', confidence: 0.9 },
  { name: 'slow burn', confidence: 0.6 },
];
const names = (tags: readonly string[]): readonly string[] => suggestedTags(likely, { tags }).map(({ name }) => name);

describe('suggested tags', () => {
  it("are all of the model's where the item has none of them", () => {
    expect(suggestedTags(likely, { tags: ['winter'] })).toEqual(likely);
  });

  it('leave out what was just added, case and spaces apart', () => {
    expect(names(['horror'])).toEqual(['slow burn']);
    expect(names([' Slow Burn ', 'HORROR'])).toEqual([]);
  });

  it('keep what only looks alike', () => {
    expect(names(['slow', 'horror comedy'])).toEqual(['horror', 'slow burn']);
  });
});
