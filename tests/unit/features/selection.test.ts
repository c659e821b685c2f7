import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import {
  extendTo,
  keepExisting,
  moveTo,
  NO_SELECTION,
  selectAll,
  toggle,
  type Selection,
} from '../../../renderer/src/features/library/selection';

const ids = ['a', 'b', 'c', 'd', 'e'].map(itemId);
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(itemId) as [
  (typeof ids)[0],
  (typeof ids)[0],
  (typeof ids)[0],
  (typeof ids)[0],
  (typeof ids)[0],
];
const chosen = (selection: Selection): string => [...selection.selected].sort().join('');

describe('selection', () => {
  it('a click on a box toggles one', () => {
    const once = toggle(NO_SELECTION, b);
    expect(chosen(once)).toBe('b');
    expect(chosen(toggle(once, b))).toBe('');
  });
  it('shift takes everything from the anchor on, either way, and keeps the anchor', () => {
    const down = extendTo(toggle(NO_SELECTION, b), ids, d);
    expect(chosen(down)).toBe('bcd');
    expect(chosen(extendTo(down, ids, a))).toBe('abcd');
    expect(down.anchor).toBe(b);
  });
  it('moving keeps what is selected and stays within the rows', () => {
    const start = toggle(NO_SELECTION, c);
    expect(moveTo(start, ids, 99, false)).toMatchObject({ active: e, anchor: e });
    expect(moveTo(start, ids, -5, false).active).toBe(a);
    expect(chosen(moveTo(start, ids, 4, false))).toBe('c');
    expect(chosen(moveTo(start, ids, 3, true))).toBe('cd');
  });
  it('nothing happens without rows', () => {
    expect(moveTo(NO_SELECTION, [], 0, true)).toBe(NO_SELECTION);
    expect(extendTo(NO_SELECTION, [], a)).toBe(NO_SELECTION);
  });
  it('forgets what left the library, and only then is a new object', () => {
    const all = selectAll(moveTo(NO_SELECTION, ids, 1, false), ids);
    expect(keepExisting(all, () => true)).toBe(all);
    const kept = keepExisting(all, (id) => id !== b);
    expect(chosen(kept)).toBe('acde');
    expect(kept.active).toBeNull();
  });
  it('a range from a row that is no longer shown begins anew', () => {
    expect(chosen(extendTo({ selected: new Set(), active: null, anchor: itemId('hidden') }, ids, c))).toBe('c');
  });
});
