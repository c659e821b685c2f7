import { describe, expect, it } from 'vitest';
import {
  fillableFields,
  filledIn,
  gapsOf,
  without,
  withoutFilled,
  withTrueMarks,
  type CatalogueFacts,
} from '../../../renderer/src/domain/enrichment';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem, type ItemDraft } from '../../../renderer/src/domain/item';

const item = (draft: Partial<ItemDraft> = {}) =>
  completeItem({ kind: 'movie', title: 'Solaris', ...draft }, itemId('solaris'), 1);
const FACTS: CatalogueFacts = {
  kind: 'movie',
  creators: ['Andrei Tarkovsky'],
  year: 1972,
  length: 167,
  originalTitle: 'Солярис',
  tags: ['science fiction', 'drama'],
  identifiers: { imdb: 'tt69293' },
};
const ENTRY = ['imdb:tt69293'];
const TYPED: Partial<ItemDraft> = {
  kind: 'book',
  creators: ['Me'],
  year: -5,
  length: 1,
  originalTitle: 'Mine',
  tags: ['own'],
  identifiers: { isbn13: '1' },
};

describe('what the catalogue fills in', () => {
  it('is every blank, marked as such', () => {
    const filled = filledIn(item({ kind: 'other' }), { entry: ENTRY, facts: FACTS });
    expect(filled).toMatchObject(FACTS);
    expect(filled.catalogue).toEqual({
      entry: ENTRY,
      filled: ['kind', 'creators', 'year', 'length', 'originalTitle', 'tags', 'identifiers'],
      different: [],
    });
  });

  it('is nothing where everything was typed or imported', () => {
    const typed = item(TYPED);
    expect(gapsOf(typed)).toEqual([]);
    expect(filledIn(typed, { entry: ENTRY, facts: FACTS })).toBe(typed);
  });

  it('is kept as the owner’s word where nothing is left to fill in', () => {
    const typed = item(TYPED);
    const confirmed = filledIn(typed, { entry: ENTRY, facts: FACTS, confirmed: true });
    expect(confirmed).toEqual({ ...typed, catalogue: { entry: ENTRY, filled: [], different: [] } });
  });

  it.each(['kind', 'creators', 'year', 'length', 'originalTitle', 'tags', 'identifiers'] as const)(
    'never goes over a %s that is there',
    (field) => {
      const own = item({ kind: 'other', [field]: TYPED[field] });
      const filled = filledIn(own, { entry: ENTRY, facts: FACTS });
      expect(filled[field]).toEqual(TYPED[field]);
      expect(filled.catalogue?.filled).toHaveLength(6);
      expect(filled.catalogue?.filled).not.toContain(field);
    },
  );

  it('adds no tag to tags and no id to ids', () => {
    const filled = filledIn(item({ tags: ['weird'], identifiers: { letterboxd: 'x' } }), {
      entry: ENTRY,
      facts: FACTS,
    });
    expect(filled.tags).toEqual(['weird']);
    expect(filled.identifiers).toEqual({ letterboxd: 'x' });
  });

  it('leaves out what the facts do not have, and minutes for what is read in pages', () => {
    expect(fillableFields(item(), { ...FACTS, year: null, tags: [] }, 'movie')).toEqual([
      'creators',
      'length',
      'originalTitle',
      'identifiers',
    ]);
    expect(fillableFields(item({ kind: 'book' }), FACTS, 'movie')).not.toContain('length');
    expect(fillableFields(item({ kind: 'other' }), FACTS, 'movie')).toContain('length');
  });

  it('leaves everything else as it was', () => {
    const before = item({ note: 'mine', ownRating: 0.8, status: 'finished' });
    expect({ ...filledIn(before, { entry: ENTRY, facts: FACTS }), ...FACTS, catalogue: null }).toEqual({
      ...before,
      ...FACTS,
    });
  });
});

describe('the mark', () => {
  it('goes where a field is changed by hand, and stays where it is saved as it was', () => {
    const filled = filledIn(item(), { entry: ENTRY, facts: FACTS });
    const edited = withTrueMarks(filled, { ...filled, year: 1971, tags: [...filled.tags] });
    expect(edited.catalogue?.filled).toEqual(['creators', 'length', 'originalTitle', 'tags', 'identifiers']);
    expect(withTrueMarks(filled, { ...filled, ownRating: 1 }).catalogue).toBe(filled.catalogue);
  });

  it('says what the thing was without the catalogue', () => {
    const before = item({ year: 1971 });
    expect({ ...withoutFilled(filledIn(before, { entry: ENTRY, facts: FACTS })), catalogue: null }).toEqual(before);
  });
});

describe('a thing that is another than the entry', () => {
  it('loses what the entry had filled in, and remembers that it is another', () => {
    const before = item({ year: 1971 });
    const other = without(filledIn(before, { entry: ENTRY, facts: FACTS }), ENTRY);
    expect(other).toEqual({ ...before, catalogue: { entry: [], filled: [], different: ENTRY } });
  });

  it('keeps what was typed since, and what another entry had filled in', () => {
    const filled = filledIn(item(), { entry: ENTRY, facts: FACTS });
    const edited = withTrueMarks(filled, { ...filled, year: 1971 });
    expect(without(edited, ENTRY).year).toBe(1971);
    expect(without(filled, ['imdb:tt307479'])).toEqual({
      ...filled,
      catalogue: { ...filled.catalogue, different: ['imdb:tt307479'] },
    });
  });
});
