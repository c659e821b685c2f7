import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { FakeCatalogue, MemoryBackgroundFacts } from '../../../fixtures/background-facts';
import { describe, expect, it } from 'vitest';
import { withShelvesApart } from '../../../../renderer/src/application/library/move-shelves';
import { startUp } from '../../../../renderer/src/application/start-up';
import { declareVersions, MIGRATIONS } from '../../../../renderer/src/data/migrations/migrations';
import type { ImportPlan } from '../../../../renderer/src/domain/import-plan';
import type { ImportAnalysis } from '../../../../renderer/src/domain/imported-row';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type ItemPatch } from '../../../../renderer/src/domain/item';
import { INITIAL_ENGINE_STATE } from '../../../../renderer/src/domain/ports/recommender';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { planImport } from '../../../../renderer/src/importing/plan/merge-plan';
import { startUpText } from '../../../../renderer/src/text/frame';
import { exportFile } from '../../../fixtures/exports/files';
import { NO_SNAPSHOTS, OutsideJournalInMemory } from '../../data/outside-journal-in-memory';
import { openTestLibrary, type TestLibrary } from '../../data/open-test-library';

const apart = (source: string, ...tags: readonly string[]) => withShelvesApart({ source, tags, shelves: [] });

describe('which tags are shelves', () => {
  it('of Goodreads: those that look like its shelves and are no genre; what was typed here stays a tag', () => {
    expect(apart('goodreads', 'fantasy', 'read-2019', 'Own words', 'rainy day', 'own-kindle')).toEqual({
      tags: ['fantasy', 'Own words', 'rainy day'],
      shelves: ['read-2019', 'own-kindle'],
    });
  });

  it('of Letterboxd: all but genres, since its exports state no other tags', () => {
    expect(apart('letterboxd', 'Horror', 'with ana', 'Trains at night')).toEqual({
      tags: ['Horror'],
      shelves: ['with ana', 'Trains at night'],
    });
  });

  it('nothing of other sources, whose tags may be facts, and nothing where there is nothing to move', () => {
    for (const source of ['imdb', 'manual', 'csv', 'sample', 'handpicked-list'])
      expect(apart(source, 'to-buy')).toBeNull();
    expect(apart('goodreads', 'fantasy')).toBeNull();
  });
});

const SHELVES = ['sea-stories', 'favourites', 'audio'];
let count = 0;

/** What would change of things; the library here has no events, so days that things were finished on are news. */
const patchesOf = ({ changes }: ImportPlan): readonly ItemPatch[] =>
  changes.map(({ patch }) => patch).filter((patch) => Object.keys(patch).length > 0);

async function exportOfGoodreads(): Promise<ImportAnalysis> {
  const [analysis] = (await analyseFiles([exportFile('goodreads-24-columns.csv')])).analyses;
  if (analysis === undefined) throw new Error('not recognised');
  return analysis;
}

/** A library that version 4 made of an export: shelves were tags. */
async function libraryOfVersion4(analysis: ImportAnalysis): Promise<TestLibrary> {
  const name = `moved-shelves-${(count += 1)}`;
  const old = new Dexie(name);
  declareVersions(old, MIGRATIONS, 4);
  await old.open();
  const { additions } = await planImport(analysis, [], 1);
  await old.table('items').bulkAdd(
    additions.map(({ draft }, index) => {
      const { shelves, ...item } = completeItem(draft, itemId(`thing-${index}`), 1);
      return { ...item, tags: [...item.tags, ...shelves] };
    }),
  );
  old.close();
  return openTestLibrary(name);
}

const started = (library: TestLibrary) =>
  startUp({
    openRepositories: () => Promise.resolve(library),
    recommender: {
      setLibrary: () => Promise.resolve(INITIAL_ENGINE_STATE),
      updateLibrary: () => Promise.resolve(INITIAL_ENGINE_STATE),
    },
    catalogue: new FakeCatalogue(undefined, null),
    backgroundFacts: new MemoryBackgroundFacts(),
    keepStorage: () => Promise.resolve(true),
    clock: () => library.clock.now,
    journal: new OutsideJournalInMemory(),
    snapshots: NO_SNAPSHOTS,
    analyseFiles,
    newId: () => crypto.randomUUID(),
    takeSnapshot: () => Promise.resolve(true),
  });

describe('the first start after the upgrade', () => {
  it('moves them before the library is read, and says so once', async () => {
    const library = await libraryOfVersion4(await exportOfGoodreads());
    const window = await started(library);
    const book = window.library.snapshot().items.find(({ title }) => title === 'The Glass Harbour');
    expect(book).toMatchObject({ tags: [], shelves: SHELVES });
    expect(window.movedShelves).toMatchObject({ shelfCount: 3, sources: ['goodreads'] });
    expect((await started(library)).movedShelves).toBeNull();
    library.database.close();
  });

  it('leaves a library to which the same export brings nothing, before and after an undo no tags', async () => {
    const analysis = await exportOfGoodreads();
    const library = await libraryOfVersion4(analysis);
    const { movedShelves } = await started(library);
    const again = await planImport(analysis, await library.items.all(), 2);
    expect(again.additions).toEqual([]);
    expect(patchesOf(again)).toEqual([]);
    if (movedShelves === null) throw new Error('nothing moved');
    await library.journal.undoAction(movedShelves.actionId);
    expect(patchesOf(await planImport(analysis, await library.items.all(), 3))).toEqual([{ shelves: SHELVES }]);
    library.database.close();
  });

  it('is told in words', () => {
    expect(startUpText.shelvesMoved(23, ['goodreads'])).toBe(
      '23 shelves of your Goodreads import were kept as tags. They are shelves now.',
    );
    expect(startUpText.shelvesMoved(1, ['goodreads', 'letterboxd'])).toBe(
      '1 shelf of your Goodreads and Letterboxd imports was kept as a tag. It is a shelf now.',
    );
  });
});
