import { randomBytes } from 'node:crypto';
import { homedir, tmpdir } from 'node:os';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runBrowserShell } from '../../../electron/browser-shell/run-browser-shell';
import { makeOwnFolder } from '../../../electron/host/own-folder';
import { ownerSecret } from '../../../electron/host/owner-secret';
import { callsByBody } from './http-bodies';
import { callOf, outcomeOf, type HttpCall } from './http-call';
import { callsByCaller, callsByRequest } from './http-calls';
import { callsByCode, callsByFraming } from './http-framing';
import { ipcCalls } from './ipc-calls';
import { asNobody, SEND_SCRIPT, startAsNobody, whyNoOtherAccount } from './other-account';
import { rawExchange } from './raw-exchange';
import { startTarget, type Target } from './target';

/** Calls made at the same time; each has a connection of its own. */
const AT_ONCE = 16;

async function outcomes(target: Target, calls: readonly HttpCall[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  // What was done is asked after each call, so calls that run together are told apart only where one went wrong.
  const left = [...calls];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let call = left.shift(); call !== undefined; call = left.shift()) {
        const outcome = await outcomeOf(target, call);
        if (outcome !== null) wrong.push(outcome);
      }
    }),
  );
  return wrong;
}

describe('calls to the browser shell', () => {
  let target: Target;
  let counted = 0;
  beforeAll(async () => {
    target = await startTarget();
  });
  afterAll(async () => {
    await target.close();
  });

  it('that are the page’s own are answered, so that the others fail for what is wrong in them', async () => {
    const own = [
      callOf(target, 'page', {}),
      callOf(target, 'script', { path: '/assets/a.js' }),
      callOf(target, 'appInfo', { method: 'POST', path: '/host/appInfo', body: '{}' }),
    ];
    for (const { bytes } of own) expect(target.leaks(await rawExchange(target.port, bytes))).toBe(true);
    const link = callOf(target, 'link', {
      method: 'POST',
      path: '/host/openExternal',
      body: '{"argument":"https://example.com/"}',
    });
    await rawExchange(target.port, link.bytes);
    const record = callOf(target, 'record', {
      method: 'POST',
      path: '/host/journalAppend',
      body: '{"argument":[{"id":"a","at":1,"text":"x"}]}',
    });
    await rawExchange(target.port, record.bytes);
    expect(target.done()).toEqual(['opened https://example.com/', 'journalAppend']);
    expect(
      (await rawExchange(target.port, callOf(target, 'code', { path: target.startPath() }).bytes)).slice(0, 12),
    ).toBe('HTTP/1.1 200');
  });

  it.each([
    ['by who asks', callsByCaller],
    ['by what is asked', callsByRequest],
    ['by what they carry', callsByBody],
    ['by how they are written', callsByFraming],
    [
      'by what lets them in',
      (server: Target) => {
        const used = server.startPath();
        return [callOf(server, 'USE', { path: used }), ...callsByCode(server, used)];
      },
    ],
  ])('are refused, %s', { timeout: 60_000 }, async (_what, callsOf) => {
    let calls = callsOf(target);
    if (calls[0]?.name === 'USE') {
      // The owner's own window uses the code first.
      await rawExchange(target.port, calls[0].bytes);
      calls = calls.slice(1).map((call) => ({ ...call }));
    }
    counted += calls.length;
    expect(await outcomes(target, calls)).toEqual([]);
  });

  it('are more than 300, and the owner’s page works on after all of them', async () => {
    expect(counted).toBeGreaterThan(300);
    console.log(
      `Hostile calls to the browser shell: ${String(counted)}, to Electron’s main process: ${String(ipcCalls().length)}`,
    );
    expect(target.leaks(await rawExchange(target.port, callOf(target, 'page', {}).bytes))).toBe(true);
  });
});

it('calls to Electron’s main process are refused: wrong senders, wrong arguments, wrong channels', async () => {
  const calls = ipcCalls();
  expect(calls.length).toBeGreaterThan(300);
  const wrong: (string | null)[] = [];
  for (const { run } of calls) wrong.push(await run());
  expect(wrong.filter((outcome) => outcome !== null)).toEqual([]);
});

const noOtherAccount = whyNoOtherAccount();
if (noOtherAccount !== null) console.warn(`SKIPPED: the tests of another account: ${noOtherAccount}.`);

