import { expect, it } from 'vitest';
import { FirstPicks } from '../../../renderer/src/app/context/first-picks';

it('the wait for the first picks is over with the first slate', async () => {
  const picks = new FirstPicks();
  expect(picks.isOver).toBe(false);
  picks.markShown();
  await Promise.all([picks.shown, picks.over]);
  expect(picks.isOver).toBe(true);
});

it('the wait for the first picks is over where none will come, though none was shown', async () => {
  const picks = new FirstPicks();
  let shown = false;
  void picks.shown.then(() => {
    shown = true;
  });
  picks.markNoneAwaited();
  await picks.over;
  expect(picks.isOver).toBe(true);
  expect(shown).toBe(false);
});
