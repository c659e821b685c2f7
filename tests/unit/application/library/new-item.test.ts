import { describe, expect, it } from 'vitest';
import { emptyItemForm, itemDraft, sameTitle } from '../../../../renderer/src/application/library/new-item';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem } from '../../../../renderer/src/domain/item';

describe('the form for a new item', () => {
  it('adds nothing without a title', () => {
    expect(itemDraft({ ...emptyItemForm('book'), title: '  ' }, 1)).toBeNull();
  });

  it('adds what was typed: trimmed, the kind in lower case, creators one by one', () => {
    const form = { ...emptyItemForm(' Zine '), title: ' Heron Days ', creators: 'Ida Holt; Petr Novák, ', rating: 0.8 };
    expect(itemDraft(form, 7)).toEqual({
      title: 'Heron Days',
      kind: 'zine',
      year: null,
      tags: [],
      status: 'none',
      addedAt: 7,
      creators: ['Ida Holt', 'Petr Novák'],
      ownRating: 0.8,
    });
    expect(itemDraft({ ...emptyItemForm(''), title: 'x' }, 7)?.kind).toBe('other');
  });

  it('names items of the same kind and title, at most three', () => {
    const item = (id: string, title: string, kind = 'book') => completeItem({ kind, title }, itemId(id), 0);
    const items = [item('a', 'Dune'), item('b', 'Dûne!'), item('c', 'Dune', 'movie'), item('d', 'Emma')];
    expect(sameTitle(items, { title: ' DUNE ', kind: 'Book' }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(sameTitle([...items, ...items, ...items], { title: 'dune', kind: 'book' })).toHaveLength(3);
    expect(sameTitle([item('e', '')], { title: '', kind: 'book' })).toEqual([]);
  });
});
