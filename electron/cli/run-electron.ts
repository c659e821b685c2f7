import { spawn } from 'node:child_process';

/** Longer than Electron takes to find out that it cannot start (no display, no sandbox, missing libraries). */
const START_UP_MS = 8_000;

/**
 * Runs the Electron shell until it ends.
 * @returns its exit status, or null where it failed before a window can have been of use
 */
export async function runElectron(
  binary: string,
  root: string,
  dataFolder: string,
  asRoot: boolean,
): Promise<number | null> {
  const started = Date.now();
  const environment: NodeJS.ProcessEnv = { ...process.env, HANDPICKED_DATA: dataFolder };
  // Set in terminals of Electron-based editors; it would turn Electron into plain Node.
  delete environment['ELECTRON_RUN_AS_NODE'];
  const child = spawn(binary, [root, ...(asRoot ? ['--no-sandbox'] : [])], { stdio: 'inherit', env: environment });
  const forward = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const code = await new Promise<number | null>((settle) => {
    child.once('error', () => {
      settle(null);
    });
    child.once('exit', (status, signal) => {
      settle(status ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : null));
    });
  });
  process.off('SIGINT', forward).off('SIGTERM', forward);
  return code !== 0 && Date.now() - started < START_UP_MS ? null : (code ?? 1);
}
