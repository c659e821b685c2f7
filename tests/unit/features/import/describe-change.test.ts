import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem } from '../../../../renderer/src/domain/item';
import { describeChange } from '../../../../renderer/src/features/import/describe-change';

const now = Date.UTC(2026, 0, 1);

describe('the preview of an import', () => {
  it('says what would change in words of the user’s scale', () => {
    const before = completeItem(
      { kind: 'book', title: 'Dune', tags: ['desert'], ownRating: 0.6, status: 'wanted' },
      itemId('dune'),
      now,
    );
    const row = { ...before, file: 'x.csv', line: 2, ratedAt: null };
    const words = describeChange(
      {
        row,
        itemId: before.id,
        event: null,
        patch: { ownRating: 0.8, status: 'finished', tags: ['desert', 'politics'], length: 412, note: 'Again.' },
      },
      before,
      'stars-5',
    );
    expect(words).toEqual([
      'your rating: 3/5 → 4/5',
      'status: Want to → Finished',
      'tags: desert → desert, politics',
      'length: 412 pages',
      'note: Again.',
    ]);
  });
});
