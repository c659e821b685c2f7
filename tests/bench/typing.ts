import type { CDPSession, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { launchApp } from '../e2e/harness';
import { goTo, importFile } from '../e2e/journey-steps';
import type { Measure } from './kernels';
import { median } from './median';
import { tracedTasks } from './traced-tasks';

/** Twenty keys each, well known to the shipped catalogue, one with two letters changed about. */
const TITLES = ['the lord of the ring', 'the silence of the l', 'harry potter and the', 'one flew voer the cu'];
/** A quick typist. */
const KEY_MILLISECONDS = 80;
/** The list under the field is up to date a while after the last key. */
const SETTLING_MILLISECONDS = 400;
/** Each title so often, catalogue on and off in turn. */
const ROUNDS = 2;

/** The longest of each while one title was typed, in milliseconds. */
interface Typing {
  readonly task: number;
  /** Of the longest task by this clock: what other programs took away does not count. */
  readonly processorTime: number;
  readonly gap: number;
}

/**
 * What typing a title into the form for a new thing keeps the page from doing, with the shipped catalogue and with it
 * switched off, above a library of what `exportFile` holds.
 */
export async function typingMeasures(build: string, exportFile: string): Promise<readonly Measure[]> {
  const app = await launchApp({ build, catalogue: true, reducedMotion: 'no-preference' });
  try {
    const { page } = app;
    const session = await app.context.newCDPSession(page);
    await goTo(page, '/import');
    await importFile(page, exportFile);
    const [on, off]: [Typing[], Typing[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const isOn of [true, false]) {
        await switchCatalogue(page, isOn);
        await openQuickAdd(page);
        for (const title of TITLES) (isOn ? on : off).push(await typing(page, session, title));
        await closeQuickAdd(page);
      }
    const measure = (name: string, of: (typing: Typing) => number): Measure => ({
      name: `a title typed: ${name}`,
      milliseconds: median(on.map(of)),
      runs: on.length,
      beside: [
        { name: 'catalogue switched off', milliseconds: median(off.map(of)) },
        { name: 'the best', milliseconds: Math.min(...on.map(of)) },
        { name: 'switched off, the best', milliseconds: Math.min(...off.map(of)) },
      ],
    });
    return [
      measure('longest task of the page', ({ task }) => task),
      measure('the same in processor time', ({ processorTime }) => processorTime),
      measure('longest time between two frames', ({ gap }) => gap),
    ];
  } finally {
    await app.close();
  }
}

const dialog = (page: Page): Locator => page.getByRole('dialog');

async function switchCatalogue(page: Page, isOn: boolean): Promise<void> {
  await goTo(page, '/settings');
  const onOff = page.getByRole('switch', { name: 'Look things up in the catalogue' });
  if ((await onOff.isChecked()) === isOn) return;
  await onOff.press('Space');
  await page.getByRole('switch', { name: 'Look things up in the catalogue', checked: isOn }).waitFor();
}

async function openQuickAdd(page: Page): Promise<void> {
  await goTo(page, '/library');
  await page.getByRole('main').getByRole('button', { name: 'Add', exact: true }).first().click();
  await dialog(page).waitFor();
}

async function closeQuickAdd(page: Page): Promise<void> {
  await dialog(page).getByRole('textbox', { name: 'Title' }).fill('');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}

/** Types into the empty field key by key. */
async function typing(page: Page, session: CDPSession, title: string): Promise<Typing> {
  const field = dialog(page).getByRole('textbox', { name: 'Title' });
  await field.fill('');
  await field.focus();
  await page.waitForTimeout(SETTLING_MILLISECONDS);
  await page.evaluate(START_FRAMES);
  const tasks = await tracedTasks(session, async () => {
    await page.keyboard.type(title, { delay: KEY_MILLISECONDS });
    await page.waitForTimeout(SETTLING_MILLISECONDS);
  });
  const gap = z.number().parse(await page.evaluate(END_FRAMES));
  if ((await field.inputValue()) !== title) throw new Error(`“${title}” is not what stands in the field.`);
  return {
    task: Math.max(...tasks.map(({ dur }) => dur)) / 1000,
    processorTime: Math.max(...tasks.map(({ tdur }) => tdur)) / 1000,
    gap,
  };
}

const START_FRAMES = `
  globalThis.measuredFrames = { last: null, longest: 0, running: true };
  requestAnimationFrame(function next(now) {
    const frames = globalThis.measuredFrames;
    if (frames.last !== null) frames.longest = Math.max(frames.longest, now - frames.last);
    frames.last = now;
    if (frames.running) requestAnimationFrame(next);
  });`;
const END_FRAMES = 'globalThis.measuredFrames.running = false; globalThis.measuredFrames.longest';
