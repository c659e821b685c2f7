/**
 * After `npm ci`: fetches Electron's program file (fetch-electron.ts). Plain JavaScript and without dependencies,
 * because `npm ci --omit=dev` installs neither tsx nor Electron: then there is nothing to fetch. Never fails the install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const runner = resolve(ROOT, 'node_modules/tsx/dist/cli.mjs');

if (existsSync(runner) && existsSync(resolve(ROOT, 'node_modules/electron/install.js')))
  spawnSync(process.execPath, [runner, resolve(ROOT, 'electron/cli/fetch-electron.ts')], { stdio: 'inherit' });
