/**
 * Fetches Electron's program file. After `npm ci` it is optional: it takes seconds where there is no network, and a
 * failure does not fail the install. As `npm run get-electron` (`--required`) a failure ends with exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { downloadProbe } from './download-probe';
import { electronBinary } from './electron-binary';
import { runThisCommand } from './run-command';

const USAGE = `Usage: npm run get-electron
Fetches Electron's program file, where it is not here yet.`;
const ROOT = resolve(import.meta.dirname, '../..');
const MAX_DOWNLOAD_MS = 10 * 60_000;

async function fetchElectron(required: boolean): Promise<number> {
  const without = (why: string): number => {
    console.log(
      required
        ? `Electron was not fetched: ${why}`
        : `Electron was not fetched: ${why} Handpicked will open in a browser window; "npm run get-electron" tries again.`,
    );
    return required ? 1 : 0;
  };
  if (electronBinary(ROOT, process.env) !== null) {
    if (required) console.log('Electron’s program file is already here.');
    return 0;
  }
  const folder = join(ROOT, 'node_modules/electron');
  if (!existsSync(join(folder, 'install.js'))) return without('its package is not installed.');
  if (!required && (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] ?? '') !== '')
    return without('ELECTRON_SKIP_BINARY_DOWNLOAD is set.');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  const probe = await downloadProbe(version, process.env);
  if (!probe.answers) return without(`${probe.host} does not answer.`);
  console.log(`Fetching Electron ${version}…`);
  const result = spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', required ? 'inherit' : 'ignore'],
    timeout: MAX_DOWNLOAD_MS,
  });
  if (result.status !== 0 || electronBinary(ROOT, process.env) === null) return without('the download did not finish.');
  console.log('Electron is here.');
  return 0;
}

await runThisCommand({
  usage: USAGE,
  options: { required: { type: 'boolean' } },
  takesFiles: false,
  run: ({ values }) => fetchElectron(values.required === true),
});
// A probe that was not answered may hold the process for a while.
process.exit();
