import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../../renderer/src/application/import/import-planner';
import {
  alikeQuestions,
  rowQuestions,
  withRowAnswers,
} from '../../../../renderer/src/application/import/row-questions';
import { TwinsSession } from '../../../../renderer/src/application/twins/twins-session';
import type { DoubtfulRow, RowAnswers } from '../../../../renderer/src/domain/import-plan';
import type { Item, ItemDraft } from '../../../../renderer/src/domain/item';
import { contents, openTestLibrary } from '../../data/open-test-library';
import { textFile } from './export-file';
import { openImportSession } from './open-import-session';

const VOLE: ItemDraft = { kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1961 };
const HEAD = 'Title,Author,Year,My Rating,Type';
const BARE = textFile('shelf.csv', [HEAD, 'Poems,,,3,book', 'The Long Tide,Bo Quill,2001,4,book', ''].join('\n'));

/** A library, an import into it, and what it has of things that look alike. */
async function opened(...drafts: readonly ItemDraft[]) {
  const library = await openTestLibrary();
  for (const draft of drafts) await library.items.addItem(draft);
  const { index, session } = await openImportSession(library);
  const twins = new TwinsSession(index);
  /** Every table by the columns that are guessed. */
  const preview = async (...files: readonly ReturnType<typeof textFile>[]): Promise<ImportPreview> => {
    session.startOver();
    let shown = await session.open(files);
    for (const file of shown?.undecided ?? [])
      if (file.type === 'table') shown = await session.readTable(file.name, file.table.guess);
    if (shown === null) throw new Error('not read');
    return shown;
  };
  const settle = async (given: 'same' | 'different', shown: ImportPreview): Promise<ImportPreview> => {
    const settled = await session.settle(
      withRowAnswers(shown.rowAnswers, rowQuestions(doubtfulOf(shown), shown.rowAnswers), given),
    );
    if (settled === null) throw new Error('not settled');
    return settled;
  };
  const pairs = async (): Promise<number> => {
    await twins.look();
    return twins.snapshot().pairs.length;
  };
  return { library, session, preview, settle, pairs };
}

const doubtfulOf = ({ plans, undecided }: ImportPreview): readonly DoubtfulRow[] =>
  [...plans, ...undecided.flatMap((file) => (file.type === 'list' ? [file.planned] : []))].flatMap(
    ({ plan }) => plan.doubtful,
  );
const sizes = ({ plans }: ImportPreview) =>
  plans.map(({ plan }) => [plan.additions.length, plan.changes.length, plan.doubtful.length]);
const titles = (items: readonly Item[]): readonly string[] => items.map(({ title }) => title).toSorted();

