import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { writeWanted } from '../../../renderer/src/data/library-rows';
import { sortedRows } from '../../../renderer/src/data/wanted-rows';
import { RecordedWrite } from '../../../renderer/src/data/recorded-write';
import { contents, openTestLibrary } from './open-test-library';

async function two() {
  const there = await openTestLibrary();
  const dune = (await there.items.addItem({ kind: 'book', title: 'Dune', ownRating: 0.9 })).id;
  await there.people.addFriend({ name: 'Bo' });
  await there.settings.update({ ownerName: 'Ann' });
  const here = await openTestLibrary();
  await here.keeping.takeOver({ from: there.database.name, how: 'replace', madeAt: 0 });
  await here.items.editItem(dune, { title: 'Dune, edited here' });
  await here.items.addItem({ kind: 'book', title: 'Solaris' });
  await there.items.addItem({ kind: 'book', title: 'Emma' });
  return { there, here, dune };
}

it('makes a library what another is, as one action that can be undone', async () => {
  const { there, here } = await two();
  const before = await contents(here);
  const receipt = await here.keeping.takeOver({
    from: there.database.name,
    how: 'replace',
    madeAt: Date.UTC(2026, 10, 29),
  });
  expect(receipt.label).toMatch(/^Restored the library of .*2026/);
  expect(receipt.rows).toEqual({ added: 1, changed: 1, removed: 1, leftOut: 0 });
  expect(await contents(here)).toEqual(await contents(there));
  expect((await here.settings.read()).ownerName).toBe('Ann');
  await here.journal.undoAction(receipt.actionId);
  expect(await contents(here)).toEqual(before);
});

it('says how far it is, and leaves everything as it was when it is cancelled', async () => {
  const { there, here } = await two();
  const before = await contents(here);
  const cancelling = new AbortController();
  const steps: number[] = [];
  const taken = here.keeping.takeOver(
    { from: there.database.name, how: 'replace', madeAt: 0 },
    {
      signal: cancelling.signal,
      onProgress: ({ done, total }) => {
        steps.push(done / total);
        cancelling.abort();
      },
    },
  );
  await expect(taken).rejects.toMatchObject({ code: 'cancelled' });
  expect(steps).toHaveLength(1);
  expect(await contents(here)).toEqual(before);
});

it('adds, changes and removes among very many rows, also where a damaged one stands', async () => {
  const there = await openTestLibrary();
  const titles = Array.from({ length: 1_300 }, (_, index) => `Number ${String(index)}`);
  for (const title of titles) await there.database.items.add(completeItem({ kind: 'book', title }, itemId(title), 1));
  const here = await openTestLibrary();
  await here.keeping.takeOver({ from: there.database.name, how: 'replace', madeAt: 0 });
  expect(await contents(here)).toEqual(await contents(there));
  await here.items.editItem(itemId('Number 7'), { title: 'Edited' });
  await here.items.addItem({ kind: 'book', title: 'More' });
  const raw = await new Dexie(here.database.name).open();
  await raw.table('items').put({ id: 'Number 8', title: 5 });
  raw.close();
  const { rows } = await here.keeping.takeOver({ from: there.database.name, how: 'replace', madeAt: 0 });
  expect(rows).toEqual({ added: 1, changed: 1, removed: 1, leftOut: 0 });
  expect(await contents(here)).toEqual(await contents(there));
});

it('takes settings and rows together, or nothing', async () => {
  const { there, here } = await two();
  await there.settings.update({ ownerName: 'Bea' });
  const before = await contents(here);
  here.database.settings.hook('updating', () => {
    throw new Error('The window was closed.');
  });
  const taking = here.keeping.takeOver({ from: there.database.name, how: 'replace', madeAt: 0 });
  await expect(taking).rejects.toMatchObject({ code: 'unexpected' });
  expect(await contents(here)).toEqual(before);
});

it('changes rows that lie far apart among very many others', async () => {
  const here = await openTestLibrary();
  const made = Array.from({ length: 6_000 }, (_, index) =>
    completeItem({ kind: 'book', title: `Number ${String(index)}` }, itemId(`n${String(index).padStart(5, '0')}`), 1),
  );
  await here.database.items.bulkAdd(made);
  const changed = made.filter((_item, index) => index % 5 === 0).map((item) => ({ ...item, title: `${item.title}!` }));
  const { database } = here;
  const rows = new Map([['items' as const, new Map(changed.map((item) => [String(item.id), item]))]]);
  const wanted = await sortedRows(rows, () => Promise.resolve());
  const write = new RecordedWrite(database, () => 1);
  const counts = await database.transaction(
    'rw',
    database.actionTables,
    async () => await writeWanted(database, write, wanted),
  );
  expect(counts).toEqual({ added: 0, changed: 1_200, removed: 0, leftOut: 0 });
  expect(await database.items.filter(({ title }) => title.endsWith('!')).count()).toBe(1_200);
});

it('adds what the other has and leaves what is here', async () => {
  const { there, here } = await two();
  await here.keeping.takeOver({ from: there.database.name, how: 'merge', madeAt: 0 });
  expect((await here.items.all()).map(({ title }) => title).sort()).toEqual(['Dune, edited here', 'Emma', 'Solaris']);
});
