import { parseArgs } from 'node:util';
import { DEFAULT_PORT } from '../browser-shell/server';

export interface StartOptions {
  readonly shell: 'electron' | 'browser' | 'auto';
  readonly open: boolean;
  readonly data: string | undefined;
  readonly port: number;
  readonly dev: boolean;
  readonly help: boolean;
}

export const START_HELP = `Usage: npm start -- [options]
  --shell=browser|electron   which window to use (default: Electron where its program file is present)
  --no-open                  print an address that works once, serve until Ctrl+C, open nothing
  --data DIR                 folder for everything this program writes (or HANDPICKED_DATA)
  --port N                   port of the browser shell, default ${DEFAULT_PORT} (or HANDPICKED_PORT); each has its own database
  --dev                      hot reload, for working on the program
  --help                     this text`;

/** Reads the command line. Throws an Error whose message can be shown as it is. */
export function parseStartOptions(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      shell: { type: 'string' },
      'no-open': { type: 'boolean' },
      data: { type: 'string' },
      port: { type: 'string' },
      dev: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    strict: true,
    allowPositionals: false,
  });
  return {
    shell: shellOf(values.shell),
    open: values['no-open'] !== true,
    data: values.data ?? environment['HANDPICKED_DATA'],
    port: portOf(values.port ?? environment['HANDPICKED_PORT']),
    dev: values.dev === true,
    help: values.help === true,
  };
}

function shellOf(value: string | undefined): StartOptions['shell'] {
  if (value === undefined) return 'auto';
  if (value === 'browser' || value === 'electron') return value;
  throw new Error(`--shell is "browser" or "electron", not "${value}".`);
}

function portOf(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT_PORT;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1024 || port > 65_535)
    throw new Error(`--port is a number from 1024 to 65535, not "${value}".`);
  return port;
}