describe.skipIf(noOtherAccount !== null)('another account of the computer', () => {
  const send = async (target: Target, { bytes }: HttpCall): Promise<string> =>
    Buffer.from(
      await asNobody(SEND_SCRIPT, { port: target.port, bytes: Buffer.from(bytes).toString('base64') }),
      'base64',
    ).toString('latin1');
  const serve = async (options: Parameters<typeof startTarget>[0] = {}): Promise<Target> => {
    const target = await startTarget(options);
    onTestFinished(async () => {
      await target.close();
    });
    return target;
  };
  const folder = (): string => {
    const path = mkdtempSync(join(tmpdir(), 'handpicked-account-'));
    onTestFinished(() => {
      rmSync(path, { recursive: true, force: true });
    });
    return path;
  };

  it.skipIf(process.platform !== 'linux')(
    'is not even answered on Linux, with everything that lets the owner in',
    { timeout: 30_000 },
    async () => {
      const target = await serve();
      for (const call of [
        callOf(target, 'page', {}),
        callOf(target, 'appInfo', { method: 'POST', path: '/host/appInfo', body: '{}' }),
        callOf(target, 'code', { path: target.startPath() }),
      ])
        expect(await send(target, call)).toMatch(/^(?:ERROR \w+)?$/);
      expect(target.done()).toEqual([]);
    },
  );

  it(
    'gets no page, no script, no token and no name where the system does not tell accounts apart',
    { timeout: 30_000 },
    async () => {
      const target = await serve({ accountOf: () => null });
      const nothing = { Cookie: null, Origin: null, 'x-handpicked-token': null };
      for (const path of ['/', '/index.html', '/assets/a.js', '/owner/start', '/start/x']) {
        const answer = await send(target, callOf(target, path, { path, headers: nothing }));
        expect(answer).toMatch(/^HTTP\/1\.1 403 /);
        expect(target.leaks(answer)).toBe(false);
      }
      // What it may learn: that somebody here can prove to know a secret.
      const challenge = randomBytes(32).toString('base64url');
      const answer = await send(
        target,
        callOf(target, 'challenge', {
          method: 'POST',
          path: '/owner/challenge',
          headers: { ...nothing, 'Content-Type': 'application/json' },
          body: JSON.stringify({ challenge }),
        }),
      );
      expect(answer).toMatch(/\{"nonce":"[\w-]{43}","proof":"[\w-]{43}"\}$/);
      expect(target.leaks(answer)).toBe(false);
    },
  );

  it('reads neither the secret nor anything else of the data folder', { timeout: 30_000 }, async () => {
    const data = folder();
    chmodSync(data, 0o755);
    makeOwnFolder(data);
    await ownerSecret(data);
    writeFileSync(join(data, 'running.json'), '{}');
    const answer = await asNobody(
      `const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
       for (const act of [() => readdirSync(given.data), () => readFileSync(given.data + '/owner-secret'),
         () => readFileSync(given.data + '/running.json'), () => writeFileSync(given.data + '/running.json', '{}')])
         try { act(); console.log('did it'); } catch (error) { console.log(error.code); }`,
      { data },
    );
    expect(answer.trim().split('\n')).toEqual(['EACCES', 'EACCES', 'EACCES', 'EACCES']);
  });

  it('that holds the port is never opened as the owner’s, whatever it answers', { timeout: 60_000 }, async () => {
    const data = folder();
    const { secret } = await ownerSecret(data);
    const stranger = startAsNobody(
      `const server = require('node:http').createServer((request, response) => {
         let text = '';
         request.on('data', (chunk) => { text += chunk; });
         request.on('end', () => {
           console.log('asked ' + request.method + ' ' + request.url);
           response.setHeader('Content-Type', 'application/json');
           const word = 'A'.repeat(43);
           response.end(JSON.stringify(request.url === '/owner/challenge' ? { nonce: word, proof: word }
             : { address: 'http://127.0.0.1:' + server.address().port + '/start/' + word }));
         });
       });
       server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));`,
      {},
    );
    let heard = '';
    const port = await new Promise<number>((settle) => {
      stranger.stdout.on('data', (chunk: Buffer) => {
        heard += chunk.toString('utf8');
        const found = /port (\d+)/.exec(heard)?.[1];
        if (found !== undefined) settle(Number(found));
      });
    });
    onTestFinished(() => {
      stranger.kill();
    });
    // A note that the owner's earlier run left behind names the port, too.
    writeFileSync(join(data, 'running.json'), JSON.stringify({ origin: `http://127.0.0.1:${String(port)}` }));
    const lines: string[] = [];
    const status = await runBrowserShell({
      facts: { platform: process.platform, environment: { HANDPICKED_BROWSER: process.execPath }, home: homedir() },
      asRoot: true,
      dataFolder: data,
      secret,
      port,
      open: true,
      reason: null,
      version: '0',
      assets: () => () => Promise.resolve(),
      say: (line) => lines.push(line),
      stopped: Promise.resolve(),
      browserFlags: ['--headless=new'],
    });
    expect(status).toBe(1);
    expect(lines.join('\n')).toContain('is used by another program or another account');
    expect(lines.join('\n')).not.toMatch(/showing its window|\/start\//);
    expect(heard.match(/asked .*/g)).toEqual(['asked POST /owner/challenge', 'asked POST /owner/challenge']);
  });
});
