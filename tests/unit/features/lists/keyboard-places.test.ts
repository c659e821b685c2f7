import type { ClientRect, CollisionDetection, KeyboardCoordinateGetter } from '@dnd-kit/core';
import { describe, expect, it } from 'vitest';
import { keyboardPlaces } from '../../../../renderer/src/features/lists/keyboard-places';

type Asked = Parameters<KeyboardCoordinateGetter>[1];

const rect = (top: number, height: number): ClientRect => ({
  top,
  height,
  bottom: top + height,
  left: 0,
  right: 100,
  width: 100,
});
/** The second is far taller than the others. */
const RECTS = new Map([
  ['a', rect(0, 40)],
  ['b', rect(40, 600)],
  ['c', rect(640, 40)],
  ['d', rect(680, 40)],
]);

/** A drag of one of the rows; `at` is where it is drawn. */
function drag(active: string) {
  const places = keyboardPlaces([...RECTS.keys()]);
  let at = RECTS.get(active) ?? rect(0, 0);
  let prevented = 0;
  const press = (code: string) => {
    const event = { code, preventDefault: () => (prevented += 1) } as unknown as KeyboardEvent;
    const context = { collisionRect: at, droppableRects: RECTS };
    const moved = places.coordinateGetter(event, { active, context } as unknown as Asked);
    if (moved !== undefined) at = rect(moved.y, at.height);
    return moved;
  };
  const over = () => {
    const droppableContainers = [...RECTS.keys()].map((id) => ({ id }));
    const asked = { active: { id: active }, collisionRect: at, droppableRects: RECTS, droppableContainers };
    return places.collisionDetection(asked as unknown as Parameters<CollisionDetection>[0])[0]?.id;
  };
  return { places, press, over, prevented: () => prevented };
}

describe('a row that moves by the arrow keys', () => {
  it('goes one place with each press, below a tall row as above it', () => {
    const { press, over } = drag('a');
    expect(press('ArrowDown')).toEqual({ x: 0, y: 600 });
    expect(over()).toBe('b');
    expect(press('ArrowDown')).toEqual({ x: 0, y: 640 });
    expect(over()).toBe('c');
    press('ArrowUp');
    expect(over()).toBe('b');
    expect(press('ArrowUp')).toEqual({ x: 0, y: 0 });
    expect(over()).toBe('a');
  });

  it('stays at the ends, and leaves other keys alone', () => {
    const { press, over, prevented } = drag('d');
    expect(press('ArrowDown')).toBeUndefined();
    expect(press('ArrowLeft')).toBeUndefined();
    expect(over()).toBe('d');
    expect(prevented()).toBe(1);
  });

  it('is where the pointer is again once the drag is over', () => {
    const { places, press, over } = drag('d');
    press('ArrowUp');
    press('ArrowUp');
    expect(over()).toBe('b');
    places.reset();
    // Drawn where the tall row begins, its middle is nearest to the first.
    expect(over()).toBe('a');
  });
});
