import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { beginNewLog } from '../../../renderer/src/data/begin-new-log';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it('deletes a database that it has made, or that a window left which was killed meanwhile', async () => {
  const deleted: string[] = [];
  const remove = indexedDB.deleteDatabase.bind(indexedDB);
  indexedDB.deleteDatabase = (name) => {
    deleted.push(name);
    return remove(name);
  };
  await beginNewLog();
  expect([deleted, await names()]).toEqual([['handpicked-new-log'], []]);
  await new Promise((settle) => {
    const opening = indexedDB.open('handpicked-new-log');
    opening.addEventListener('success', () => {
      opening.result.close();
      settle(null);
    });
  });
  await beginNewLog();
  expect(await names()).toEqual([]);
});
