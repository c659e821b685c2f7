import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PORT } from '../../../electron/browser-shell/server';
import { buildState } from '../../../electron/cli/build-state';
import { downloadProbe } from '../../../electron/cli/download-probe';
import { electronBinary } from '../../../electron/cli/electron-binary';
import { parseStartOptions } from '../../../electron/cli/start-options';
import { temporaryFolder } from './temporary-folder';

function put(root: string, path: string, atSeconds = 1_000): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  for (let folder = path; folder !== '.'; folder = dirname(folder))
    utimesSync(join(root, folder), atSeconds, atSeconds);
}

describe('parseStartOptions', () => {
  it('has defaults', () => {
    expect(parseStartOptions([], {})).toEqual({
      shell: 'auto',
      open: true,
      data: undefined,
      port: DEFAULT_PORT,
      dev: false,
      help: false,
    });
  });
  it('reads everything, the command line before the environment', () => {
    expect(
      parseStartOptions(['--shell=browser', '--no-open', '--data', '/d', '--port=5000', '--dev'], {
        HANDPICKED_PORT: '6000',
        HANDPICKED_DATA: '/e',
      }),
    ).toEqual({ shell: 'browser', open: false, data: '/d', port: 5000, dev: true, help: false });
    expect(parseStartOptions([], { HANDPICKED_PORT: '6000', HANDPICKED_DATA: '/e' })).toMatchObject({
      port: 6000,
      data: '/e',
    });
  });
  it.each([['--shell=firefox'], ['--port=80'], ['--port=x'], ['--port=70000'], ['--surprise'], ['stray']])(
    'refuses %s',
    (option) => {
      expect(() => parseStartOptions([option], {})).toThrow(Error);
    },
  );
});

describe('buildState', () => {
  const results = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
  function project(): string {
    const root = temporaryFolder();
    for (const path of [
      'electron/main/main.ts',
      'renderer/index.html',
      'models/taste/manifest.json',
      'package-lock.json',
      'electron.vite.config.ts',
    ])
      put(root, path);
    return root;
  }
  it('knows a missing, a fresh and an old build', () => {
    const root = project();
    expect(buildState(root)).toBe('missing');
    for (const path of results) put(root, path, 2_000);
    expect(buildState(root)).toBe('fresh');
    put(root, 'renderer/src/deep/new.ts', 3_000);
    expect(buildState(root)).toBe('older than its sources');
  });
  it('builds again for a new model and for a missing part', () => {
    const root = project();
    for (const path of results.slice(1)) put(root, path, 2_000);
    expect(buildState(root)).toBe('missing');
    put(root, 'out/main/main.js', 2_000);
    put(root, 'models/taste/manifest.json', 3_000);
    expect(buildState(root)).toBe('older than its sources');
  });
});

describe('electronBinary', () => {
  it('needs the note and the file', () => {
    const root = temporaryFolder();
    expect(electronBinary(root, {})).toBeNull();
    put(root, 'node_modules/electron/path.txt');
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron');
    expect(electronBinary(root, {})).toBeNull();
    put(root, 'node_modules/electron/dist/electron');
    expect(electronBinary(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
  });
});

describe('downloadProbe', () => {
  it('asks the official host for this version', async () => {
    const asked: string[] = [];
    const probe = await downloadProbe('45.4.1', {}, (address) => {
      asked.push(address);
      return Promise.resolve({ status: 200 });
    });
    expect(probe).toEqual({ answers: true, host: 'github.com' });
    expect(asked).toEqual(['https://github.com/electron/electron/releases/download/v45.4.1/SHASUMS256.txt']);
  });
  it('asks a mirror where one is set, and takes its refusal to list for an answer', async () => {
    expect(
      await downloadProbe('1', { ELECTRON_MIRROR: 'https://mirror.example/electron/' }, () =>
        Promise.resolve({ status: 403 }),
      ),
    ).toEqual({ answers: true, host: 'mirror.example' });
  });
  it('takes silence and errors for no', async () => {
    expect((await downloadProbe('1', {}, () => Promise.reject(new Error('no network')))).answers).toBe(false);
    expect((await downloadProbe('1', {}, () => Promise.resolve({ status: 503 }))).answers).toBe(false);
  });
  it('leaves it to the downloader where only that knows the proxy', async () => {
    expect(
      (await downloadProbe('1', { ELECTRON_GET_USE_PROXY: '1' }, () => Promise.reject(new Error('no network'))))
        .answers,
    ).toBe(true);
  });
});
