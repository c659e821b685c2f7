import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { beginNewLog } from '../../../renderer/src/data/begin-new-log';

const PASSING = 'handpicked-new-log';
const isThere = async () => (await indexedDB.databases()).some(({ name }) => name === PASSING);

it('deletes a database that it has made, or that a window left which was killed meanwhile', async () => {
  const deleting = vi.spyOn(indexedDB, 'deleteDatabase');
  await beginNewLog();
  expect(deleting.mock.calls).toEqual([[PASSING]]);
  deleting.mockRestore();
  expect(await isThere()).toBe(false);
  await new Promise((settle) => {
    const opening = indexedDB.open(PASSING);
    opening.addEventListener('success', () => {
      opening.result.close();
      settle(null);
    });
  });
  await beginNewLog();
  expect(await isThere()).toBe(false);
});
