import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../renderer/src/domain/item';
import type { PortableList } from '../../../renderer/src/domain/portable-list';
import { matchList } from '../../../renderer/src/identity/match-list';

const item = (id: string, draft: ItemDraft): Item => completeItem(draft, itemId(id), 0);
const listOf = (...drafts: readonly ItemDraft[]): PortableList => ({
  title: 'L',
  description: '',
  entries: drafts.map((draft, index) => ({ item: item('x', draft), annotation: String(index) })),
});

const library = [
  item('reed', { kind: 'book', title: 'Reed', creators: ['Ann Vole'], year: 1965 }),
  item('poems', { kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1961 }),
];

describe('a list and the library', () => {
  it('match thing by thing, repeats once with their first annotation', () => {
    const entries = matchList(
      listOf(
        { kind: 'book', title: 'REED', creators: ['A. Vole'], year: 1990 },
        { kind: 'book', title: 'Sedge', creators: ['Bo Quill'] },
        { kind: 'book', title: 'Reed', creators: ['Ann Vole'], year: 1990 },
      ),
      library,
    );
    expect(entries.map(({ known, annotation }) => [known?.id ?? null, annotation])).toEqual([
      ['reed', '0'],
      [null, '1'],
    ]);
  });

  it('leave what is in doubt a thing of its own, and say what it may be', () => {
    const entries = matchList(
      listOf(
        { kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1998 },
        { kind: 'book', title: 'Poems', creators: ['Bo Quill'] },
      ),
      library,
    );
    expect(entries.map(({ known, mightBe }) => [known, mightBe.map((twin) => twin.itemId)])).toEqual([
      [null, ['poems']],
      [null, []],
    ]);
  });

  it('do not put two things of a list on one of the library', () => {
    const reed = { kind: 'movie', title: 'Reed' };
    const films = [item('film', { ...reed, year: 2018 })];
    const entries = matchList(listOf({ ...reed, year: 2019 }, { ...reed, year: 2018, creators: ['Ann Vole'] }), films);
    expect(entries.map(({ known }) => known?.id ?? null)).toEqual([null, 'film']);
  });
});
