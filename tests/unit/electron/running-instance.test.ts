import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newNonce, proofOf } from '../../../electron/browser-shell/owner-proof';
import { askRunning, notedOrigin, noteRunning } from '../../../electron/browser-shell/running-instance';
import { ask, serveShell } from './shell-client';
import { temporaryFolder } from './temporary-folder';

const JSON_TYPE = { 'Content-Type': 'application/json' };

async function listening(server: Server): Promise<string> {
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', settle);
  });
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that answers every POST with what it is told to make of the request's body. */
async function stranger(answer: (path: string, body: unknown) => string): Promise<string> {
  return await listening(
    createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      request.on('end', () => {
        response.end(answer(request.url ?? '', JSON.parse(text)));
      });
    }),
  );
}

describe('a second start', () => {
  it('is given an address with a fresh code by the instance that has the same secret', async () => {
    const { origin, secret } = await serveShell();
    const addressOf = async (opens: boolean): Promise<string> => {
      const reply = await askRunning(origin, secret, opens);
      return reply?.window === 'none' ? reply.address : '';
    };
    const address = await addressOf(false);
    expect(address).toMatch(/\/start\/[\w-]{43}$/);
    expect((await ask(origin, address.slice(origin.length))).status).toBe(200);
    expect(await addressOf(true)).not.toBe(address);
  });

  it('is given nothing by an instance with another secret, and gives nothing to it', async () => {
    const { origin, server } = await serveShell();
    expect(await askRunning(origin, randomBytes(32), false)).toBeNull();
    await server.close();
    expect(await askRunning(origin, randomBytes(32), false)).toBeNull();
  });

  it('believes no stranger at the port, whatever it answers', async () => {
    const secret = randomBytes(32);
    const proof = newNonce();
    for (const answer of ['', 'SSH-2.0-x', '{}', JSON.stringify({ nonce: proof, proof }), 'x'.repeat(100_000)])
      expect(await askRunning(await stranger(() => answer), secret, false)).toBeNull();
    let origin = '';
    origin = await stranger((path) =>
      JSON.stringify(
        path === '/owner/challenge' ? { nonce: proof, proof } : { window: 'none', address: `${origin}/start/${proof}` },
      ),
    );
    expect(await askRunning(origin, secret, false)).toBeNull();
    const silent = await listening(
      createSocketServer((socket) => {
        socket.on('error', () => undefined);
      }),
    );
    const began = Date.now();
    expect(await askRunning(silent, secret, false)).toBeNull();
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('is not led on by a stranger that passes its challenge to the real instance', async () => {
    const { origin, secret } = await serveShell();
    const asked: string[] = [];
    const between = await listening(
      createServer((request, response) => {
        asked.push(request.url ?? '');
        let text = '';
        request.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        request.on('end', () => {
          void ask(origin, request.url ?? '', { method: 'POST', headers: JSON_TYPE, body: text }).then((answer) => {
            response.end(answer.text);
          });
        });
      }),
    );
    expect(await askRunning(between, secret, false)).toBeNull();
    // It never came to our own proof.
    expect(asked).toEqual(['/owner/challenge']);
  });

  it('opens no address beyond the instance', async () => {
    const secret = randomBytes(32);
    let origin = '';
    origin = await stranger((path, body) => {
      const { challenge } = body as { challenge: string };
      const nonce = newNonce();
      return JSON.stringify(
        path === '/owner/challenge'
          ? { nonce, proof: proofOf(secret, 'answers', { origin, challenge, nonce }) }
          : { window: 'none', address: 'http://127.0.0.1:1/start/x' },
      );
    });
    expect(await askRunning(origin, secret, false)).toBeNull();
  });
});

describe('the running instance', () => {
  const exchange = async (now = () => 0) => {
    const shell = await serveShell({ now });
    const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
      await ask(shell.origin, path, {
        method: 'POST',
        headers: { ...JSON_TYPE, ...headers },
        body: JSON.stringify(body),
      });
    const challenge = newNonce();
    const answer = JSON.parse((await post('/owner/challenge', { challenge })).text) as { nonce: string; proof: string };
    return { ...shell, postOwner: post, challenge, ...answer };
  };

  it('says nothing of itself but the proof', async () => {
    const { nonce, proof, postOwner } = await exchange();
    const { text, status } = await postOwner('/owner/challenge', { challenge: newNonce() });
    expect(status).toBe(200);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['nonce', 'proof']);
    expect(nonce).not.toBe(proof);
  });

  it('gives no code for its own proof sent back, nor for one used twice, nor too late', async () => {
    let now = 0;
    const { nonce, proof, challenge, origin, secret, postOwner } = await exchange(() => now);
    expect((await postOwner('/owner/start', { nonce, proof, opens: false })).status).toBe(403);
    const right = proofOf(secret, 'asks', { origin, challenge, nonce });
    // The wrong proof has used the challenge up.
    expect((await postOwner('/owner/start', { nonce, proof: right, opens: false })).status).toBe(403);

    const answered = async () => {
      const fresh = JSON.parse((await postOwner('/owner/challenge', { challenge })).text) as { nonce: string };
      return { nonce: fresh.nonce, proof: proofOf(secret, 'asks', { origin, challenge, nonce: fresh.nonce }) };
    };
    const once = { ...(await answered()), opens: false };
    expect((await postOwner('/owner/start', once)).status).toBe(200);
    expect((await postOwner('/owner/start', once)).status).toBe(403);
    const late = { ...(await answered()), opens: false };
    now += 11_000;
    expect((await postOwner('/owner/start', late)).status).toBe(403);
  });

  it('answers no browser', async () => {
    const { postOwner, challenge, origin } = await exchange();
    for (const headers of [{ Origin: origin }, { 'Sec-Fetch-Site': 'none' }, { 'Content-Type': 'text/plain' }])
      expect((await postOwner('/owner/challenge', { challenge }, headers)).status).toBe(403);
    expect((await ask(origin, '/owner/challenge')).status).toBe(403);
    expect((await postOwner('/owner/challenge', { challenge: 'x' })).status).toBe(403);
    expect((await postOwner('/owner/challenge', { challenge, more: 'x'.repeat(5_000) })).status).toBe(403);
  });
});

describe('the note', () => {
  it('names where the instance answers, and only an address of this computer', async () => {
    const dataFolder = temporaryFolder();
    expect(await notedOrigin(dataFolder)).toBeNull();
    const forget = await noteRunning(dataFolder, 'http://127.0.0.1:47613');
    expect(await notedOrigin(dataFolder)).toBe('http://127.0.0.1:47613');
    await forget();
    expect(await notedOrigin(dataFolder)).toBeNull();
    for (const origin of ['http://evil.example:80', 'http://127.0.0.1:80@evil.example', 'https://127.0.0.1:1']) {
      writeFileSync(join(dataFolder, 'running.json'), JSON.stringify({ origin }));
      expect(await notedOrigin(dataFolder)).toBeNull();
    }
  });
});
