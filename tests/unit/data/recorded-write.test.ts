import { expect, it } from 'vitest';
import { NO_OUTBOX } from './outside-journal-in-memory';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { ActionJournal } from '../../../renderer/src/data/action-journal';
import { ItemsChanges } from '../../../renderer/src/data/items-changes';
import type { ItemsChange } from '../../../renderer/src/data/schema';
import { completeItem } from '../../../renderer/src/domain/item';
import { itemId } from '../../../renderer/src/domain/ids';
import { contents, openTestLibrary } from './open-test-library';

it('takes a row that one action touched several times back to where it was before the action', async () => {
  const library = await openTestLibrary();
  const { id } = await library.items.addItem({ kind: 'book', title: 'Dune' });
  const before = await contents(library);
  const changes = new ItemsChanges();
  const seen: ItemsChange[] = [];
  changes.subscribe((change) => {
    seen.push(change);
  });
  const journal = new ActionJournal(library.database, changes, () => 1, actionLabels, NO_OUTBOX);
  await journal.write(
    () => 'Several at once',
    async (write) => {
      const dune = await library.items.byId(id);
      if (dune === undefined) throw new Error('no Dune');
      await write.put('items', [{ ...dune, title: 'first' }]);
      await write.put('items', [{ ...dune, title: 'second' }]);
      await write.remove('items', [id]);
      await write.add('items', [completeItem({ kind: 'book', title: 'Fleeting' }, itemId('fleeting'), 1)]);
      await write.remove('items', ['fleeting']);
    },
  );
  expect(await library.items.all()).toEqual([]);
  expect(seen).toEqual([{ upserts: [], removals: [id, 'fleeting'] }]);
  await journal.undo();
  expect(await contents(library)).toEqual(before);
});
