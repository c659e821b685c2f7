import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../../renderer/src/application/import/import-planner';
import { type AnalyseFiles } from '../../../../renderer/src/application/import/import-session';
import { AppError } from '../../../../renderer/src/domain/errors';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { textFile } from './export-file';
import { CELLAR, GOODREADS, IMDB, LIST, openSession, titles } from './watched-import-session';

describe('an import session', () => {
  it('reads, shows what it would do, writes it on request and takes it back', async () => {
    const { library, session, steps, snapshots } = await openSession();
    const preview = await session.open([GOODREADS]);
    expect(preview?.plans.map(({ plan }) => plan.additions.length)).toEqual([5]);
    expect(await titles(library)).toEqual([]);
    const receipts = await session.apply();
    expect(receipts).toHaveLength(1);
    expect(await titles(library)).toHaveLength(5);
    expect(snapshots).toEqual([{ reason: 'before-import', things: 0 }]);
    expect(steps).toEqual(['reading', 'preview', 'importing', 'done']);
    for (const receipt of receipts) await session.undo(receipt);
    expect(await titles(library)).toEqual([]);
    expect(session.snapshot()).toMatchObject({ step: 'done', undone: new Set(receipts.map((one) => one.actionId)) });
    session.startOver();
    expect(session.snapshot()).toEqual({ step: 'choose' });
  });

  it('reads the files of a source again with another answer, and leaves the other files as they are', async () => {
    const profiles = ['Ada', 'Ben'];
    const read: AnalyseFiles = async (files, { answers, ...options } = {}) => {
      const result = await analyseFiles(files, options);
      const whose = answers?.get('imdb')?.get('profile') ?? 'Ada';
      return {
        ...result,
        analyses: result.analyses.map((analysis) =>
          analysis.source !== 'imdb'
            ? analysis
            : {
                ...analysis,
                rows: analysis.rows.slice(whose === 'Ada' ? 0 : 1),
                questions: [
                  {
                    id: 'profile',
                    text: 'Whose profile?',
                    options: profiles.map((value) => ({ value, label: value })),
                    answer: whose,
                  },
                ],
              },
        ),
      };
    };
    const { session } = await openSession(undefined, read);
    await session.open([GOODREADS, IMDB]);
    const sizes = (preview: ImportPreview | null) =>
      preview?.plans.map(({ analysis }) => [analysis.source, analysis.rows.length, analysis.questions[0]?.answer]);
    expect(sizes(await session.answer('imdb', 'profile', 'Ben'))).toEqual([
      ['goodreads', 5, undefined],
      ['imdb', 2, 'Ben'],
    ]);
    expect(sizes(await session.answer('imdb', 'profile', 'Ada'))).toEqual([
      ['goodreads', 5, undefined],
      ['imdb', 3, 'Ada'],
    ]);
  });

  it('writes nothing the second time', async () => {
    const { session } = await openSession();
    await session.open([GOODREADS]);
    await session.apply();
    await session.open([GOODREADS]);
    expect(await session.apply()).toEqual([]);
    expect(session.snapshot()).toMatchObject({ step: 'done', receipts: [] });
  });

  it('lets a second export see what the first one has added, in the preview and when it is written', async () => {
    const { library, session } = await openSession();
    const preview = await session.open([
      GOODREADS,
      textFile('ratings.csv', unknownTable('Small Lamps', 'Mara Ellison')),
    ]);
    expect(preview?.undecided.map(({ type }) => type)).toEqual(['table']);
    const both = await session.readTable('ratings.csv', {
      kind: 'book',
      columns: { title: 0, creators: 1, rating: 2 },
      ratingMaximum: 10,
      crowdMaximum: 10,
    });
    expect(both?.undecided).toEqual([]);
    expect(both?.plans.map(({ plan }) => [plan.additions.length, plan.changes.length])).toEqual([
      [5, 0],
      [0, 1],
    ]);
    expect(await session.apply()).toHaveLength(2);
    const lamps = (await library.items.all()).filter(({ title }) => title === 'Small Lamps');
    expect(lamps.map(({ ownRating }) => ownRating)).toEqual([0.9]);
  });

  it('asks what the columns of an unknown table mean, with a guess', async () => {
    const { library, session } = await openSession();
    const preview = await session.open([CELLAR]);
    const [undecided] = preview?.undecided ?? [];
    if (undecided?.type !== 'table') throw new Error('the table was not asked about');
    const { guess } = undecided.table;
    expect(guess.columns.rating).toBe(3);
    await session.readTable(undecided.name, { ...guess, kind: 'wine', columns: { ...guess.columns, title: 0 } });
    await session.apply();
    expect(await titles(library)).toContain('Barolo Cannubi');
    expect(new Set((await library.items.all()).map(({ kind }) => kind))).toEqual(new Set(['wine']));
  });

  it('says of a file that is neither an export nor a table why it cannot be read', async () => {
    const { session } = await openSession();
    const preview = await session.open([textFile('empty.csv', '')]);
    expect(preview?.plans).toEqual([]);
    expect(preview?.undecided).toEqual([{ type: 'unreadable', name: 'empty.csv', reason: 'the file is empty' }]);
  });

  it('takes a list file by the same door, and asks whose it is before opinions are kept', async () => {
    const { library, session } = await openSession();
    const [undecided] = (await session.open([LIST]))?.undecided ?? [];
    if (undecided?.type !== 'list') throw new Error('the list was not recognised');
    expect(undecided.planned.analysis.list?.title).toBe('For a long winter');
    expect(await library.lists.all()).toEqual([]);
    const theirs = await session.takeList(undecided, false);
    expect((await library.items.all()).map(({ ownRating }) => ownRating)).toEqual([null, null]);
    expect(session.snapshot()).toMatchObject({
      step: 'done',
      receipts: [{ label: 'Imported the list For a long winter' }],
    });
    if (theirs?.listId == null) throw new Error('no list was created');
    expect((await library.lists.byId(theirs.listId))?.entries).toHaveLength(2);
    await session.undo(theirs);
    expect(await titles(library)).toEqual([]);
    expect(await library.lists.all()).toEqual([]);
    const [again] = (await session.open([LIST]))?.undecided ?? [];
    if (again?.type !== 'list') throw new Error('the list was not recognised');
    await session.takeList(again, true);
    expect(new Set((await library.items.all()).map(({ ownRating }) => ownRating))).toEqual(new Set([0.8, 1]));
  });

  it('writes a list beside other files with them, once it is decided whose it is', async () => {
    const { library, session } = await openSession();
    const preview = await session.open([LIST, GOODREADS, CELLAR]);
    expect(preview?.plans.map(({ analysis }) => analysis.source)).toEqual(['goodreads']);
    expect(preview?.undecided.map(({ type }) => type)).toEqual(['list', 'table']);
    const [list] = preview?.undecided ?? [];
    if (list?.type !== 'list') throw new Error('the list was not recognised');
    expect(await session.takeList(list, false)).toBeNull();
    expect(await titles(library)).toEqual([]);
    expect(session.snapshot()).toMatchObject({
      step: 'preview',
      plans: [{ plan: { source: 'goodreads' } }, { plan: { source: 'handpicked-list' } }],
      undecided: [{ type: 'table' }],
    });
    const receipts = await session.apply();
    expect(receipts.map(({ listId }) => listId === null)).toEqual([true, false]);
    expect(await titles(library)).toHaveLength(7);
    const added = (await library.items.all()).filter(({ source }) => source === 'handpicked-list');
    expect(added.map(({ ownRating }) => ownRating)).toEqual([null, null]);
  });

  it('leaves a list that nobody has decided on out of what it writes', async () => {
    const { library, session } = await openSession();
    await session.open([LIST, GOODREADS]);
    expect(await session.apply()).toHaveLength(1);
    expect(await library.lists.all()).toEqual([]);
    expect(await titles(library)).toHaveLength(5);
  });

  it('reads a mapped table again as its encoding is said, and no other', async () => {
    const { session } = await openSession();
    // "Вино", "Сыр" in Windows-1251.
    const cyrillic = {
      name: 'own.csv',
      blob: new Blob([
        new TextEncoder().encode('Title,Rating\n'),
        new Uint8Array([0xc2, 0xe8, 0xed, 0xee, 0x2c, 0x35, 0x0a]),
      ]),
    };
    const preview = await session.open([cyrillic, CELLAR]);
    for (const file of preview?.undecided ?? [])
      if (file.type === 'table')
        await session.readTable(file.name, { ...file.table.guess, columns: { ...file.table.guess.columns, title: 0 } });
    const said = await session.answer('csv', 'encoding:own.csv', 'macintosh');
    const own = said?.plans.find(({ analysis }) => analysis.files.includes('own.csv'))?.analysis;
    expect(own?.questions[0]).toMatchObject({ answer: 'macintosh' });
    expect(own?.rows).toHaveLength(1);
    expect(own?.rows[0]?.title).not.toBe('Вино');
    expect(said?.plans).toHaveLength(2);
  });

  it('keeps a list undecided while a table beside it is read', async () => {
    const { session } = await openSession();
    const table = (await session.open([LIST, CELLAR]))?.undecided.find(({ type }) => type === 'table');
    if (table?.type !== 'table') throw new Error('the table was not asked about');
    const preview = await session.readTable(table.name, table.table.guess);
    expect(preview?.plans.map(({ analysis }) => analysis.source)).toEqual(['csv']);
    expect(preview?.undecided.map(({ type }) => type)).toEqual(['list']);
  });

  it('creates the list again where the library has all its things', async () => {
    const { library, session } = await openSession();
    await session.importList(LIST, true);
    const before = await library.items.all();
    await session.importList(LIST, true);
    expect(await library.items.all()).toEqual(before);
    expect(await library.lists.all()).toHaveLength(2);
  });

  it('imports a list without a preview where it is known whose it is, and is ready for the next', async () => {
    const { library, session, steps } = await openSession();
    const receipt = await session.importList(LIST, true);
    expect(receipt?.label).toBe('Imported the list For a long winter');
    expect(new Set((await library.items.all()).map(({ ownRating }) => ownRating))).toEqual(new Set([0.8, 1]));
    expect(steps).toEqual(['reading', 'preview', 'importing', 'done', 'choose']);
  });

  it.each([
    ['what is no list', textFile('x.json', '{}'), 'x.json: a JSON file of a kind this program does not read'],
    ['an export', GOODREADS, 'This is not a list exported by Handpicked.'],
    ['a table', CELLAR, 'This is not a list exported by Handpicked.'],
    [
      'a damaged list',
      textFile('l.json', '{"format":"handpicked-list","version":1,"list":{"title":" "}}'),
      /^l\.json: This list file is damaged at list\.title: /,
    ],
  ])('refuses %s where a list is asked for, and says why', async (_name, file, message) => {
    const { library, session } = await openSession();
    const error: unknown = await session.importList(file, true).catch((thrown: unknown) => thrown);
    if (!(error instanceof AppError)) throw new Error('it was imported');
    expect(error.code).toBe('format-unknown');
    expect(error.message).toMatch(message);
    expect(session.snapshot()).toEqual({ step: 'choose' });
    expect(await titles(library)).toEqual([]);
  });

  it('names what of a list may be in the library, and adds it all the same', async () => {
    const { library, session } = await openSession();
    const known = await library.items.addItem({ kind: 'book', title: 'The Summer Book' });
    const [undecided] = (await session.open([LIST]))?.undecided ?? [];
    if (undecided?.type !== 'list') throw new Error('the list was not recognised');
    const { doubtful } = undecided.planned.plan;
    expect(doubtful.map(({ row, mightBe }) => [row.title, mightBe.map((twin) => twin.itemId)])).toEqual([
      ['The Summer Book', [known.id]],
    ]);
    await session.takeList(undecided, false);
    expect(await titles(library)).toEqual(["Babette's Feast", 'The Summer Book', 'The Summer Book']);
  });
});

/** A table that no source claims: title, maker, rating out of ten. */
const unknownTable = (title: string, author: string): string => `Heading,Writer,Stars\n${title},${author},9`;
