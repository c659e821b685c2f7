import type { Page } from 'playwright-core';

/**
 * As the next version of the program would leave the library: one more table, things with one more field, a thing
 * without a title.
 */
export async function makeNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name === 'handpicked');
    await new Promise<void>((settle, fail) => {
      const opening = indexedDB.open('handpicked', (found?.version ?? 0) + 10);
      opening.addEventListener('upgradeneeded', () => {
        const { transaction } = opening;
        opening.result.createObjectStore('pictures', { keyPath: 'id' }).put({ id: 'p', of: 'a thing' });
        const store = transaction?.objectStore('items');
        const items = store?.openCursor();
        items?.addEventListener('success', () => {
          const cursor = items.result;
          cursor?.update({ ...(cursor.value as object), mood: { said: 'later' } });
          if (cursor === null) store?.put({ id: 'without-title', title: { text: 'told apart' } });
          cursor?.continue();
        });
      });
      opening.addEventListener('success', () => {
        opening.result.close();
        settle();
      });
      opening.addEventListener('error', () => {
        fail(new Error(opening.error?.message ?? 'not opened'));
      });
    });
  });
}
