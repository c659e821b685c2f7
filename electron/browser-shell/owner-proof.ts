import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Where a second start asks the running instance to prove itself, and then for an address to open. */
export const CHALLENGE_PATH = '/owner/challenge';
export const START_PATH = '/owner/start';
/** The only other requests of a second start's size. Bytes. */
export const MAX_OWNER_BODY_BYTES = 1_024;

const NONCE_BYTES = 32;
const nonce = z.string().regex(/^[\w-]{43}$/);
export const challengeSchema = z.strictObject({ challenge: nonce });
export const challengeReplySchema = z.strictObject({ nonce, proof: nonce });
/** `opens`: it wants to see the window, and would open one at the address it gets; otherwise the address is printed. */
export const startRequestSchema = z.strictObject({ nonce, proof: nonce, opens: z.boolean() });
/**
 * `shown`: the window is there, and was brought to the front. `none`: open one at the address. `unreachable`: one is
 * open that the instance cannot bring to the front; the address is for the person.
 */
export const startReplySchema = z.discriminatedUnion('window', [
  z.strictObject({ window: z.literal('shown') }),
  z.strictObject({ window: z.enum(['none', 'unreachable']), address: z.string().max(200) }),
]);
export type StartReply = z.infer<typeof startReplySchema>;

/** Who proves: the instance that answers at the port, or the start that asks it. */
type Role = 'answers' | 'asks';

export interface Exchange {
  /** The address both sides mean: a proof made for one port is worth nothing at another. */
  readonly origin: string;
  /** Chosen by the side that asks, 32 random bytes, base64url. */
  readonly challenge: string;
  /** Chosen by the side that answers, likewise. */
  readonly nonce: string;
}

export function newNonce(): string {
  return randomBytes(NONCE_BYTES).toString('base64url');
}

/**
 * Proof of knowing the owner's secret: HMAC-SHA-256 (RFC 2104) over the role, the address and both sides' nonces, so
 * that it can neither be sent back to its maker, nor used twice, nor at another address.
 */
export function proofOf(secret: Buffer, role: Role, { origin, challenge, nonce }: Exchange): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([role, origin, challenge, nonce]))
    .digest('base64url');
}

/** Compares in constant time. */
export function sameSecretText(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
