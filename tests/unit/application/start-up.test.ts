import { describe, expect, it } from 'vitest';
import { chooseEngineAfter, startUp, type StartUpPorts } from '../../../renderer/src/application/start-up';
import { catalogueIndex } from '../../../renderer/src/domain/catalogue';
import { AppError } from '../../../renderer/src/domain/errors';
import type { ItemId } from '../../../renderer/src/domain/ids';
import { RANKING_VERSION } from '../../../renderer/src/domain/ranking-version';
import { INITIAL_ENGINE_STATE } from '../../../renderer/src/domain/ports/recommender';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import { FakeCatalogue, MemoryBackgroundFacts } from '../../fixtures/background-facts';
import { catalogueEntry } from '../../fixtures/catalogue-entry';
import { NO_SNAPSHOTS, OutsideJournalInMemory } from '../data/outside-journal-in-memory';
import { openTestLibrary } from '../data/open-test-library';

interface Fed {
  readonly upserts: readonly ItemId[];
  /** Null: the whole library was set. */
  readonly removals: readonly ItemId[] | null;
}

class FakeRecommender {
  readonly fed: Fed[] = [];
  /** Sent with what the catalogue knows. */
  readonly described: ItemId[] = [];
  constructor(
    private readonly answer: () => Promise<typeof INITIAL_ENGINE_STATE> = () => Promise.resolve(INITIAL_ENGINE_STATE),
  ) {}

  setLibrary({ items }: { readonly items: Iterable<LibraryItem> }) {
    this.fed.push({ upserts: Array.from(items, ({ id }) => id), removals: null });
    return this.answer();
  }

  updateLibrary({
    upserts,
    removals,
  }: {
    readonly upserts: Iterable<LibraryItem>;
    readonly removals: readonly ItemId[];
  }) {
    const sent = [...upserts];
    this.fed.push({ upserts: sent.map(({ id }) => id), removals });
    this.described.push(...sent.filter(({ backgroundFacts }) => backgroundFacts !== undefined).map(({ id }) => id));
    return this.answer();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function started(ports: Partial<StartUpPorts> = {}) {
  const library = await openTestLibrary();
  const { id } = await library.items.addItem({ kind: 'book', title: 'Dune' });
  const recommender = new FakeRecommender();
  const window = await startUp({
    openRepositories: () => Promise.resolve(library),
    recommender,
    catalogue: new FakeCatalogue(undefined, null),
    backgroundFacts: new MemoryBackgroundFacts(),
    keepStorage: () => Promise.resolve(true),
    clock: () => library.clock.now,
    journal: new OutsideJournalInMemory(),
    snapshots: NO_SNAPSHOTS,
    analyseFiles,
    newId: () => crypto.randomUUID(),
    takeSnapshot: () => Promise.resolve(true),
    ...ports,
  });
  return { library, recommender, window, dune: id };
}

describe('the start', () => {
  it('reads the library, hands all of it to the recommender once, then every change in order', async () => {
    const { library, recommender, window, dune } = await started();
    expect(window.library.snapshot().ready).toBe(true);
    expect(window.library.search('dune')).toEqual([dune]);
    const { id: emma } = await library.items.addItem({ kind: 'book', title: 'Emma' });
    await library.items.moveToTrash([dune]);
    expect(recommender.fed).toEqual([
      { upserts: [dune], removals: null },
      { upserts: [emma], removals: [] },
      { upserts: [], removals: [dune] },
    ]);
  });

  it('tells the recommender what the catalogue knows of a thing: of all when asked to, then of a new one at once', async () => {
    const entry = catalogueEntry({ kind: 'book', title: 'Dune', creators: ['Frank Herbert'] });
    const known = { verdict: 'same', index: catalogueIndex(0), entry, evidence: [], by: 'title', alias: null } as const;
    const { library, recommender, window, dune } = await started({ catalogue: new FakeCatalogue(() => known) });
    await settled();
    expect(recommender.described).toEqual([]);
    await window.describeLibrary();
    const { id: emma } = await library.items.addItem({ kind: 'book', title: 'Emma' });
    await window.describeLibrary();
    expect(recommender.fed).toEqual([
      { upserts: [dune], removals: null },
      { upserts: [dune], removals: [] },
      { upserts: [emma], removals: [] },
      { upserts: [emma], removals: [] },
    ]);
    expect(recommender.described).toEqual([dune, emma]);
    expect(window.library.snapshot().byId.get(dune)?.creators).toEqual([]);
  });

  it('has nothing to tell of changed picks where there were none yet', async () => {
    const { library } = await started();
    expect((await library.settings.read()).rankingSeen).toBe(RANKING_VERSION);
    const old = await openTestLibrary();
    await old.items.addItem({ kind: 'book', title: 'Dune' });
    await old.people.addFriend({ name: 'Ada' });
    await started({ openRepositories: () => Promise.resolve(old) });
    expect((await old.settings.read()).rankingSeen).toBe(1);
  });

  it('offers an import session on the same library', async () => {
    const { window } = await started();
    expect(window.importSession.snapshot()).toEqual({ step: 'choose' });
  });

  it('goes on without the recommender and without lasting storage', async () => {
    const crashed = new FakeRecommender(() => Promise.reject(new AppError('worker-crashed', 'No worker.')));
    const { library, window } = await started({
      recommender: crashed,
      keepStorage: () => Promise.reject(new Error('not supported')),
    });
    await library.items.addItem({ kind: 'book', title: 'Emma' });
    await settled();
    expect(crashed.fed).toHaveLength(2);
    expect(window.library.snapshot().items).toHaveLength(2);
  });

  it('asks for lasting storage only once the library is open', async () => {
    let asked = 0;
    const keepStorage = (): Promise<boolean> => {
      asked += 1;
      return Promise.resolve(true);
    };
    const newer = new AppError('database-newer', 'The library was written by a newer version.');
    await expect(started({ openRepositories: () => Promise.reject(newer), keepStorage })).rejects.toBe(newer);
    expect(asked).toBe(0);
    await started({ keepStorage });
    expect(asked).toBe(1);
  });

  it('says why where the library cannot be read', async () => {
    const library = await openTestLibrary();
    library.database.close();
    await expect(started({ openRepositories: () => Promise.resolve(library) })).rejects.toBeInstanceOf(Error);
  });
});

describe('the choice of the engine', () => {
  const timed = (): { readonly calls: () => number; chooseEngine(): Promise<never> } => {
    let calls = 0;
    return {
      calls: () => calls,
      chooseEngine: () => {
        calls += 1;
        return Promise.reject(new Error('no GPU'));
      },
    };
  };
  const atOnce = (work: () => void): void => {
    work();
  };

  it('waits for the first picks and for an idle moment, and takes a failure quietly', async () => {
    const recommender = timed();
    const idle: (() => void)[] = [];
    chooseEngineAfter(Promise.resolve(), (work) => idle.push(work), recommender);
    expect(idle).toEqual([]);
    await settled();
    expect([idle.length, recommender.calls()]).toEqual([1, 0]);
    for (const work of idle) work();
    await settled();
    expect(recommender.calls()).toBe(1);
  });

  it('never begins before the first picks, nor after it was given up', async () => {
    const [never, late] = [timed(), timed()];
    chooseEngineAfter(new Promise(() => undefined), atOnce, never);
    chooseEngineAfter(Promise.resolve(), atOnce, late)();
    await settled();
    expect([never.calls(), late.calls()]).toEqual([0, 0]);
  });
});
