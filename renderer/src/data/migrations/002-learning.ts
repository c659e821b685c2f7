import type { Transaction } from 'dexie';
import type { Migration } from './migration';
import { rewriteRows } from './rewrite-rows';

/** Rows as version 1 wrote them: only what this step reads. */
interface TrashedRow {
  readonly people: readonly object[];
}
interface ChangeRow {
  readonly table: string;
  readonly images: readonly (object | null)[] | null;
}

/** As version 2 has them, written out: what the app begins a new person with may change, this step may not. */
const completePerson = <T extends object>(person: T) => ({
  ...person,
  learning: { pinned: {}, since: null },
  dials: { familiarity: 0, fame: 0, length: 0, kinds: {}, moods: [] },
});

const completeTrashed = <T extends TrashedRow>(row: T): T => ({ ...row, people: row.people.map(completePerson) });

/**
 * People learn to lean, and slates with a wildcard are kept. A person's row lies in three places: the table, the trash and
 * the journal's images, from which an undo after the upgrade puts it back as it stands there.
 */
export const learning: Migration = {
  version: 2,
  stores: { slates: 'id, personId' },
  upgrade: async (transaction: Transaction) => {
    await rewriteRows<object>(transaction, 'people', completePerson);
    await rewriteRows<TrashedRow>(transaction, 'trash', completeTrashed);
    await rewriteRows<ChangeRow>(transaction, 'actionChanges', completeImages);
  },
};

function completeImages(change: ChangeRow): ChangeRow {
  if (change.images === null) return change;
  switch (change.table) {
    case 'people': return { ...change, images: change.images.map((image) => (image === null ? null : completePerson(image))) };
    case 'trash': return { ...change, images: change.images.map((image) => (image === null ? null : completeTrashed(image as TrashedRow))) };
    default: return change;
  }
}
