import { entryId, eventId, type ItemId, itemId, type ListId, listId, OWNER_ID } from '../domain/ids';
import { blanksOf, OWNER_FIELDS, pickFields, PORTABLE_FIELDS } from '../domain/item-fields/field-names';
import { completeItem, type Item, type ItemDraft } from '../domain/item';
import type { PortableItem, PortableList } from '../domain/portable-list';
import { matchList } from '../identity/match-list';
import type { DataContext } from './data-context';
import type { RecordedWrite } from './recorded-write';
import type { Clock, IdSource } from '../domain/ports/clock';
import { completeEvent } from './taste-statements';

const NO_OPINION = blanksOf(OWNER_FIELDS);

export interface ListImportPlan {
  readonly additions: readonly Item[];
  readonly list: {
    readonly title: string;
    readonly description: string;
    readonly entries: readonly { readonly itemId: ItemId; readonly annotation: string }[];
  };
}

/**
 * What importing a list adds to the library: the things it does not have. Things that are there are never changed, and
 * a thing that may only perhaps be one of them is added beside it. `keepOpinions` false leaves out ratings, progress
 * and notes: a list of somebody else must not rate things in the owner's name.
 */
export function planListImport(
  list: PortableList,
  library: readonly Item[],
  keepOpinions: boolean,
  { clock, newId }: { readonly clock: Clock; readonly newId: IdSource },
): ListImportPlan {
  const additions: Item[] = [];
  const entries = new Map<ItemId, string>();
  for (const { item, annotation, known } of matchList(list, library)) {
    const id = known?.id ?? itemId(newId());
    if (known === null) additions.push(completeItem(toDraft(item, keepOpinions), id, clock()));
    if (!entries.has(id)) entries.set(id, annotation);
  }
  return {
    additions,
    list: {
      title: list.title.trim(),
      description: list.description,
      entries: [...entries].map(([id, annotation]) => ({ itemId: id, annotation })),
    },
  };
}

export async function importPortableList(
  context: DataContext,
  write: RecordedWrite,
  list: PortableList,
  keepOpinions: boolean,
): Promise<ListId> {
  const plan = planListImport(list, await context.database.items.toArray(), keepOpinions, context);
  const now = context.clock();
  const id = listId(context.newId());
  await write.add('items', plan.additions);
  await write.add(
    'events',
    plan.additions.flatMap((item) => {
      const type =
        item.ownRating !== null
          ? 'rated'
          : item.status === 'finished' || item.status === 'abandoned' || item.status === 'wanted'
            ? item.status
            : null;
      if (type === null) return [];
      return [
        completeEvent(
          {
            personId: OWNER_ID,
            itemId: item.id,
            type,
            rating: item.ownRating,
            at: item.finishedAt,
            source: item.source,
          },
          eventId(context.newId()),
          now,
        ),
      ];
    }),
  );
  const entries = plan.list.entries.map((entry) => ({ id: entryId(context.newId()), ...entry }));
  await write.add('lists', [{ ...plan.list, id, entries, createdAt: now, updatedAt: now }]);
  return id;
}

/** Only the fields of a list file: whatever else the item carries is not for the database. */
function toDraft(item: PortableItem, keepOpinions: boolean): ItemDraft {
  return { ...pickFields(item, PORTABLE_FIELDS), ...(keepOpinions ? {} : NO_OPINION), source: 'handpicked-list' };
}
