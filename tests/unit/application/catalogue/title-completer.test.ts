import { describe, expect, it } from 'vitest';
import { TitleCompleter } from '../../../../renderer/src/application/catalogue/title-completer';
import {
  catalogueIndex,
  type CatalogueDescription,
  type CatalogueMatch,
  INITIAL_CATALOGUE_STATE,
} from '../../../../renderer/src/domain/catalogue';
import type { CataloguePort } from '../../../../renderer/src/domain/ports/catalogue';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';
import { NO_MATCH, sameMatch } from '../../../fixtures/catalogue-match';

const FILM = catalogueEntry({ title: 'The Glass Orchard', year: 1994 });
const BOOK = catalogueEntry({ kind: 'book', title: 'The Glass Orchard' });

/** @param known what the catalogue recognises under a kind */
function completer(mayAsk: boolean, known: Readonly<Record<string, CatalogueMatch>> = {}) {
  const calls: string[] = [];
  const catalogue = {
    complete: ({ text, kind, usualKind }: Parameters<CataloguePort['complete']>[0]) => {
      calls.push(`complete ${text} ${String(kind)} ${String(usualKind)}`);
      return Promise.resolve([{ index: catalogueIndex(0), entry: FILM, alias: null, matched: 'words' as const }]);
    },
    recognise: ({ descriptions }: { readonly descriptions: readonly CatalogueDescription[] }) => {
      calls.push(`recognise ${descriptions.map(({ kind }) => kind).join(', ')}`);
      return Promise.resolve(descriptions.map(({ kind }) => known[kind] ?? NO_MATCH));
    },
    state: () => {
      calls.push('state');
      return Promise.resolve(INITIAL_CATALOGUE_STATE);
    },
  };
  return { calls, completer: new TitleCompleter({ catalogue, mayAsk: () => mayAsk }) };
}

const typed = (text: string, kind: string | null = null) => ({ text, kind, usualKind: 'book' });

describe('a field for titles', () => {
  it('asks the catalogue nothing while it is switched off or the first picks are awaited', async () => {
    const { calls, completer: asked } = completer(false);
    asked.warm();
    expect(await asked.complete(typed('the glass'))).toEqual([]);
    expect(await asked.meant('The Glass Orchard', null, 'book')).toBeNull();
    expect(calls).toEqual([]);
  });

  it('has the catalogue read when it is entered', () => {
    const { calls, completer: asked } = completer(true);
    asked.warm();
    expect(calls).toEqual(['state']);
  });

  it('asks from the second letter on, for the kind that was chosen or is usual', async () => {
    const { calls, completer: asked } = completer(true);
    expect(await asked.complete(typed(' t '))).toEqual([]);
    expect(await asked.complete(typed(' th', 'movie'))).toHaveLength(1);
    expect(await asked.complete(typed('th'))).toHaveLength(1);
    expect(calls).toEqual(['complete th movie null', 'complete th null book']);
  });

  it('means the one thing that bears the title, of whatever kind', async () => {
    const { completer: asked } = completer(true, { movie: sameMatch(FILM) });
    expect(await asked.meant('The Glass Orchard', null, 'book')).toBe(FILM);
  });

  it('means the one of the usual kind where things of several kinds bear the title', async () => {
    const { completer: asked } = completer(true, { movie: sameMatch(FILM), book: sameMatch(BOOK, 'title', 1) });
    expect(await asked.meant('The Glass Orchard', null, 'book')).toBe(BOOK);
    expect(await asked.meant('The Glass Orchard', null, 'recipe')).toBeNull();
  });

  it('means nothing of another kind than the chosen one', async () => {
    const { completer: asked } = completer(true, { movie: sameMatch(FILM) });
    expect(await asked.meant('The Glass Orchard', 'book', 'movie')).toBeNull();
  });
});
