import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../../renderer/src/application/library/library-index';
import { broadcastWindowChannel } from '../../../renderer/src/data/broadcast-window-channel';
import { createRepositories } from '../../../renderer/src/data/create-repositories';
import { ItemsChanges, type PostedChange, type WindowChannel } from '../../../renderer/src/data/items-changes';
import { openDatabase } from '../../../renderer/src/data/open-database';
import type { ItemsChange } from '../../../renderer/src/data/schema';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../renderer/src/domain/item';
import type { ImportReceipt } from '../../../renderer/src/domain/ports/imports-repository';
import type { Repositories } from '../../../renderer/src/domain/ports/repositories';
import { blankRow } from '../../../renderer/src/importing/source';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { inMemory, OutsideJournalInMemory } from './outside-journal-in-memory';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUps.splice(0)) clean();
});

async function openWindow(
  name: string,
  journal: OutsideJournalInMemory,
  channel: WindowChannel | null = broadcastWindowChannel(name),
): Promise<Repositories> {
  const database = await openDatabase({ clock: () => 1, name });
  cleanUps.push(() => {
    database.close();
  });
  return createRepositories({
    database,
    clock: () => 1,
    newId: () => crypto.randomUUID(),
    labels: actionLabels,
    outside: inMemory(journal),
    channel,
  });
}

const importOf = (window: Repositories, drafts: readonly ItemDraft[]): Promise<ImportReceipt> =>
  window.imports.applyImport({
    source: 'test',
    sourceLabel: 'Test',
    additions: drafts.map((draft) => ({ row: blankRow('f.csv', 2, draft.kind, draft.title), draft, event: null })),
    changes: [],
    unchangedCount: 0,
    different: [],
    doubtful: [],
    trashed: [],
    list: null,
  });

describe('two windows of one library', () => {
  it('each hear at once of what the other adds, changes, deletes and undoes, and not of their own twice', async () => {
    const journal = new OutsideJournalInMemory();
    const [one, other] = [await openWindow('two-windows', journal), await openWindow('two-windows', journal)];
    const heard: string[] = [];
    const tell =
      (window: string) =>
      ({ upserts, removals }: { upserts: readonly { title: string }[]; removals: readonly string[] }): void => {
        heard.push(`${window}: ${upserts.map(({ title }) => title).join()}${removals.length > 0 ? ' gone' : ''}`);
      };
    one.items.onChange(tell('one'));
    other.items.onChange(tell('other'));
    const { id } = await one.items.addItem({ kind: 'book', title: 'Dune' });
    await other.items.moveToTrash([id]);
    await other.journal.undo();
    await expect.poll(() => heard.length).toBe(6);
    expect(new Set(heard)).toEqual(new Set(['one: Dune', 'other: Dune', 'one:  gone', 'other:  gone']));
    expect(heard).toHaveLength(6);
  });

  it('hear of very many things, and of those that are gone by then, without being sent the rows', async () => {
    const journal = new OutsideJournalInMemory();
    const posted: object[] = [];
    const listening = new BroadcastChannel('many-things');
    listening.addEventListener('message', ({ data }: MessageEvent<object>) => posted.push(data));
    cleanUps.push(() => {
      listening.close();
    });
    const [one, other] = [await openWindow('many-things', journal), await openWindow('many-things', journal)];
    const index = new LibraryIndex(other.items);
    await index.start();
    const many = Array.from({ length: 700 }, (_, place) => ({ kind: 'book', title: `Number ${String(place)}` }));
    const { actionId } = await importOf(one, many);
    await expect.poll(() => index.snapshot().items.length).toBe(700);
    expect(posted.map((message) => Object.keys(message))).toEqual([['changed']]);
    await one.journal.undoAction(actionId);
    await expect.poll(() => index.snapshot().items.length).toBe(0);
  });

  it('keep what they changed themselves while they read what another one told', async () => {
    const dune = completeItem({ kind: 'book', title: 'Dune' }, itemId('dune'), 1);
    const emma = completeItem({ kind: 'book', title: 'Emma' }, itemId('emma'), 1);
    let tell: (change: PostedChange) => void = () => undefined;
    let answer: (items: readonly Item[]) => void = () => undefined;
    const told: ItemsChange[] = [];
    const changes = new ItemsChanges(
      {
        post: () => undefined,
        onPosted: (listener) => {
          tell = listener;
        },
      },
      () =>
        new Promise((settle) => {
          answer = settle;
        }),
    );
    changes.subscribe((change) => {
      told.push(change);
    });
    tell({ changed: [dune.id, emma.id, itemId('gone'), itemId('removed')] });
    tell({ upserts: [{ ...emma, title: 'Emma, told later' }], removals: [] });
    await Promise.resolve();
    const own = { upserts: [{ ...dune, title: 'Dune, changed here' }], removals: [itemId('removed')] };
    const published = changes.publish(own);
    answer([dune, emma]);
    await published;
    await expect.poll(() => told.length).toBe(3);
    expect(told).toEqual([
      own,
      { upserts: [emma], removals: [itemId('gone')] },
      { upserts: [{ ...emma, title: 'Emma, told later' }], removals: [] },
    ]);
  });

  it('show what one of them did and was killed before it could say, once another sends it', async () => {
    // It neither tells nor sends.
    const dumb = new OutsideJournalInMemory();
    dumb.fails = 'before';
    const killed = await openWindow('killed', dumb, null);
    const other = await openWindow('killed', new OutsideJournalInMemory());
    await other.keeping.decide({ libraryId: 'L', journalId: 'J', appliedSequence: 0 });
    const heard: string[] = [];
    other.items.onChange(({ upserts, removals }) => {
      heard.push(`${upserts.map(({ title }) => title).join()}${removals.length > 0 ? ' gone' : ''}`);
    });
    const { id } = await killed.items.addItem({ kind: 'book', title: 'Dune' });
    expect(heard).toEqual([]);
    await other.keeping.outbox.flush();
    await expect.poll(() => heard).toEqual(['Dune']);
    // Sent: it is not told again, nor is what the window itself has done.
    await other.items.rateItems([id], 0.8);
    await other.keeping.outbox.flush();
    expect(heard).toEqual(['Dune', 'Dune']);
    await killed.items.moveToTrash([id]);
    await other.keeping.outbox.flush();
    await expect.poll(() => heard).toEqual(['Dune', 'Dune', ' gone']);
  });
});
