import { Agent, request } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../host/atomic-file';
import {
  CHALLENGE_PATH,
  challengeReplySchema,
  newNonce,
  proofOf,
  sameSecretText,
  START_PATH,
  startReplySchema,
  type StartReply,
} from './owner-proof';

const FILE = 'running.json';
const ORIGIN = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;
const noteSchema = z.object({ origin: z.string().regex(ORIGIN) });
/** For the proof: whoever is not ours is not waited for. */
const PROOF_PATIENCE_MS = 2_000;
/** A window that is still opening is waited for (`shown-window.ts`). */
const WINDOW_PATIENCE_MS = 15_000;
/** Bytes; what a stranger sends beyond is not read. */
const MAX_REPLY_BYTES = 4_096;

/**
 * What the instance at this origin answers to a second start, where it proves that it knows the owner's secret and
 * takes our proof of the same: that its window is shown, or an address with a fresh code. Null where nobody answers
 * there, or anybody else.
 * @param opens whether a window is wanted; the address then goes to a browser's command line, which other accounts may
 *   be able to list
 */
export async function askRunning(origin: string, secret: Buffer, opens: boolean): Promise<StartReply | null> {
  const challenge = newNonce();
  const answer = challengeReplySchema.safeParse(await ask(origin + CHALLENGE_PATH, { challenge }, PROOF_PATIENCE_MS));
  if (!answer.success) return null;
  const { nonce, proof } = answer.data;
  const exchange = { origin, challenge, nonce };
  if (!sameSecretText(proof, proofOf(secret, 'answers', exchange))) return null;
  const asked = { nonce, proof: proofOf(secret, 'asks', exchange), opens };
  const reply = startReplySchema.safeParse(await ask(origin + START_PATH, asked, WINDOW_PATIENCE_MS));
  if (!reply.success) return null;
  return reply.data.window === 'shown' || reply.data.address.startsWith(`${origin}/start/`) ? reply.data : null;
}

/** Origin that the note of the data folder names, or null. The note alone proves nothing: whoever is there must. */
export async function notedOrigin(dataFolder: string): Promise<string | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(join(dataFolder, FILE), 'utf8'))).origin;
  } catch {
    return null;
  }
}

/** Leaves a note of where this instance answers; call the result to take it away again. */
export async function noteRunning(dataFolder: string, origin: string): Promise<() => Promise<void>> {
  const file = join(dataFolder, FILE);
  await writeAtomically(file, JSON.stringify({ origin }));
  return async () => {
    await rm(file, { force: true });
  };
}

/** JSON for JSON; undefined for silence, for too much, and for whatever is no JSON. Uses no proxy, follows nothing. */
async function ask(address: string, body: object, patience: number): Promise<unknown> {
  const text = JSON.stringify(body);
  return await new Promise((settle) => {
    const give = (value?: unknown): void => {
      settle(value);
      sent.destroy();
    };
    const sent = request(
      address,
      {
        method: 'POST',
        agent: new Agent({ keepAlive: false }),
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) },
        signal: AbortSignal.timeout(patience),
      },
      (response) => {
        let received = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          received += chunk;
          if (received.length > MAX_REPLY_BYTES) give();
        });
        response.on('end', () => {
          give(parsedOrUndefined(received));
        });
        response.on('error', () => {
          give();
        });
      },
    );
    sent.on('error', () => {
      settle(undefined);
    });
    sent.end(text);
  });
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
