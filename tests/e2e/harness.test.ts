import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allViolations, seriousViolations } from './accessibility';
import { launchApp } from './harness';

/** The net itself is tested: a harness that overlooks an error would turn every other test green. */
const build = mkdtempSync(join(tmpdir(), 'handpicked-harness-'));

beforeAll(() => {
  mkdirSync(join(build, 'assets'));
  writeFileSync(
    join(build, 'index.html'),
    '<!doctype html><html><head><link rel="icon" href="data:,"></head><body><p>page</p><script type="module" src="./assets/a.js"></script></body></html>',
  );
  writeFileSync(
    join(build, 'assets/a.js'),
    `
    const opening = indexedDB.open('kept', 1);
    opening.onupgradeneeded = () => { document.body.dataset.fresh = 'yes'; };
    opening.onsuccess = () => { document.body.dataset.isolated = String(crossOriginIsolated); };`,
  );
});
afterAll(() => {
  rmSync(build, { recursive: true, force: true });
});

it('passes a quiet page, cross-origin isolated, with an empty profile that a restart keeps', async () => {
  const app = await launchApp({ ownBrowser: true, build });
  await app.page.waitForSelector('body[data-isolated="true"]');
  expect(await app.page.getAttribute('body', 'data-fresh')).toBe('yes');
  const again = await app.restart();
  await again.page.waitForSelector('body[data-isolated="true"]');
  expect(await again.page.getAttribute('body', 'data-fresh')).toBeNull();
  await again.close();
});

it('fails on a console error, unless the test expects it', async () => {
  const loud = await launchApp({ build });
  await loud.page.evaluate(() => {
    console.error('went wrong');
  });
  await expect(loud.close()).rejects.toThrow('went wrong');
  const expected = await launchApp({ build, allowedConsoleErrors: [/went wrong/] });
  await expected.page.evaluate(() => {
    console.error('went wrong');
  });
  await expected.close();
});

it('fails on an uncaught error', async () => {
  const app = await launchApp({ build });
  await app.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('nobody caught this');
    }, 0);
  });
  await app.page.waitForTimeout(200);
  await expect(app.close()).rejects.toThrow('nobody caught this');
});

it('fails on a request that the policy blocks and on one that it does not, and lets neither out', async () => {
  const fetching = await launchApp({ build });
  await fetching.page.evaluate(async () => {
    await fetch('https://example.com/').catch(() => undefined);
  });
  await expect(fetching.close()).rejects.toThrow('Content Security Policy');
  const leaving = await launchApp({ build });
  await leaving.page.evaluate(() => {
    location.href = 'http://example.com/';
  });
  await leaving.page.waitForTimeout(500);
  await expect(leaving.close()).rejects.toThrow('left the machine: GET http://example.com/');
});

it('finds what a page does wrong, all of it, the serious, in one part or by one rule', async () => {
  const app = await launchApp({ build });
  await app.page.evaluate(() => {
    document.documentElement.lang = 'en';
    document.title = 'page';
    document.body.innerHTML =
      '<main><h1>page</h1><h4>below</h4><button></button><p id="faint" style="color:#eee">faint</p></main>';
  });
  expect(await seriousViolations(app.page)).toEqual([
    expect.stringMatching(/^button-name: <button>/),
    expect.stringMatching(/^color-contrast: <p id="faint"/),
  ]);
  expect(await allViolations(app.page)).toContainEqual(expect.stringMatching(/^heading-order: <h4>/));
  expect(await seriousViolations(app.page, { within: '#faint' })).toHaveLength(1);
  expect(await seriousViolations(app.page, { rules: ['button-name'] })).toHaveLength(1);
  await app.close();
});
