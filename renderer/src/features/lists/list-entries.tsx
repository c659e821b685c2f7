import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useMemo, useState, type ReactNode } from 'react';
import { useAnnounce } from '../../app/context/window-state-context';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import type { EntryId, ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { ListEntry, RecommendationList } from '../../domain/recommendation-list';
import { listsText } from '../../text/lists';
import { ListEntryRow } from './list-entry-row';
import classes from './lists.module.css';
import { movedTo } from './moved-to';
import { keyboardPlaces } from './keyboard-places';

/** The things of a list in order, re-ordered by pointer, by keyboard (Space and arrows) or by the Move buttons. */
export function ListEntries({
  list,
  itemsById,
}: {
  readonly list: RecommendationList;
  readonly itemsById: ReadonlyMap<ItemId, Item>;
}): ReactNode {
  const { lists } = useServices();
  const announce = useAnnounce();
  const run = useAction();
  /** The new order until the database has it, so that nothing jumps back meanwhile. */
  const [pending, setPending] = useState<{
    readonly of: readonly ListEntry[];
    readonly order: readonly ListEntry[];
  } | null>(null);
  const entries = pending !== null && pending.of === list.entries ? pending.order : list.entries;
  const count = entries.length;
  const ids = useMemo(() => entries.map(({ id }) => id), [entries]);
  const places = useMemo(() => keyboardPlaces(ids), [ids]);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: places.coordinateGetter }),
  );
  const titleOf = (id: UniqueIdentifier): string => {
    const entry = entries.find((candidate) => candidate.id === id);
    return (entry === undefined ? undefined : itemsById.get(entry.itemId)?.title) ?? listsText.gone;
  };
  const placeOf = (id: UniqueIdentifier): number => entries.findIndex((entry) => entry.id === id) + 1;
  const move = (id: EntryId, toIndex: number): void => {
    setPending({ of: list.entries, order: movedTo(entries, (entry) => entry.id === id, toIndex) });
    announce(listsText.movedTo(titleOf(id), toIndex + 1, count));
    void run(() => lists.moveEntry(list.id, id, toIndex), { quiet: true }).then((receipt) => {
      if (receipt === undefined) setPending(null);
    });
  };
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    places.reset();
    const entry = entries.find((candidate) => candidate.id === active.id);
    if (over === null || entry === undefined || over.id === active.id) return;
    move(
      entry.id,
      entries.findIndex((candidate) => candidate.id === over.id),
    );
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => listsText.dragStart(titleOf(active.id), placeOf(active.id)),
    onDragOver: ({ active, over }) =>
      over === null ? undefined : listsText.dragOver(titleOf(active.id), placeOf(over.id), count),
    onDragEnd: ({ active, over }) =>
      over === null
        ? listsText.dragCancel(titleOf(active.id))
        : listsText.dragEnd(titleOf(active.id), placeOf(over.id)),
    onDragCancel: ({ active }) => listsText.dragCancel(titleOf(active.id)),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={places.collisionDetection}
      onDragStart={places.reset}
      onDragCancel={places.reset}
      onDragEnd={onDragEnd}
      accessibility={{ announcements, screenReaderInstructions: { draggable: listsText.dragInstructions } }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className={classes['entries']} aria-label={list.title}>
          {entries.map((entry, index) => (
            <ListEntryRow
              key={entry.id}
              entry={entry}
              item={itemsById.get(entry.itemId)}
              index={index}
              count={count}
              onMove={(toIndex) => {
                move(entry.id, toIndex);
              }}
              onAnnotate={(annotation) => {
                void run(() => lists.annotateEntry(list.id, entry.id, annotation), { quiet: true });
              }}
              onRemove={() => {
                void run(() => lists.removeEntry(list.id, entry.id));
              }}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
