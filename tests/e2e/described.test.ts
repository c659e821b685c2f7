import { expect, it } from 'vitest';
import { openApp } from './harness';
import { cards } from './journey-steps';

/** What was looked up and is kept for the next start: how many things, and of how many something is known. */
it('looks the library up in the catalogue after the first picks, and keeps what it knows apart from the data', async () => {
  const { page } = await openApp({ catalogue: true });
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).nth(4).waitFor();
  const lookedUp = (): Promise<readonly boolean[]> =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('handpicked-looked-up');
        opening.addEventListener('success', () => {
          resolve(opening.result);
        });
        opening.addEventListener('error', () => {
          reject(new Error('The database cannot be opened.'));
        });
      });
      if (!database.objectStoreNames.contains('things')) return [];
      const rows = await new Promise<readonly { readonly facts: object | null }[]>((resolve) => {
        const asking = database.transaction('things').objectStore('things').getAll();
        asking.addEventListener('success', () => {
          resolve(asking.result);
        });
      });
      database.close();
      return rows.map(({ facts }) => facts !== null);
    });
  await expect.poll(lookedUp, { timeout: 30_000 }).toContain(true);
});
