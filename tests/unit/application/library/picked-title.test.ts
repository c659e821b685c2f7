import { describe, expect, it } from 'vitest';
import {
  newItemDraft,
  NOTHING_WRITTEN,
  shownForm,
  withPicked,
  type NewItemWords,
} from '../../../../renderer/src/application/library/picked-title';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';

const ORCHARD = catalogueEntry({
  title: 'The Glass Orchard',
  creators: ['Ann Vole', 'Bo Reed, Jr.'],
  year: 1994,
  length: 101,
  tags: ['drama'],
  identifiers: { imdb: 'tt0000012' },
});
const PICKED = { title: ORCHARD.title, entry: ORCHARD };
const typed = (values: NewItemWords['typed']): NewItemWords => ({ ...NOTHING_WRITTEN, typed: values });

describe('a thing that is chosen by its title in the form for a new one', () => {
  it('fills the fields in, and what is not shown too', () => {
    const words = withPicked(typed({ title: 'the gl' }), PICKED);
    expect(shownForm(words, 'book')).toEqual({
      form: {
        title: 'The Glass Orchard',
        kind: 'movie',
        creators: 'Ann Vole; Bo Reed, Jr.',
        year: 1994,
        tags: ['drama'],
        status: 'none',
        rating: null,
      },
      filled: ['kind', 'creators', 'year', 'length', 'tags', 'identifiers'],
    });
    expect(newItemDraft(words, 'book', 7)).toMatchObject({
      title: 'The Glass Orchard',
      kind: 'movie',
      creators: ['Ann Vole', 'Bo Reed, Jr.'],
      length: 101,
      identifiers: { imdb: 'tt0000012' },
      addedAt: 7,
      catalogue: { filled: ['kind', 'creators', 'year', 'length', 'tags', 'identifiers'] },
    });
  });

  it('never goes over what was typed, before or after', () => {
    const before = withPicked(typed({ title: 'the gl', year: 1995, kind: 'Zine' }), PICKED);
    const after = { ...before, typed: { ...before.typed, tags: ['mine'], rating: 1 } };
    const { form, filled } = shownForm(after, 'book');
    expect(form).toMatchObject({ year: 1995, kind: 'Zine', tags: ['mine'], rating: 1 });
    expect(filled).toEqual(['creators', 'length', 'identifiers']);
    expect(newItemDraft(after, 'book', 7)).toMatchObject({ year: 1995, kind: 'zine', tags: ['mine'], ownRating: 1 });
  });

  it('fills in what was typed and emptied before it was chosen, and leaves what is emptied afterwards', () => {
    const before = withPicked(typed({ title: 'the gl', year: null, creators: '' }), PICKED);
    expect(shownForm(before, 'book').form.year).toBe(1994);
    const after = { ...before, typed: { ...before.typed, year: null } };
    expect(shownForm(after, 'book').form.year).toBeNull();
    expect(newItemDraft(after, 'book', 7)?.year).toBeNull();
  });

  it('takes its facts with it as soon as another title is typed', () => {
    const words = withPicked(typed({ title: 'the gl' }), PICKED);
    const other = { ...words, typed: { ...words.typed, title: 'The Glass Orchard Revisited' } };
    expect(shownForm(other, 'book')).toMatchObject({ form: { kind: 'book', year: null, tags: [] }, filled: [] });
    expect(newItemDraft(other, 'book', 7)).toMatchObject({ kind: 'book', year: null });
  });

  it('is not asked for: a title alone is of the usual kind', () => {
    expect(newItemDraft(typed({ title: 'Heron Days' }), 'book', 7)).toMatchObject({
      title: 'Heron Days',
      kind: 'book',
    });
    expect(newItemDraft(typed({ year: 2001 }), 'book', 7)).toBeNull();
  });
});
