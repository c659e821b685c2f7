import { describe, expect, it } from 'vitest';
import { LibraryTwins } from '../../../../renderer/src/application/paste/library-twins';
import { lookUpLines } from '../../../../renderer/src/application/paste/look-up-lines';
import { planPaste, type LineOutcome } from '../../../../renderer/src/application/paste/plan-paste';
import { Catalogue } from '../../../../renderer/src/catalogue/catalogue';
import { openCatalogue } from '../../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../../../renderer/src/catalogue/catalogue-writer';
import { readPastedLines } from '../../../../renderer/src/importing/pasted/pasted-lines';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';

const wine = (maker: string, popularity: number) =>
  catalogueEntry({ kind: 'wine', title: 'Chardonnay', creators: [maker], popularity });

const catalogue = new Catalogue([
  openCatalogue(
    packCatalogue([
      catalogueEntry({ title: 'Stalker', year: 2021, popularity: 0.9 }),
      catalogueEntry({ title: 'Stalker', year: 1979, creators: ['Andrei Tarkovsky'], popularity: 0.4 }),
      catalogueEntry({ title: 'Past Lives', year: 2023, creators: ['Celine Song'], popularity: 0.8 }),
      catalogueEntry({ title: 'Fargo', year: 1996, creators: ['Joel Coen'], popularity: 0.9 }),
      catalogueEntry({ kind: 'album', title: 'OK Computer', year: 1997, creators: ['Radiohead'], popularity: 0.9 }),
      catalogueEntry({
        kind: 'book',
        title: 'The Fellowship of the Ring',
        creators: ['J.R.R. Tolkien'],
        popularity: 0.9,
      }),
      wine('El Enemigo', 0.99),
      wine('Alamos', 0.3),
    ]),
  ),
]);

const ports = {
  recognise: ({ descriptions }: { readonly descriptions: readonly Parameters<Catalogue['recognise']>[0][] }) =>
    Promise.resolve(descriptions.map((description) => catalogue.recognise(description))),
  respelt: ({ titles, limit }: { readonly titles: readonly { text: string; kind: string | null }[]; limit: number }) =>
    Promise.resolve(titles.map((title) => catalogue.respelt({ ...title, limit }))),
};

async function outcomeOf(text: string): Promise<LineOutcome | undefined> {
  const lines = readPastedLines(text);
  const matches = await lookUpLines(ports, lines, null, new AbortController().signal, () => undefined);
  const choices = { kind: null, unknownKind: 'book', byLine: new Map(), answers: new Map() };
  return planPaste(lines, matches, new LibraryTwins([]), choices)[0]?.outcome;
}

describe('a pasted line and the catalogue', () => {
  it.each([
    ['Stalker – Andrei Tarkovsky', 'Stalker', 1979],
    ['Andrei Tarkovsky: Stalker', 'Stalker', 1979],
    ['1. Stalker (dir. Tarkovsky)', 'Stalker', 1979],
    ['Stalker, 1979', 'Stalker', 1979],
    ['Radiohead - OK Computer', 'OK Computer', 1997],
    ['OK Computer – Radiohead', 'OK Computer', 1997],
    ['[12:04] Ann: Past Lives!!', 'Past Lives!!', 2023],
  ])('“%s” is the one of that maker or year', async (text, title, year) => {
    expect(await outcomeOf(text)).toMatchObject({ type: 'recognised', item: { title, year } });
  });

  it.each([
    ['Stalker [1985]', 'typed'],
    ['Fargo – Mira Holt', 'typed'],
    ['Fargo (TV)', 'doubtful'],
    ['[12:04] Ann: have you seen Past Lives?', 'doubtful'],
    ['Fellowhsip of teh Ring', 'doubtful'],
  ])('“%s” is never taken for another: %s', async (text, type) => {
    expect(await outcomeOf(text)).toMatchObject({ type });
  });

  it('a wine that bears the name of its grape is asked for, with the maker of each', async () => {
    expect(await outcomeOf('Chardonnay')).toMatchObject({
      type: 'doubtful',
      candidates: [{ entry: { creators: ['El Enemigo'] } }, { entry: { creators: ['Alamos'] } }],
    });
  });
});
