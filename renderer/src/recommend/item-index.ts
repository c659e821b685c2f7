import type { Brand } from '../domain/ids';

/** A row of the library's matrices. Neither a place in a list of candidates nor a row of the known-item table. */
export type ItemIndex = Brand<number, 'ItemIndex'>;

/** Rows of the library, packed: an Int32Array whose numbers are rows and nothing else. */
export interface ItemRows extends Int32Array<ArrayBuffer> {
  [place: number]: ItemIndex;
  [Symbol.iterator](): ArrayIterator<ItemIndex>;
  forEach(visit: (row: ItemIndex, place: number, rows: this) => void): void;
  filter(keep: (row: ItemIndex, place: number, rows: this) => unknown): ItemRows;
}

export const itemIndex = (row: number): ItemIndex => row as ItemIndex;

export const itemRows = (rows: Iterable<ItemIndex>): ItemRows => Int32Array.from(rows) as ItemRows;

/** The row of an item that is not in the library. */
export const NO_ROW = itemIndex(-1);

/** The rows at some places of a list, in the order of the places. */
export const rowsAt = (rows: ItemRows, places: Iterable<number>): ItemRows =>
  itemRows(Array.from(places, (place) => rowAt(rows, place)));

/** The row at a place of a list; NO_ROW beyond its end. */
export function rowAt(rows: ItemRows, place: number): ItemIndex {
  return rows[place] ?? NO_ROW;
}
