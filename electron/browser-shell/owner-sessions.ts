import { randomBytes } from 'node:crypto';
import { newNonce, proofOf, sameSecretText } from './owner-proof';

/** Long enough for a slow computer to start a browser. */
const CODE_LIFE_MS = 120_000;
/** A second start answers at once. */
const CHALLENGE_LIFE_MS = 10_000;
const MAX_CHALLENGES = 64;
const MAX_CODES = 256;

/**
 * Where an address with a code can be read. `window`: on the command line of the browser it is opened with, which other
 * accounts may list on some systems. `person`: in the owner's terminal.
 */
export type CodeReader = 'window' | 'person';

interface Code {
  readonly reader: CodeReader;
  readonly madeAt: number;
  used: boolean;
}

export interface OwnerSessions {
  /** A code that opens the page once. */
  newCode(reader: CodeReader): string;
  /**
   * Uses a code up. Null where it is unknown, used, or too old.
   * @param cookieHeader of the request: whoever has the page already may come back to a used code
   */
  redeem(code: string, cookieHeader: string | undefined): { readonly cookie: string; readonly token: string } | null;
  /** Whether a `Cookie` header carries this run's cookie. */
  isOwner(cookieHeader: string | undefined): boolean;
  isToken(token: string): boolean;
  /** Answers a challenge: a nonce of our own and the proof that we know the secret. */
  answer(challenge: string): { readonly nonce: string; readonly proof: string };
  /** Whether the other side knows the secret, too; each answered challenge may be proved once. */
  isProved(nonce: string, proof: string): boolean;
}

/**
 * Who may see the page and ask the host: whoever opened an address with a fresh code, from then on by cookie. The
 * cookie's name includes the port, because browsers send cookies to every port of a host.
 * @param now epoch milliseconds
 */
export function ownerSessions(secret: Buffer, origin: string, now: () => number): OwnerSessions {
  const cookieName = `handpicked-${new URL(origin).port}`;
  const codes = new Map<string, Code>();
  const challenges = new Map<string, { readonly challenge: string; readonly madeAt: number }>();
  let cookie = random();
  let token = random();

  const isOwner = (header: string | undefined): boolean => {
    const given = (header ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(`${cookieName}=`));
    return given.length === 1 && sameSecretText(given[0] ?? '', `${cookieName}=${cookie}`);
  };

  return {
    newCode: (reader) => {
      const code = random();
      codes.set(code, { reader, madeAt: now(), used: false });
      dropOldest(codes, MAX_CODES);
      return code;
    },
    redeem: (given, cookieHeader) => {
      const code = codes.get(given);
      if (code === undefined) return null;
      const recent = now() - code.madeAt <= CODE_LIFE_MS;
      if (code.used) {
        // Two have opened an address that one window was given: one of them is somebody else. As with authorisation
        // codes (RFC 6749, 4.1.2), what the first was given is taken back.
        if (code.reader === 'window' && recent && !isOwner(cookieHeader)) {
          cookie = random();
          token = random();
        }
        return null;
      }
      code.used = true;
      return code.reader === 'window' && !recent
        ? null
        : { cookie: `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`, token };
    },
    isOwner,
    isToken: (given) => sameSecretText(given, token),
    answer: (challenge) => {
      const nonce = newNonce();
      challenges.set(nonce, { challenge, madeAt: now() });
      dropOldest(challenges, MAX_CHALLENGES);
      return { nonce, proof: proofOf(secret, 'answers', { origin, challenge, nonce }) };
    },
    isProved: (nonce, proof) => {
      const open = challenges.get(nonce);
      challenges.delete(nonce);
      if (open === undefined || now() - open.madeAt > CHALLENGE_LIFE_MS) return false;
      return sameSecretText(proof, proofOf(secret, 'asks', { origin, challenge: open.challenge, nonce }));
    },
  };
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

/** A Map keeps the order of insertion. */
function dropOldest(map: Map<string, unknown>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
