import type { Page } from 'playwright-core';
import { z } from 'zod';

/**
 * A script that runs before the app's own: remembers what kept the page from doing anything else for 50 ms or more
 * (Chromium tells of no shorter task), milliseconds.
 */
export const WATCH_TASKS = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });`;

/** From now on only later ones count. */
export async function forgetTasks(page: Page): Promise<void> {
  await page.evaluate('globalThis.longTasks = []');
}

export async function longTasks(page: Page): Promise<readonly number[]> {
  return z.array(z.number()).parse(await page.evaluate('globalThis.longTasks'));
}

export async function usedHeapBytes(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('performance.memory.usedJSHeapSize'));
}
