import {
  closestCenter,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  type UniqueIdentifier,
} from '@dnd-kit/core';

/** How a row of a list moves by the arrow keys, and how a drag finds its place. */
export interface KeyboardPlaces {
  /** Where the row is drawn after an arrow. */
  readonly coordinateGetter: KeyboardCoordinateGetter;
  /** By keyboard the place that the arrows chose; by pointer the nearest. */
  readonly collisionDetection: CollisionDetection;
  /** A drag begins or ends. */
  readonly reset: () => void;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/**
 * One press of an arrow is one place. Geometry alone would not do: where rows differ in height or the page scrolls, the
 * nearest row may be another, and another again while it still scrolls.
 * @param ids the rows in order
 */
export function keyboardPlaces(ids: readonly UniqueIdentifier[]): KeyboardPlaces {
  let chosen: UniqueIdentifier | null = null;
  return {
    coordinateGetter: (event, { active, context: { collisionRect, droppableRects } }) => {
      const step = STEPS.get(event.code);
      if (step === undefined) return undefined;
      event.preventDefault();
      const next = ids[ids.indexOf(chosen ?? active) + step];
      const rect = next === undefined ? undefined : droppableRects.get(next);
      if (next === undefined || rect === undefined || collisionRect === null) return undefined;
      chosen = next;
      // What is below the row's own place moves up by its height to make room.
      const isBelow = ids.indexOf(next) > ids.indexOf(active);
      return { x: rect.left, y: isBelow ? rect.bottom - collisionRect.height : rect.top };
    },
    collisionDetection: (drag) => (chosen === null ? closestCenter(drag) : [{ id: chosen }]),
    reset: () => {
      chosen = null;
    },
  };
}
