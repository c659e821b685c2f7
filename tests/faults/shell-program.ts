/** The browser shell as `npm start -- --no-open` runs it: `shell-program FOLDER PORT BUILD`. */
import { writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { runBrowserShell } from '../../electron/browser-shell/run-browser-shell';
import { builtPage } from '../../electron/browser-shell/server';
import { ownerSecret } from '../../electron/host/owner-secret';

const [dataFolder = '', port = '', build = ''] = process.argv.slice(2);
const { secret } = await ownerSecret(dataFolder);
process.exitCode = await runBrowserShell({
  facts: { platform: process.platform, environment: process.env, home: homedir() },
  asRoot: process.getuid?.() === 0,
  dataFolder,
  secret,
  port: Number(port),
  open: false,
  reason: null,
  version: '0',
  assets: builtPage(build),
  say: (line) => {
    writeSync(1, `${line}\n`);
  },
  stopped: new Promise(() => undefined),
});
