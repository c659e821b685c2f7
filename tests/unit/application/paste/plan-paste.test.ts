import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../renderer/src/application/paste/line-meaning';
import { LibraryTwins } from '../../../../renderer/src/application/paste/library-twins';
import { lookUpLines } from '../../../../renderer/src/application/paste/look-up-lines';
import {
  pastePlan,
  planPaste,
  type PasteChoices,
  type PlannedLine,
} from '../../../../renderer/src/application/paste/plan-paste';
import {
  catalogueIndex,
  type CatalogueDescription,
  type CatalogueEntry,
  type CatalogueMatch,
} from '../../../../renderer/src/domain/catalogue';
import { itemId, personId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import { readPastedLines } from '../../../../renderer/src/importing/pasted/pasted-lines';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';
import { doubtfulMatch, NO_MATCH, sameMatch } from '../../../fixtures/catalogue-match';

const DUNE = catalogueEntry({
  kind: 'book',
  title: 'Dune',
  year: 1965,
  creators: ['Frank Herbert'],
  tags: ['desert'],
  identifiers: { goodreads: '234225' },
});
const DUNE_FILM = catalogueEntry({ title: 'Dune', year: 1984, creators: ['David Lynch'] });
const SOLARIS = catalogueEntry({ title: 'Solaris', year: 1972, creators: ['Andrei Tarkovsky'] });

/** Knows what these lines mean: by title, and by maker or year where the description has one. */
function answer({ kind, title, creators, year, identifiers }: CatalogueDescription): CatalogueMatch {
  if (identifiers?.['goodreads'] !== undefined && kind === 'book') return sameMatch(DUNE, 'id', 0);
  const knows = (entry: CatalogueEntry): boolean =>
    entry.title === title &&
    entry.kind === kind &&
    (year === null || entry.year === year) &&
    creators.every((name) => entry.creators.includes(name));
  const index = [DUNE, DUNE_FILM, SOLARIS].findIndex(knows);
  const entry = [DUNE, DUNE_FILM, SOLARIS][index];
  if (entry === undefined)
    return title === 'King Kong' && kind === 'movie'
      ? doubtfulMatch(DUNE_FILM, SOLARIS)
      : { verdict: 'none', authorKnown: creators.includes('Andrei Tarkovsky') };
  return sameMatch(entry, creators.length > 0 ? 'title-creator' : year === null ? 'title' : 'title-year', index);
}

const recognise = ({ descriptions }: { readonly descriptions: readonly CatalogueDescription[] }) =>
  Promise.resolve(descriptions.map(answer));

/** What these titles are but for their spelling. */
const respelt = ({ titles }: { readonly titles: readonly { readonly text: string }[] }) =>
  Promise.resolve(
    titles.map(({ text }) => {
      const suggestion = { index: catalogueIndex(2), entry: SOLARIS, alias: null, matched: 'spelling' as const };
      return text === 'Solrais' ? [suggestion] : [];
    }),
  );

const own = (id: string, draft: ItemDraft): Item => completeItem({ inLibrary: true, ...draft }, itemId(id), 1);

async function planned(
  text: string,
  { library = [], ...choices }: Partial<PasteChoices> & { readonly library?: readonly Item[] } = {},
): Promise<readonly PlannedLine[]> {
  const lines = readPastedLines(text);
  const kind = choices.kind ?? null;
  const matches = await lookUpLines({ recognise, respelt }, lines, kind, new AbortController().signal, () => undefined);
  return planPaste(lines, matches, new LibraryTwins(library), {
    kind,
    unknownKind: 'book',
    byLine: new Map(),
    answers: new Map(),
    ...choices,
  });
}
const outcomes = (plan: readonly PlannedLine[]): readonly string[] => plan.map(({ outcome }) => outcome.type);

const POEMS = completeItem({ kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1961 }, itemId('poems'), 1);

it('a line that is said to be none of the library’s things remembers which', () => {
  const lines = readPastedLines('Poems');
  const plan = (answer: number | 'none') =>
    planPaste(lines, new Map(), new LibraryTwins([POEMS]), {
      kind: 'book',
      unknownKind: 'book',
      byLine: new Map(),
      answers: new Map([[1, answer]]),
    })[0];
  expect(plan('none')?.addition?.draft.twins).toEqual({ same: [], different: [POEMS.id] });
  expect(plan(0)?.outcome).toEqual({ type: 'there', item: POEMS });
});

describe('pasted lines', () => {
  it('are recognised by the reading that the catalogue knows, whatever the order of title and maker', async () => {
    const plan = await planned(
      'Dune – Frank Herbert\n- Frank Herbert: Dune\nSolaris, 1972\nAndrei Tarkovsky - Solaris',
    );
    expect(outcomes(plan)).toEqual(['recognised', 'repeat', 'recognised', 'repeat']);
    expect(plan[0]?.outcome).toMatchObject({
      item: { kind: 'book', title: 'Dune', year: 1965, creators: ['Frank Herbert'], tags: ['desert'] },
      by: 'title-creator',
    });
    expect(plan[1]?.outcome).toEqual({ type: 'repeat', of: 1 });
  });

  it('are all accounted for, in order', async () => {
    const text = 'Films:\nSolaris\n\nKing Kong\nSomething of mine\nsolaris (1972)';
    const plan = await planned(text);
    expect(plan.map(({ line }) => line.number)).toEqual([1, 2, 4, 5, 6]);
    expect(outcomes(plan)).toEqual(['heading', 'recognised', 'doubtful', 'typed', 'repeat']);
  });

  it('keep what was typed: the catalogue fills in blanks alone', async () => {
    const [line] = await planned('Dune – Frank Herbert 9/10');
    expect(line?.addition).toMatchObject({
      draft: { title: 'Dune', creators: ['Frank Herbert'], year: null, ownRating: 0.9 },
      fill: { facts: { year: 1965, kind: 'book', identifiers: { goodreads: '234225' } } },
    });
    expect(Object.keys(line?.addition?.fill?.facts ?? {})).not.toContain('creators');
    // A title alone gives no ids.
    const [bare] = await planned('Solaris');
    expect(bare?.outcome).toMatchObject({ by: 'title' });
    expect(bare?.addition?.fill?.facts).not.toHaveProperty('identifiers');
  });

  it('that may be several things stay as typed until the owner answers', async () => {
    const [asked] = await planned('Dune');
    expect(asked?.outcome).toMatchObject({
      type: 'doubtful',
      item: { title: 'Dune', creators: [], year: null },
      candidates: [{ entry: { kind: 'movie' } }, { entry: { kind: 'book' } }],
    });
    expect(asked?.addition).toMatchObject({ draft: { title: 'Dune', kind: 'book' }, fill: null });
    const [answered] = await planned('Dune', { answers: new Map([[1, 1]]) });
    expect(answered?.outcome).toMatchObject({ type: 'recognised', by: 'owner', item: { year: 1965 } });
    const [refused] = await planned('Dune', { answers: new Map([[1, 'none']]) });
    expect(refused?.outcome.type).toBe('typed');
    expect(refused?.addition?.draft.catalogue?.different).toContain('goodreads:234225');
  });

  it('are recognised where only weaker likenesses speak for something else, and in doubt where a title has two bearers', async () => {
    // The film of that title has no maker on record, so it may be meant as well; the book's maker says more.
    const loose = catalogueEntry({ title: 'Dune', year: 2000 });
    const looseMatch: CatalogueMatch = {
      verdict: 'doubtful',
      candidates: [{ index: catalogueIndex(9), entry: loose, evidence: ['same-title', 'maker-unknown'] }],
    };
    const lines = readPastedLines('Dune – Frank Herbert\nDune');
    const matches = await lookUpLines(
      {
        respelt,
        recognise: ({ descriptions }) =>
          Promise.resolve(
            descriptions.map((asked) =>
              asked.kind === 'movie' && asked.title === 'Dune' ? looseMatch : answer(asked),
            ),
          ),
      },
      lines,
      null,
      new AbortController().signal,
      () => undefined,
    );
    expect(lines.map(({ number }) => meaningOf(matches.get(number) ?? [], null).verdict)).toEqual(['same', 'doubtful']);
  });

  it('under a heading that names a kind are of that kind first, recognised or not', async () => {
    const plan = await planned('Books\nDune\nHeron Days\nMovies to watch:\nDune\nSolaris (book)\nFor Ann:\nHeron Days');
    expect(
      plan.map(({ outcome }) => ('item' in outcome ? `${outcome.type} ${outcome.item.kind}` : outcome.type)),
    ).toEqual(
      // No book called Solaris is known here: the film of that title may be meant, and is not taken unasked.
      ['heading', 'recognised book', 'typed book', 'heading', 'recognised movie', 'doubtful book', 'heading', 'repeat'],
    );
    expect(plan[1]?.outcome).toMatchObject({ item: { year: 1965 } });
    const library = [own('mine', { kind: 'movie', title: 'Solaris', year: 1972 })];
    expect(outcomes(await planned('Books\nSolaris (1972)', { library }))).toEqual(['heading', 'there']);
  });

  it('that the catalogue does not know are read by the maker that it knows, else kept as typed', async () => {
    const plan = await planned('Stalker – Andrei Tarkovsky\nAndrei Tarkovsky – Mirror\nRadiohead - OK Computer');
    expect(plan.map(({ addition }) => [addition?.draft.title, addition?.draft.creators])).toEqual([
      ['Stalker', ['Andrei Tarkovsky']],
      ['Mirror', ['Andrei Tarkovsky']],
      ['Radiohead - OK Computer', []],
    ]);
  });

  it('spelled wrong are in doubt about what they may be, and bear the right title once that is answered', async () => {
    const [asked] = await planned('Solrais');
    expect(asked?.outcome).toMatchObject({ type: 'doubtful', candidates: [{ entry: { title: 'Solaris' } }] });
    expect(asked?.addition?.draft.title).toBe('Solrais');
    const [answered] = await planned('Solrais', { answers: new Map([[1, 0]]) });
    expect(answered?.outcome).toMatchObject({ type: 'recognised', item: { title: 'Solaris', year: 1972 } });
    // Another year, other makers: not the one that is meant.
    const others = await planned('Solrais (2002)\nSolrais by Steven Soderbergh');
    expect(outcomes(others)).toEqual(['typed', 'typed']);
  });

  it('guessed at are never recognised unasked', async () => {
    const [said] = await planned('[12:04] Ann: you must see Solaris!');
    expect(said?.outcome).toMatchObject({
      type: 'doubtful',
      item: { title: 'you must see Solaris!' },
      candidates: [{ entry: { title: 'Solaris' } }],
    });
  });

  it('with a link keep it; a link alone is left out, unless its address names a known thing', async () => {
    const text =
      'Solaris, 1972 https://example.org/a\nhttps://example.org/b\nhttps://letterboxd.com/film/Solaris/\nhttps://www.goodreads.com/book/show/234225.Dune';
    const typed = new Map([[2, 'typed' as const]]);
    const plan = await planned(text, { byLine: typed });
    expect(outcomes(plan)).toEqual(['recognised', 'link', 'doubtful', 'recognised']);
    expect(plan.map(({ addition }) => [addition?.draft.title, addition?.draft.url])).toEqual([
      ['Solaris', 'https://example.org/a'],
      [undefined, undefined],
      [undefined, undefined],
      ['Dune', 'https://www.goodreads.com/book/show/234225.Dune'],
    ]);
    const answered = await planned('https://letterboxd.com/film/Solaris/', { answers: new Map([[1, 0]]) });
    expect(answered[0]?.addition?.draft).toMatchObject({
      title: 'Solaris',
      url: 'https://letterboxd.com/film/Solaris/',
    });
    const refused = await planned('https://letterboxd.com/film/Solaris/', { answers: new Map([[1, 'none']]) });
    expect(outcomes(refused)).toEqual(['link']);
  });

  it('offer nothing that contradicts the maker or the year which they name', () => {
    const lines = readPastedLines('Solaris – Stanisław Lem\nSolaris [1961]');
    const bySubtitle: CatalogueMatch = {
      verdict: 'doubtful',
      candidates: [{ index: catalogueIndex(2), entry: SOLARIS, evidence: ['bare-title', 'subtitle-on-one-side'] }],
    };
    const meanings = lines.map(({ readings }) =>
      meaningOf(
        readings.map((reading) => ({
          reading,
          match: reading.creators.length === 0 && reading.year === null ? bySubtitle : NO_MATCH,
        })),
        null,
      ),
    );
    expect(meanings.map(({ verdict }) => verdict)).toEqual(['none', 'none']);
  });

  it('too long for a title are left out, and not kept as typed either', async () => {
    const [line] = await planned('a - b by c, '.repeat(8000), { byLine: new Map([[1, 'typed']]) });
    expect(line).toMatchObject({ outcome: { type: 'too-long' }, addition: null });
  });

  it('are recognised by their title alone where the doubt of another kind is about the same thing', () => {
    const [line] = readPastedLines('Solaris');
    const [reading] = line?.readings ?? [];
    if (reading === undefined) throw new Error('no reading');
    const asAnime = (index: number): CatalogueMatch => ({
      verdict: 'doubtful',
      candidates: [{ index: catalogueIndex(index), entry: SOLARIS, evidence: ['bare-title', 'same-title'] }],
    });
    const meant = (index: number) =>
      meaningOf(
        [
          { reading, match: sameMatch(SOLARIS, 'title', 2) },
          { reading, match: asAnime(index) },
        ],
        null,
      ).verdict;
    expect([meant(2), meant(3)]).toEqual(['same', 'doubtful']);
  });

  it('that name one thing by two of its titles are one', async () => {
    const amelie = catalogueEntry({ title: 'Le fabuleux destin d’Amélie Poulain', identifiers: { imdb: 'tt0211915' } });
    const lines = readPastedLines('Amélie\nLe fabuleux destin d’Amélie Poulain');
    const matches = new Map(
      lines.map(({ number, readings }) => [
        number,
        readings.map((reading) => ({ reading, match: sameMatch(amelie, 'title', 7) })),
      ]),
    );
    const choices = { kind: null, unknownKind: 'book', byLine: new Map(), answers: new Map() };
    expect(planPaste(lines, matches, new LibraryTwins([]), choices)[1]?.outcome).toEqual({ type: 'repeat', of: 1 });
  });

  it('of one kind are looked up as that kind', async () => {
    expect((await planned('Dune', { kind: 'movie' }))[0]?.outcome).toMatchObject({ item: { year: 1984 } });
  });

  it('that the library has are left as they are there; what may be there is asked', async () => {
    const library = [
      own('mine', { kind: 'book', title: 'Dune', creators: ['Frank Herbert'], year: 1965, ownRating: 1 }),
      own('other', { kind: 'movie', title: 'Something of mine', creators: ['A. Maker'], year: 2001 }),
    ];
    const plan = await planned('Dune by Frank Herbert\nSomething of mine\nDune (1965)', { library });
    expect(outcomes(plan)).toEqual(['there', 'doubtful', 'repeat']);
    expect(plan[0]).toMatchObject({ outcome: { item: library[0] }, addition: null });
    expect(plan[1]?.outcome).toMatchObject({ candidates: [{ type: 'item', item: library[1] }] });
    const [, chosen] = await planned('Dune by Frank Herbert\nSomething of mine', {
      library,
      answers: new Map([[2, 0]]),
    });
    expect(chosen?.outcome).toEqual({ type: 'there', item: library[1] });
  });

  it('named in the library and in the catalogue are one candidate: the one of the library', async () => {
    const library = [own('mine', { kind: 'book', title: 'Dune', creators: ['Frank Herbert'], year: 1965 })];
    const [line] = await planned('Dune', { library });
    expect(line?.outcome).toMatchObject({
      candidates: [
        { type: 'item', item: library[0] },
        { type: 'entry', entry: { kind: 'movie' } },
      ],
    });
  });

  it('can be kept letter for letter, or left out', async () => {
    const text = 'Dune – Frank Herbert (1965)\nFilms:\nSolaris';
    const plan = await planned(text, {
      byLine: new Map([
        [1, 'typed'],
        [2, 'typed'],
        [3, 'left-out'],
      ]),
    });
    expect(plan.map(({ addition }) => addition?.draft.title)).toEqual([
      'Dune – Frank Herbert (1965)',
      'Films:',
      undefined,
    ]);
    expect(plan[0]?.addition?.fill).toBeNull();
  });

  it('come with their ratings into the library alone, and belong to it but for what friends love', async () => {
    const plan = await planned('Solaris, 1972 – 4/5\nKing Kong');
    const things = (to: Parameters<typeof pastePlan>[1]) =>
      pastePlan(plan, to).things.map((thing) =>
        typeof thing === 'string' ? thing : [thing.draft.title, thing.draft.ownRating, thing.draft.inLibrary],
      );
    expect(things({ type: 'library' })).toEqual([
      ['Solaris', 0.8, true],
      ['King Kong', null, true],
    ]);
    expect(things({ type: 'loves', personId: personId('ida') })).toEqual([
      ['Solaris', null, false],
      ['King Kong', null, false],
    ]);
  });
});
