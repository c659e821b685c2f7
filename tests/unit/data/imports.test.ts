import { describe, expect, it } from 'vitest';
import { OWNER_ID } from '../../../renderer/src/domain/ids';
import type { ImportPlan, PlannedAddition } from '../../../renderer/src/domain/import-plan';
import type { ImportedRow } from '../../../renderer/src/domain/imported-row';
import type { PortableItem, PortableList } from '../../../renderer/src/domain/portable-list';
import type { ImportReceipt } from '../../../renderer/src/domain/ports/imports-repository';
import type { RecommendationList } from '../../../renderer/src/domain/recommendation-list';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import { planImport } from '../../../renderer/src/importing/plan/merge-plan';
import { blankRow } from '../../../renderer/src/importing/source';
import { withoutOpinions } from '../../../renderer/src/importing/without-opinions';
import { listFile } from '../../fixtures/exports/files';
import { contents, openTestLibrary, type TestLibrary } from './open-test-library';

const row = (title: string): ImportedRow => ({
  ...blankRow('f.csv', 2, 'book', title),
  creators: ['A'],
  year: 2000,
  ownRating: 0.8,
  status: 'finished',
});
const addition = (title: string, at: number | null = null): PlannedAddition => ({
  row: row(title),
  draft: { kind: 'book', title, creators: ['A'], year: 2000, ownRating: 0.8, status: 'finished' },
  event: { personId: OWNER_ID, type: 'rated', rating: 0.8, at },
});
const plan = (additions: readonly PlannedAddition[], changes: ImportPlan['changes'] = []): ImportPlan => ({
  source: 'goodreads',
  sourceLabel: 'Goodreads library export (24 columns)',
  additions,
  changes,
  unchangedCount: 0,
  different: [],
  doubtful: [],
  trashed: [],
  list: null,
});
const many = (count: number): ImportPlan =>
  plan(Array.from({ length: count }, (_unused, index) => addition(`Book ${index}`, index)));

