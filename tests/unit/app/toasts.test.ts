import { expect, it } from 'vitest';
import { doneToast, problemToast } from '../../../renderer/src/app/context/toasts';
import { createWindowState } from '../../../renderer/src/app/context/window-state';

it('a toast that offers an undo stays longer than one that only tells, and a problem longest', () => {
  const undo = (): void => undefined;
  const times = [doneToast('Done'), doneToast('Done', { undo }), problemToast('Sorry', 'No.')].map(
    ({ shownFor }) => shownFor,
  );
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(3);
  expect(doneToast('Done').undo).toBeNull();
});

it('a new toast takes the place of the one before', () => {
  const { toast } = createWindowState();
  toast.set(doneToast('First', { undo: () => undefined }));
  toast.set(doneToast('Second'));
  expect(toast.snapshot()).toMatchObject({ message: 'Second', undo: null });
});
