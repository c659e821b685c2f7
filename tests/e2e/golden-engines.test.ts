import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, WEBGPU_FLAGS } from './harness';

const folder = mkdtempSync(join(tmpdir(), 'handpicked-golden-'));

// The app's own adapter in a page of its own: bundled as the app is, served with the app's headers.
beforeAll(async () => {
  const root = new URL('./golden-page/', import.meta.url).pathname;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('golden vectors in Chromium', () => {
  it('come out of WASM, without any work of the GPU', async () => {
    const { page } = await openApp({ build: folder, flags: WEBGPU_FLAGS });
    const run = await page.evaluate(() => window.goldenPage.run('wasm'));
    expect(run.histories).toBeGreaterThan(10);
    expect(run.difference).toBeLessThanOrEqual(run.tolerance);
    expect(run.dispatches).toBe(0);
  });

  it('come out of WebGPU, and the GPU has computed them', async () => {
    const { page } = await openApp({ build: folder, flags: WEBGPU_FLAGS });
    expect(await page.evaluate(async () => (await navigator.gpu.requestAdapter()) !== null), 'a software adapter').toBe(
      true,
    );
    const run = await page.evaluate(() => window.goldenPage.run('webgpu'));
    expect(run.histories).toBeGreaterThan(10);
    expect(run.difference).toBeLessThanOrEqual(run.tolerance);
    expect(run.dispatches).toBeGreaterThan(0);
  });

  it('lead to the faster engine: a software adapter taken for a real one is timed, and left', async () => {
    const { page } = await openApp({ build: folder, flags: WEBGPU_FLAGS });
    const choice = await page.evaluate(() => window.goldenPage.choose(true));
    expect(choice.timings.wasm).toBeGreaterThan(0);
    expect(choice.timings.webgpu).toBeGreaterThan(choice.timings.wasm ?? Infinity);
    expect(choice.won).toBe(false);
    expect(choice.reason).toMatch(/^The processor runs the model: .* against .* on the graphics card/);
  });

  it.each([
    ['is only imitated', WEBGPU_FLAGS],
    ['does not exist', []],
  ])('lead to WASM at once where the adapter %s', async (_what, flags) => {
    const { page } = await openApp({ build: folder, flags });
    const choice = await page.evaluate(() => window.goldenPage.choose(false));
    expect(choice).toMatchObject({ won: false, timings: { webgpu: null } });
    expect(choice.reason).toContain(flags.length > 0 ? 'imitated' : 'no graphics adapter');
  });
});