describe('an import', () => {
  it('adds items with their dated events and says what it did', async () => {
    const library = await openTestLibrary();
    const progress: number[] = [];
    const { label, itemIds } = await library.imports.applyImport(many(812), {
      onProgress: ({ done, total }) => progress.push(done / total),
    });
    expect(label).toBe('Imported 812 books from Goodreads');
    expect(new Set(itemIds)).toEqual(new Set((await library.items.all()).map(({ id }) => id)));
    expect(progress).toEqual([0, 250, 500, 750, 812].map((done) => done / 812));
    const profile = await library.taste.profileOf(OWNER_ID, library.clock.now);
    expect(profile.events).toHaveLength(812);
    expect(profile.events.map((event) => event.at)).toEqual(Array.from({ length: 812 }, (_unused, index) => index));
    expect((await library.items.all())[0]).toMatchObject({ source: 'goodreads', ownRating: 0.8 });
  });

  it('changes only what the plan says, replaces the statement, and is one undo', async () => {
    const library = await openTestLibrary();
    const { id } = await library.items.addItem({ kind: 'book', title: 'Dune', ownRating: 0.2, tags: ['mine'] });
    const before = await contents(library);
    const { label } = await library.imports.applyImport(
      plan(
        [addition('Emma')],
        [
          {
            row: row('Dune'),
            itemId: id,
            patch: { ownRating: 0.8, identifiers: { goodreads: '1' } },
            event: { personId: OWNER_ID, type: 'rated', rating: 0.8, at: 5 },
          },
        ],
      ),
    );
    expect(label).toBe('Imported 1 book from Goodreads, updated 1 thing');
    expect(await library.items.byId(id)).toMatchObject({
      ownRating: 0.8,
      tags: ['mine'],
      identifiers: { goodreads: '1' },
    });
    expect((await library.taste.eventsAbout(id)).map((event) => [event.rating, event.at, event.source])).toEqual([
      [0.8, 5, 'goodreads'],
    ]);
    const after = await contents(library);
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
    await library.journal.redo();
    expect(await contents(library)).toEqual(after);
  });

  it('leaves everything as it was when it is cancelled or fails', async () => {
    const library = await openTestLibrary();
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    const before = await contents(library);
    const controller = new AbortController();
    const seen: unknown[] = [];
    library.items.onChange((change) => seen.push(change));
    await expect(
      library.imports.applyImport(many(2000), {
        signal: controller.signal,
        onProgress: ({ done }) => {
          if (done >= 1000) controller.abort();
        },
      }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    await expect(
      library.imports.applyImport(many(2000), {
        onProgress: ({ done }) => {
          if (done >= 1000) throw new Error('broken');
        },
      }),
    ).rejects.toMatchObject({ code: 'unexpected' });
    expect(await contents(library)).toEqual(before);
    expect(seen).toEqual([]);
    expect(await library.journal.latest(9)).toHaveLength(1);
  });

  it('is told apart from other actions, newest first, also once it is taken back', async () => {
    const library = await openTestLibrary();
    const { actionId } = await library.imports.applyImport(many(3));
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    expect(await library.journal.latest(9, 'import')).toEqual([
      { actionId, label: expect.stringContaining('Imported 3'), at: expect.any(Number), undone: false },
    ]);
    await library.journal.undoAction(actionId);
    expect(await library.journal.latest(9, 'import')).toMatchObject([{ actionId, undone: true }]);
    expect(await library.journal.latest(9)).toHaveLength(2);
  });

  it('with nothing new changes nothing and leaves no action', async () => {
    const library = await openTestLibrary();
    await library.imports.applyImport(plan([]));
    expect(await library.journal.latest(9)).toEqual([]);
  });

  it('makes a sample thing the owner’s, so that removing the sample leaves it', async () => {
    const library = await openTestLibrary();
    await library.sample.install();
    const dune = (await library.items.all()).find((item) => item.title === 'Dune');
    if (dune === undefined) throw new Error('no Dune');
    await library.imports.applyImport(
      plan([], [{ row: row('Dune'), itemId: dune.id, patch: { identifiers: { goodreads: '1' } }, event: null }]),
    );
    await library.sample.remove();
    expect((await library.items.all()).map((item) => item.title)).toEqual(['Dune']);
  });

  it('of 5,000 things is taken back and brought again', async () => {
    const library = await openTestLibrary();
    await library.imports.applyImport(many(5000));
    await library.journal.undo();
    expect(await library.items.all()).toEqual([]);
    expect(await library.database.events.count()).toBe(0);
    await library.journal.redo();
    expect(await library.items.all()).toHaveLength(5000);
  });
});

/** What importing the list into the library as it is would do. */
async function listPlan(library: TestLibrary, list: PortableList, keepOpinions = true): Promise<ImportPlan> {
  const [analysis] = (await analyseFiles([listFile(list)])).analyses;
  if (analysis === undefined) throw new Error('not read');
  return await planImport(
    keepOpinions ? analysis : withoutOpinions(analysis),
    await library.items.all(),
    library.clock.now,
  );
}
const importList = async (library: TestLibrary, list: PortableList, keepOpinions?: boolean): Promise<ImportReceipt> =>
  library.imports.applyImport(await listPlan(library, list, keepOpinions));
async function listOf(library: TestLibrary, { listId }: ImportReceipt): Promise<RecommendationList> {
  const list = listId === null ? undefined : await library.lists.byId(listId);
  if (list === undefined) throw new Error('no list was created');
  return list;
}

describe('a list file', () => {
  const item: PortableItem = {
    ...blankRow('winter.json', 1, 'book', 'Dune'),
    creators: ['Frank Herbert'],
    year: 1965,
    length: 412,
    identifiers: { isbn13: '9780306406157' },
    ownRating: 0.9,
    status: 'finished',
    finishedAt: 5,
    note: 'n',
  };
  const list = {
    title: 'Sand',
    description: 'd',
    entries: [
      { item, annotation: 'first' },
      { item: { ...item, title: 'Emma', identifiers: {} }, annotation: 'second' },
      { item, annotation: 'again' },
    ],
  };

  it('matches what is there, adds what is not, keeps the order', async () => {
    const library = await openTestLibrary();
    const own = await library.items.addItem({
      kind: 'book',
      title: 'Dune (other edition)',
      identifiers: { isbn13: '9780306406157' },
      ownRating: 0.1,
    });
    const receipt = await importList(library, list);
    expect(receipt.label).toBe('Imported the list Sand');
    const items = await library.items.all();
    expect(items).toHaveLength(2);
    expect(
      (await listOf(library, receipt)).entries.map((entry) => [
        items.find((found) => found.id === entry.itemId)?.title,
        entry.annotation,
      ]),
    ).toEqual([
      ['Dune (other edition)', 'first'],
      ['Emma', 'second'],
    ]);
    expect((await library.items.byId(own.id))?.ownRating).toBe(0.1);
    expect(items.find((found) => found.title === 'Emma')).toMatchObject({
      length: 412,
      ownRating: 0.9,
      finishedAt: 5,
      note: 'n',
    });
  });

  it('knows a thing by title and maker whatever the edition and spelling, and never a namesake', async () => {
    const library = await openTestLibrary();
    const dune = await library.items.addItem({ kind: 'book', title: 'Dune', creators: ['Frank Herbert'], year: 1990 });
    const film = await library.items.addItem({ kind: 'movie', title: 'Amélie', creators: ['J. Jeunet'], year: 2001 });
    const poems = await library.items.addItem({ kind: 'book', title: 'Poems', creators: ['Ann Vole'] });
    const entry = (title: string, creators: readonly string[], rest: Partial<typeof item> = {}) => ({
      item: { ...item, identifiers: {}, title, creators, ...rest },
      annotation: `for ${title}`,
    });
    const list = {
      title: 'Sand',
      description: '',
      entries: [
        entry('Dune', ['Herbert, Frank']),
        {
          ...entry('Amelie', ['Jean Jeunet']),
          item: { ...item, kind: 'movie', title: 'Amelie', creators: [], year: 2001, identifiers: {} },
        },
        entry('Poems', ['Bo Quill']),
      ],
    };
    const { entries } = await listOf(library, await importList(library, list));
    expect(entries.slice(0, 2).map((one) => one.itemId)).toEqual([dune.id, film.id]);
    expect(entries[2]?.itemId).not.toBe(poems.id);
    expect(await library.items.all()).toHaveLength(4);
    // Once more: nothing is added but the list.
    const again = await listOf(library, await importList(library, list));
    expect(again.entries.map((one) => one.itemId)).toEqual(entries.map((one) => one.itemId));
    expect(await library.items.all()).toHaveLength(4);
    expect(await library.lists.all()).toHaveLength(2);
  });

  it('of somebody else does not rate things in the owner’s name', async () => {
    const library = await openTestLibrary();
    await importList(library, list, false);
    for (const found of await library.items.all())
      expect(found).toMatchObject({ ownRating: null, status: 'none', note: null });
    expect(await library.taste.eventsOf(OWNER_ID)).toEqual([]);
  });

  it('is one action: undo takes back the list with what it added, redo brings both again', async () => {
    const library = await openTestLibrary();
    await library.items.addItem({ kind: 'book', title: 'Emma', creators: ['Frank Herbert'], year: 1965 });
    const before = await contents(library);
    await importList(library, list);
    const after = await contents(library);
    expect(after).not.toEqual(before);
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
    await library.journal.redo();
    expect(await contents(library)).toEqual(after);
  });

  it('that is cancelled or fails leaves nothing', async () => {
    const library = await openTestLibrary();
    const before = await contents(library);
    const plan = await listPlan(library, list);
    const controller = new AbortController();
    await expect(
      library.imports.applyImport(plan, {
        signal: controller.signal,
        onProgress: () => {
          controller.abort();
        },
      }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    await expect(
      library.imports.applyImport(plan, {
        onProgress: ({ done, total }) => {
          if (done === total) throw new Error('broken');
        },
      }),
    ).rejects.toMatchObject({ code: 'unexpected' });
    expect(await contents(library)).toEqual(before);
    expect(await library.lists.all()).toEqual([]);
  });

  it('does without what was deleted since the preview', async () => {
    const library = await openTestLibrary();
    const { id } = await library.items.addItem({ kind: 'book', title: 'Dune', creators: ['Frank Herbert'] });
    const plan = await listPlan(library, list);
    await library.items.moveToTrash([id]);
    const { entries } = await listOf(library, await library.imports.applyImport(plan));
    expect(entries.map(({ annotation }) => annotation)).toEqual(['second']);
  });
});
