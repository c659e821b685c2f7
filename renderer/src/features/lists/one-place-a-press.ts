import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
]);

/**
 * An arrow moves what is carried by one place, however tall the rows are: onto the middle of the next one, which is
 * then the closest. (`sortableKeyboardCoordinates` looks for the closest corner below, and passes short rows by a tall
 * one.)
 */
export const onePlaceAPress: KeyboardCoordinateGetter = (event, { active, currentCoordinates, context }) => {
  const step = STEPS.get(event.code);
  const { over, droppableContainers, droppableRects, collisionRect } = context;
  if (step === undefined || collisionRect === null) return undefined;
  event.preventDefault();
  const order = droppableContainers
    .getEnabled()
    .map(({ id }) => ({ id, rect: droppableRects.get(id) }))
    .toSorted((one, other) => (one.rect?.top ?? 0) - (other.rect?.top ?? 0));
  const at = order.findIndex(({ id }) => id === (over?.id ?? active));
  const rect = order[at + step]?.rect;
  if (rect === undefined) return undefined;
  return { ...currentCoordinates, y: rect.top + (rect.height - collisionRect.height) / 2 };
};
