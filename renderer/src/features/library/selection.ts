import type { ItemId } from '../../domain/ids';

/** Selected rows, the row of the keyboard (`active`), and the start of a range (`anchor`). */
export interface Selection {
  readonly selected: ReadonlySet<ItemId>;
  readonly active: ItemId | null;
  readonly anchor: ItemId | null;
}
export const NO_SELECTION: Selection = { selected: new Set(), active: null, anchor: null };

/** `ids` is the order on screen in all of these. */
export function moveTo(selection: Selection, ids: readonly ItemId[], index: number, extend: boolean): Selection {
  const active = ids[Math.min(ids.length - 1, Math.max(0, index))];
  if (active === undefined) return selection;
  return extend ? extendTo(selection, ids, active) : { ...selection, active, anchor: active };
}

/** Adds everything between the anchor and `to`, both included. */
export function extendTo(selection: Selection, ids: readonly ItemId[], to: ItemId): Selection {
  const anchor = selection.anchor ?? selection.active ?? to;
  const from = ids.indexOf(anchor);
  const end = ids.indexOf(to);
  if (end < 0) return selection;
  const range = from < 0 ? [to] : ids.slice(Math.min(from, end), Math.max(from, end) + 1);
  return { selected: new Set([...selection.selected, ...range]), active: to, anchor: from < 0 ? to : anchor };
}

export function toggle(selection: Selection, id: ItemId): Selection {
  const selected = new Set(selection.selected);
  if (!selected.delete(id)) selected.add(id);
  return { selected, active: id, anchor: id };
}

export const selectAll = (selection: Selection, ids: readonly ItemId[]): Selection => ({
  ...selection,
  selected: new Set(ids),
});

/** The selection without items that no longer exist; the same object where all do. */
export function keepExisting(selection: Selection, exists: (id: ItemId) => boolean): Selection {
  const selected = [...selection.selected].filter(exists);
  const active = selection.active !== null && exists(selection.active) ? selection.active : null;
  return selected.length === selection.selected.size && active === selection.active
    ? selection
    : { ...selection, selected: new Set(selected), active };
}