describe('a doubtful row', () => {
  it('that is the same becomes a change of that thing, is remembered, and is nothing new with the same file again', async () => {
    const { library, session, preview, settle, pairs } = await opened(VOLE);
    const before = await contents(library);
    const shown = await preview(BARE);
    expect(sizes(shown)).toEqual([[2, 0, 1]]);
    expect(sizes(await settle('same', shown))).toEqual([[1, 1, 0]]);
    const [receipt] = await session.apply();
    const items = await library.items.all();
    expect(titles(items)).toEqual(['Poems', 'The Long Tide']);
    expect(items.find(({ title }) => title === 'Poems')).toMatchObject({ ...VOLE, ownRating: 0.6 });
    expect(await pairs()).toBe(0);
    expect(sizes(await preview(BARE))).toEqual([[0, 0, 0]]);
    if (receipt === undefined) throw new Error('nothing written');
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('that is different stays apart, is remembered with both, and is not asked about again', async () => {
    const { library, session, preview, settle, pairs } = await opened(VOLE);
    const before = await contents(library);
    const settled = await settle('different', await preview(BARE));
    expect(sizes(settled)).toEqual([[2, 0, 0]]);
    const [receipt] = await session.apply();
    expect(titles(await library.items.all())).toEqual(['Poems', 'Poems', 'The Long Tide']);
    const said = (await library.items.all()).filter(({ title }) => title === 'Poems');
    expect(said.map(({ twins }) => twins?.different)).toEqual([[said[1]?.id], [said[0]?.id]]);
    expect(await pairs()).toBe(0);
    expect(sizes(await preview(BARE))).toEqual([[0, 0, 0]]);
    if (receipt === undefined) throw new Error('nothing written');
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('that is left for later is kept apart, and is found among what looks alike', async () => {
    const { library, session, preview, pairs } = await opened(VOLE);
    await preview(BARE);
    await session.apply();
    expect(titles(await library.items.all())).toEqual(['Poems', 'Poems', 'The Long Tide']);
    expect(await pairs()).toBe(1);
    library.database.close();
  });

  it('is asked about one thing after the other, and no more once it is said what it is', async () => {
    const { library, preview } = await opened(VOLE, { ...VOLE, creators: ['Cy Marsh'], year: 1990 });
    const shown = await preview(BARE);
    const ask = (answers: RowAnswers) => rowQuestions(doubtfulOf(shown), answers);
    const [first] = ask(new Map());
    if (first === undefined) throw new Error('no question');
    const notFirst = withRowAnswers(new Map(), [first], 'different');
    const [second, ...more] = ask(notFirst);
    expect(more).toEqual([]);
    expect(second?.twin.itemId).not.toBe(first.twin.itemId);
    if (second === undefined) throw new Error('no question');
    expect(ask(withRowAnswers(notFirst, [second], 'same'))).toEqual([]);
    expect(ask(withRowAnswers(notFirst, [second], 'different'))).toEqual([]);
    library.database.close();
  });
});

describe('rows that look like each other', () => {
  const GAMES = textFile(
    'games.csv',
    [
      HEAD,
      'Tin Harbour,Quill Works,1999,5,game',
      'Tin Harbour,Quill Works,2013,,game',
      'Copper Road,Quill Works,2001,4,game',
      'Copper Road,Quill Works,2016,,game',
      '',
    ].join('\n'),
  );

  it('in one file become one thing, which each of them means again', async () => {
    const { library, session, preview, settle, pairs } = await opened();
    const shown = await preview(GAMES);
    expect(sizes(shown)).toEqual([[4, 0, 2]]);
    const questions = rowQuestions(doubtfulOf(shown), new Map());
    const [asked] = questions;
    if (asked === undefined) throw new Error('no question');
    expect(alikeQuestions(asked, questions)).toMatchObject({ questions, entangled: 0 });
    expect(sizes(await settle('same', shown))).toEqual([[2, 0, 0]]);
    await session.apply();
    expect(titles(await library.items.all())).toEqual(['Copper Road', 'Tin Harbour']);
    expect(await pairs()).toBe(0);
    expect(sizes(await preview(GAMES))).toEqual([[0, 0, 0]]);
    library.database.close();
  });

  it('in one file stay two where that was said, for good', async () => {
    const { library, session, preview, settle, pairs } = await opened();
    expect(sizes(await settle('different', await preview(GAMES)))).toEqual([[4, 0, 0]]);
    await session.apply();
    expect(await library.items.all()).toHaveLength(4);
    expect(await pairs()).toBe(0);
    expect(sizes(await preview(GAMES))).toEqual([[0, 0, 0]]);
    library.database.close();
  });

  it.each([
    ['same', 3],
    ['different', 4],
  ] as const)('in two files at once: %s', async (given, count) => {
    const { library, session, preview, settle, pairs } = await opened();
    const other = textFile(
      'other.csv',
      [HEAD, 'Poems,Ann Vole,1961,,book', 'Kelp,Mara Oake,1998,2,book', ''].join('\n'),
    );
    const shown = await preview(other, BARE);
    expect(doubtfulOf(shown)).toHaveLength(1);
    const settled = await settle(given, shown);
    expect(doubtfulOf(settled)).toEqual([]);
    await session.apply();
    expect(await library.items.all()).toHaveLength(count);
    expect(await pairs()).toBe(0);
    expect(sizes(await preview(other, BARE)).flat()).toEqual([0, 0, 0, 0, 0, 0]);
    library.database.close();
  });
});

it('answers of a preview hold where another table is read into it', async () => {
  const { library, session, preview, settle } = await opened(VOLE);
  await settle('same', await preview(BARE));
  const state = session.snapshot();
  if (state.step !== 'preview') throw new Error('no preview');
  const settled = await session.settle(state.rowAnswers);
  expect(settled === null ? null : sizes(settled)).toEqual([[1, 1, 0]]);
  library.database.close();
});

describe('two that were put together on their page', () => {
  it('are one for both files that brought them, and neither file takes the rating that counts away', async () => {
    const { library, session, preview } = await opened();
    const rated = textFile('rated.csv', [`${HEAD},Date Rated`, 'Poems,Ann Vole,1961,5,book,2021-05-03', ''].join('\n'));
    await preview(rated);
    await session.apply();
    await preview(BARE);
    await session.apply();
    const poems = (await library.items.all()).filter(({ title }) => title === 'Poems');
    const [one, other] = [poems.find(({ year }) => year !== null), poems.find(({ year }) => year === null)];
    if (one === undefined || other === undefined) throw new Error('not two');
    for (const merge of [
      { stays: one.id, goes: other.id },
      { stays: other.id, goes: one.id },
    ]) {
      await library.twins.merge([merge]);
      const counts = (await library.items.byId(merge.stays))?.ownRating;
      expect(sizes(await preview(rated, BARE)).flat()).toEqual([0, 0, 0, 0, 0, 0]);
      await session.apply();
      expect((await library.items.byId(merge.stays))?.ownRating).toBe(counts);
      await library.journal.undo();
    }
    library.database.close();
  });
});
