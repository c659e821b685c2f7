import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildState } from './build-state';

/** Builds the program where its sources have changed. False, with a sentence, where that failed. */
export function buildPage(root: string, say: (line: string) => void): boolean {
  const state = buildState(root);
  if (state === 'fresh') return true;
  say(state === 'missing' ? 'Building Handpicked (once)…' : 'Building Handpicked again: its sources have changed…');
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) say('The build failed; what went wrong stands above.');
  return status === 0;
}
