import type { Page } from 'playwright-core';
import { z } from 'zod';
import { MIGRATIONS } from '../../renderer/src/data/migrations/migrations';
import { writeOutsideChange, type TableChange } from '../../renderer/src/data/outside-change';
import { completeEvent } from '../../renderer/src/domain/event';
import { eventId, itemId, OWNER_ID } from '../../renderer/src/domain/ids';
import { completeItem } from '../../renderer/src/domain/item';
import { launchApp, type AppUnderTest } from '../e2e/harness';
import { goTo } from '../e2e/journey-steps';
import type { Measure } from './kernels';
import { tracedTasks } from './traced-tasks';

const RECORDS = 200_000;
/** Things that the records are about, besides the one that is asked about. */
const THINGS = 5_000;
/** Every so many records is about the thing that is asked about. */
const OWN_EVERY = 2_000;
/** Records written at once. */
const BATCH = 5_000;
const TITLE = 'The Summer Book';

/** Milliseconds. */
interface Reading {
  readonly milliseconds: number;
  /** Longest task of the page. */
  readonly longest: number;
  /** Of the longest task by this clock: what other programs took away does not count. */
  readonly processorTime: number;
}

/** How long the history of one thing takes to read from a journal of 200,000 records, and whether the page waits. */
export async function historyMeasures(build: string): Promise<readonly Measure[]> {
  const app = await launchApp({ build });
  try {
    const { page } = app;
    const asked = await addThing(page);
    await fillJournal(app, asked, await libraryOf(page));
    const session = await app.context.newCDPSession(page);
    const dialog = page.getByRole('dialog', { name: `Earlier versions of ${TITLE}` });
    const once = async (): Promise<Reading> => {
      const start = performance.now();
      let milliseconds = 0;
      const tasks = await tracedTasks(session, async () => {
        await page.getByRole('button', { name: 'Earlier versions…' }).click();
        await dialog.getByRole('button', { name: /^Show \d+ older versions$/ }).waitFor({ timeout: 300_000 });
        milliseconds = performance.now() - start;
      });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return {
        milliseconds,
        longest: Math.max(...tasks.map(({ dur }) => dur)) / 1000,
        processorTime: Math.max(...tasks.map(({ tdur }) => tdur)) / 1000,
      };
    };
    const [first, again] = [await once(), await once()];
    const measure = (name: string, milliseconds: number): Measure => ({ name, milliseconds, runs: 1, beside: [] });
    return [
      measure(`history of a thing, from ${String(RECORDS)} records`, first.milliseconds),
      measure('the same: longest task of the page', first.longest),
      measure('the same: longest task in processor time', first.processorTime),
      measure('asked about again', again.milliseconds),
    ];
  } finally {
    await app.close();
  }
}

/** Its page stays open. Answers with its id. */
async function addThing(page: Page): Promise<string> {
  await goTo(page, '/library');
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('button', { name: 'Earlier versions…' }).waitFor();
  return new URL(page.url()).hash.replace('#/item/', '');
}

/** The id of the library, as the window's database has it. */
async function libraryOf(page: Page): Promise<string> {
  const id: unknown = await page.evaluate(
    `new Promise((settle) => {
      const opening = indexedDB.open('handpicked');
      opening.onsuccess = () => {
        const asked = opening.result.transaction('outside').objectStore('outside').get('library');
        asked.onsuccess = () => { opening.result.close(); settle(asked.result.libraryId); };
      };
    })`,
  );
  return z.string().parse(id);
}

/** Ratings of many things, each in place of another, as the window would have sent them. */
async function fillJournal({ durable }: AppUnderTest, asked: string, libraryId: string): Promise<void> {
  const at = Date.now();
  for (let start = 0; start < RECORDS; start += BATCH)
    await durable.journalAppend(
      Array.from({ length: BATCH }, (_empty, index) => {
        const number = start + index;
        const id = itemId(number % OWN_EVERY === 0 ? asked : `thing-${String(number % THINGS)}`);
        const rating = ((number % 7) + 1) / 10;
        const item = completeItem(
          { kind: 'book', title: `Book ${id}`, creators: ['Tove Jansson'], ownRating: rating },
          id,
          at,
        );
        const event = completeEvent(
          { personId: OWNER_ID, itemId: id, type: 'rated', rating },
          eventId(crypto.randomUUID()),
          at,
        );
        const changes: readonly TableChange[] = [
          { table: 'items', put: [item], delete: [] },
          { table: 'events', put: [event], delete: [crypto.randomUUID()] },
        ];
        return {
          id: crypto.randomUUID(),
          at: at + number,
          text: writeOutsideChange({ libraryId, databaseVersion: MIGRATIONS.length, changes, sent: [] }),
        };
      }),
    );
}
