import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { turns } from '../../faults/model/life';
import { openTestLibrary } from './open-test-library';

it('reads a large library as it is at one moment, whatever is written meanwhile', async () => {
  const library = await openTestLibrary();
  const made = Array.from({ length: 3_500 }, (_, index) =>
    completeItem({ kind: 'book', title: `Number ${String(index)}` }, itemId(`n${String(index).padStart(5, '0')}`), 1),
  );
  await library.database.items.bulkAdd(made);
  const reading = library.items.all();
  // Reading has begun.
  await turns(1);
  const writing = library.database.items.update(itemId('n03499'), { title: 'Meanwhile' });
  expect((await reading).map(({ title }) => title)).toEqual(made.map(({ title }) => title));
  await writing;
  expect((await library.items.all()).at(-1)?.title).toBe('Meanwhile');
});
