import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong in the window, as lines that say what to mend. */

export interface Looked {
  /** Only this part of the page, by a selector. Left out: all of it. */
  readonly within?: string;
  /** Only these rules, by axe-core's ids. Left out: all. */
  readonly rules?: readonly string[];
}

interface Violation {
  readonly isSerious: boolean;
  readonly line: string;
}

/** "color-contrast: <p …> (why)": serious and critical violations of the page as it is now. */
export async function seriousViolations(page: Page, looked: Looked = {}): Promise<readonly string[]> {
  return (await found(page, looked)).filter(({ isSerious }) => isSerious).map(({ line }) => line);
}

/** The same with what is moderate and minor. */
export async function allViolations(page: Page, looked: Looked = {}): Promise<readonly string[]> {
  return (await found(page, looked)).map(({ line }) => line);
}

/** Until the other colours are asked for everywhere. */
export async function switchColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (scheme) =>
      matchMedia(`(prefers-color-scheme: ${scheme})`).matches &&
      // A page shown in place of the app has no scheme of its own.
      (document.documentElement.dataset['mantineColorScheme'] ?? scheme) === scheme,
    colorScheme,
  );
}

/** However short, a transition shows its first colours until a frame has passed, which a busy machine puts off. */
async function untilNothingFades(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState !== 'finished'),
  );
}

/** axe-core is put into the page once; it has no frames, so nothing has to be put together from several. */
async function found(page: Page, { within, rules }: Looked): Promise<readonly Violation[]> {
  await untilNothingFades(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return await page.evaluate(
    async ({ part, only }) => {
      const inPage = (globalThis as unknown as { readonly axe: typeof axe }).axe;
      const { violations } = await inPage.run(part ?? document, {
        // Describing all that passes takes most of the time.
        resultTypes: ['violations'],
        ...(only === null ? {} : { runOnly: [...only] }),
      });
      return violations.flatMap(({ id, impact, nodes }) =>
        nodes.slice(0, 4).map(({ html, any }) => ({
          isSerious: impact === 'serious' || impact === 'critical',
          line: `${id}: ${html.slice(0, 160)} (${any[0]?.message ?? ''})`,
        })),
      );
    },
    { part: within ?? null, only: rules ?? null },
  );
}
