import type { Page } from 'playwright-core';
import { until } from '../../e2e/real-shell';

/** The things that are rated in turn: so many from the first or the last of the list. */
export interface RatedRows {
  readonly from: 'first' | 'last';
  readonly count: number;
}
const USUAL_ROWS: RatedRows = { from: 'first', count: 8 };

/** One thing's n-th rating of a run is n modulo 5, plus 1: two that follow each other differ. */
export const digitOf = (attempt: number): number => (attempt % 5) + 1;

/** What the page said of each thing, by its title; attempts are numbers that rise. */
export interface Told {
  /** Attempts that were begun, ascending. */
  readonly begun: Map<string, number[]>;
  /** The last that it showed as done: it is in the database. */
  readonly shown: Map<string, number>;
  /** The last that its host answered as kept: it is in both places. */
  readonly kept: Map<string, number>;
  shownCount: number;
  keptCount: number;
}

export const nothingTold = (): Told => ({
  begun: new Map(),
  shown: new Map(),
  kept: new Map(),
  shownCount: 0,
  keptCount: 0,
});

/** Has a page say what it does, from before it loads: each line is heard as long as the page is there. */
export async function listen(page: Page, told: Told): Promise<void> {
  page.on('console', (message) => {
    const [what, title = '', attempt = ''] = message.text().split('|');
    const number = Number(attempt);
    if (what === 'begun') told.begun.set(title, [...(told.begun.get(title) ?? []), number]);
    else if (what === 'shown') {
      told.shownCount += 1;
      told.shown.set(title, number);
    } else if (what === 'kept-digit') noteKept(told, title, number);
  });
  // What `npm run faults` is run by names functions by a function of its own, which a page lacks.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(sayWhatIsKept);
}

/** The last attempt at this digit is the one that was kept, or a later one with the same. */
function noteKept(told: Told, title: string, digit: number): void {
  const attempt = told.begun.get(title)?.findLast((one) => digitOf(one) === digit);
  if (attempt === undefined) return;
  told.keptCount += 1;
  told.kept.set(title, Math.max(attempt, told.kept.get(title) ?? 0));
}

/** Runs in the page: what its host answers to `journalAppend`. */
function sayWhatIsKept(): void {
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const answer = await ask(input, init);
    if (input !== '/host/journalAppend' || typeof init?.body !== 'string') return answer;
    const reply = (await answer.clone().json()) as { readonly ok: boolean };
    if (!reply.ok) return answer;
    const { argument } = JSON.parse(init.body) as { readonly argument: readonly { readonly text: string }[] };
    for (const { text } of argument) {
      const { changes } = JSON.parse(text) as {
        readonly changes: readonly { readonly table: string; readonly put: readonly Record<string, unknown>[] }[];
      };
      for (const { table, put } of changes)
        for (const row of put)
          if (table === 'items' && typeof row['ownRating'] === 'number')
            console.debug(`kept-digit|${String(row['title'])}|${String(Math.round(row['ownRating'] * 5))}`);
    }
    return answer;
  };
}

/**
 * Rates one thing after the other by keyboard, as quickly as the window shows it, until the page is gone or
 * `endRating`.
 * @param from number of the first attempt
 */
export async function rateOn(page: Page, from: number, rated: RatedRows = USUAL_ROWS): Promise<void> {
  await page.getByRole('grid').focus();
  await page.evaluate(
    ({ rows, start, next, first }) => {
      const grid = document.querySelector('[role=grid]');
      if (grid === null) throw new Error('There is no grid.');
      const press = (key: string): void => {
        grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      };
      const drawn = (): Promise<void> =>
        new Promise((settle) => {
          requestAnimationFrame(() => {
            settle();
          });
        });
      const active = (): string => grid.getAttribute('aria-activedescendant') ?? '';
      const slider = (row: string): Element | null =>
        document.getElementById(row)?.querySelector('[role=slider]') ?? null;
      const waiting = new Set<string>();
      const ending = new AbortController();
      const untilShown = async (row: string, digit: string, title: string, attempt: number): Promise<void> => {
        waiting.add(row);
        while (slider(row)?.getAttribute('aria-valuetext') !== `${digit}/5`) await drawn();
        console.debug(`shown|${title}|${String(attempt)}`);
        waiting.delete(row);
      };
      const write = async (): Promise<void> => {
        for (let count = 0; !ending.signal.aborted; count += 1) {
          const before = active();
          press(count % rows === 0 ? start : next);
          // Where it was before the first key is not known.
          if (count === 0) await drawn();
          const isMoved = (): boolean => active() !== '' && (count === 0 || active() !== before);
          while (!isMoved()) await drawn();
          const row = active();
          while (waiting.has(row)) await drawn();
          const title = (slider(row)?.getAttribute('aria-label') ?? '').replace('Rating of ', '');
          const attempt = first + Math.floor(count / rows);
          const digit = String((attempt % 5) + 1);
          console.debug(`begun|${title}|${String(attempt)}`);
          press(digit);
          void untilShown(row, digit, title, attempt);
        }
      };
      const writing = write();
      Object.assign(window, {
        endRating: async () => {
          ending.abort();
          await writing;
          while (waiting.size > 0) await drawn();
        },
      });
    },
    {
      rows: rated.count,
      ...(rated.from === 'first' ? { start: 'Home', next: 'ArrowDown' } : { start: 'End', next: 'ArrowUp' }),
      first: from,
    },
  );
}

/** Ends it, once everything that was begun is shown. */
export async function endRating(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (window as unknown as { readonly endRating: () => Promise<void> }).endRating();
  });
}

/** What a window shows, by title: its ratings, 1 to 5; null where a thing is unrated. */
export async function shownRatings(page: Page): Promise<ReadonlyMap<string, number | null>> {
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('[role=grid] [role=slider]')].map((slider) => {
      const [digit = ''] = (slider.getAttribute('aria-valuetext') ?? '').split('/');
      return [(slider.getAttribute('aria-label') ?? '').replace('Rating of ', ''), digit] as const;
    }),
  );
  return new Map(shown.map(([title, digit]) => [title, /^[1-5]$/.test(digit) ? Number(digit) : null]));
}

/** Titles and ratings (1 to 5) in the database, read past the program, and how many changes wait to be sent. */
export async function storedRatings(
  page: Page,
): Promise<{ readonly ratings: ReadonlyMap<string, number | null>; readonly waiting: number }> {
  const { items, waiting } = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((settle, fail) => {
      const opening = indexedDB.open('handpicked');
      opening.addEventListener('success', () => {
        settle(opening.result);
      });
      opening.addEventListener('error', () => {
        fail(new Error(opening.error?.message ?? 'not opened'));
      });
    });
    const reading = database.transaction(['items', 'outbox']);
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((settle, fail) => {
        request.addEventListener('success', () => {
          settle(request.result);
        });
        request.addEventListener('error', () => {
          fail(new Error(request.error?.message ?? 'not read'));
        });
      });
    const [rows, count] = await Promise.all([
      answer<{ title: string; ownRating: number | null }[]>(reading.objectStore('items').getAll()),
      answer(reading.objectStore('outbox').count()),
    ]);
    database.close();
    return { items: rows.map(({ title, ownRating }) => [title, ownRating] as const), waiting: count };
  });
  const digit = (rating: number | null): number | null => (rating === null ? null : Math.round(rating * 5));
  return { ratings: new Map(items.map(([title, rating]) => [title, digit(rating)])), waiting };
}

/** Until everything is in both places. */
export async function untilSent(page: Page): Promise<void> {
  await until(async () => ((await storedRatings(page)).waiting === 0 ? true : null), ['Some of it is not outside.']);
}
