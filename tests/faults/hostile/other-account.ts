import { spawn, spawnSync } from 'node:child_process';

/** The account that nobody is, on Linux and macOS alike: user and group "nobody". */
const NOBODY = 65_534;

/** Why another account cannot be acted as here; null where it can. */
export function whyNoOtherAccount(): string | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return 'only the superuser may act as another account';
  const { status } = spawnSync(process.execPath, ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/' });
  return status === 0 ? null : `another account may not run ${process.execPath}`;
}

/**
 * Runs a script of Node as the account "nobody", with what it is told as JSON in its environment.
 * @param script CommonJS; `given` is what it is told, and what it prints is the answer
 */
export async function asNobody(script: string, given: object): Promise<string> {
  const child = startAsNobody(script, given);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  await new Promise((settle) => child.once('close', settle));
  return text;
}

export function startAsNobody(script: string, given: object) {
  return spawn(process.execPath, ['-e', `const given = JSON.parse(process.env.GIVEN);\n${script}`], {
    uid: NOBODY,
    gid: NOBODY,
    cwd: '/',
    env: { GIVEN: JSON.stringify(given), PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Sends bytes to a port of this computer and prints what comes back, in base64 so that nothing is lost. */
export const SEND_SCRIPT = `
const socket = require('node:net').connect(given.port, '127.0.0.1', () => socket.write(Buffer.from(given.bytes, 'base64')));
const chunks = [];
socket.on('data', (chunk) => chunks.push(chunk));
socket.on('error', (error) => chunks.push(Buffer.from('ERROR ' + error.code)));
socket.on('close', () => console.log(Buffer.concat(chunks).toString('base64')));
socket.setTimeout(5000, () => socket.destroy());
`;
