import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { DexieBackgroundFactsStore } from '../../../renderer/src/data/dexie-background-facts-store';
import { itemId } from '../../../renderer/src/domain/ids';
import type { LookedUpThing } from '../../../renderer/src/domain/ports/background-facts-store';

const thing = (id: string): LookedUpThing => ({
  id: itemId(id),
  asked: 7,
  version: '1.0.0',
  facts: { kin: [], titles: ['Dune'], creators: ['Frank Herbert'], cast: [], tags: [], year: 1965 },
});

it('keeps what was looked up from one start to the next, leaves out what it cannot read, and forgets', async () => {
  const store = new DexieBackgroundFactsStore();
  await store.put([thing('dune'), { ...thing('unknown'), facts: null }]);
  const raw = await new Dexie('handpicked-looked-up').open();
  await raw.table('things').put({ id: 'damaged', asked: 'x' });
  raw.close();
  const next = new DexieBackgroundFactsStore();
  expect(await next.read()).toEqual([thing('dune'), { ...thing('unknown'), facts: null }]);
  await next.remove([itemId('dune')]);
  expect((await next.read()).map(({ id }) => id)).toEqual(['unknown']);
});
