import { expect, it } from 'vitest';
import { entryKeys } from '../../../../renderer/src/application/catalogue/entry-keys';
import { draftOfEntry } from '../../../../renderer/src/application/catalogue/draft-of-entry';
import { UNKNOWN_KIND, withoutFilled } from '../../../../renderer/src/domain/enrichment';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem } from '../../../../renderer/src/domain/item';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';

const ORCHARD = catalogueEntry({
  title: 'Der gläserne Garten',
  aliases: ['The Glass Orchard'],
  creators: ['Ann Vole'],
  year: 1994,
  length: 101,
  tags: ['drama'],
  identifiers: { imdb: 'tt0000012' },
});

it('a thing that is chosen from the catalogue has its facts, and says that they are the catalogue’s', () => {
  const draft = draftOfEntry({ title: 'The Glass Orchard', kind: UNKNOWN_KIND }, ORCHARD);
  expect(draft).toMatchObject({
    title: 'The Glass Orchard',
    kind: 'movie',
    creators: ['Ann Vole'],
    year: 1994,
    length: 101,
    originalTitle: 'Der gläserne Garten',
    tags: ['drama'],
    identifiers: { imdb: 'tt0000012' },
    catalogue: {
      entry: entryKeys(ORCHARD),
      filled: ['kind', 'creators', 'year', 'length', 'originalTitle', 'tags', 'identifiers'],
      different: [],
    },
  });
});

it('what was typed stays, and is not the catalogue’s', () => {
  const draft = draftOfEntry({ title: 'The Glass Orchard', kind: 'movie', year: 1995, tags: ['mine'] }, ORCHARD);
  expect(draft).toMatchObject({ year: 1995, tags: ['mine'], creators: ['Ann Vole'] });
  expect(draft.catalogue?.filled).not.toContain('year');
  expect(draft.catalogue?.filled).not.toContain('kind');
});

it('a field that was emptied by hand stays empty', () => {
  const draft = draftOfEntry({ title: 'The Glass Orchard', kind: 'movie', year: null }, ORCHARD, ['year']);
  expect(draft.year).toBeNull();
});

it('pages of the book are not taken as minutes of the film', () => {
  const draft = draftOfEntry(
    { title: 'The Glass Orchard', kind: 'movie' },
    catalogueEntry({ kind: 'book', title: 'The Glass Orchard', length: 320 }),
  );
  expect(draft.length).toBeUndefined();
});

it('all of it can be taken out again', () => {
  const typed = { title: 'The Glass Orchard', kind: UNKNOWN_KIND, year: 1995 };
  const added = completeItem(draftOfEntry(typed, ORCHARD), itemId('one'), 1);
  expect({ ...withoutFilled(added), catalogue: null }).toEqual(completeItem(typed, itemId('one'), 1));
});
