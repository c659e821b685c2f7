import { AppError } from '../../domain/errors';
import { damagedArchive } from './archive-errors';
import { crc32 } from './crc-32';

/** What the lock asks of WebCrypto; implemented in workers/web-archive-crypto.ts. */
export interface ArchiveCrypto {
  /** Of a cryptographic generator. */
  randomBytes(length: number): Uint8Array;
  /**
   * PBKDF2-HMAC-SHA-256 makes 32 bytes of the passphrase (UTF-8 of its NFC form), HKDF-SHA-256 of those the key of
   * AES-256-GCM (info "handpicked-lock key") and 16 bytes to check it by (info "handpicked-lock check").
   */
  deriveKey(passphrase: string, salt: Uint8Array, iterations: number): Promise<ArchiveKey>;
}

export interface ArchiveKey {
  readonly check: Uint8Array;
  /** AES-256-GCM; the answer ends with the tag of 16 bytes. */
  encrypt(nonce: Uint8Array, header: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
  /** null where the tag does not fit. */
  decrypt(nonce: Uint8Array, header: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA-256. Stands in each file, so it can be raised. */
export const LOCK_ITERATIONS = 600_000;
/** What is taken from a file: less would be a lock that gives way, more would stop the window for minutes. */
const MIN_ITERATIONS = 100_000;
const MAX_ITERATIONS = 10_000_000;

const MAGIC = 'handpicked-lock1';
/** Plain bytes in every piece but the last, as a power of two. */
const PIECE_POWER = 18;
const MIN_PIECE_POWER = 10;
const MAX_PIECE_POWER = 24;
const TAG_BYTES = 16;
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const CHECK_BYTES = 16;

/** Offsets in the header. */
const ITERATIONS_AT = 16;
const SALT_AT = 20;
const PREFIX_AT = 36;
const PIECE_POWER_AT = 43;
const CHECK_AT = 44;
const CRC_AT = 60;
const HEADER_BYTES = 64;

const magicBytes = (): Uint8Array => new TextEncoder().encode(MAGIC);

export const isLockedFile = (file: Uint8Array): boolean =>
  file.byteLength >= MAGIC.length && magicBytes().every((byte, index) => byte === file[index]);

export interface LockOptions {
  readonly crypto: ArchiveCrypto;
  readonly passphrase: string;
}

/**
 * Encrypts a file in pieces (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár 2015, "Online Authenticated-Encryption and its
 * Nonce-Reuse Misuse-Resistance"): the nonce of each piece holds its number and whether it is the last, so pieces can
 * be neither left out, moved, repeated nor cut off. The header is authenticated with every piece. README.md in this
 * folder has the bytes.
 * @param iterations for tests
 */
export async function* lockFile(
  plain: AsyncIterable<Uint8Array>,
  { crypto, passphrase }: LockOptions,
  iterations = LOCK_ITERATIONS,
): AsyncGenerator<Uint8Array> {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(magicBytes());
  view.setUint32(ITERATIONS_AT, iterations);
  const salt = crypto.randomBytes(SALT_BYTES);
  header.set(salt, SALT_AT);
  header.set(crypto.randomBytes(PREFIX_BYTES), PREFIX_AT);
  header[PIECE_POWER_AT] = PIECE_POWER;
  const key = await crypto.deriveKey(passphrase, salt, iterations);
  header.set(key.check, CHECK_AT);
  view.setUint32(CRC_AT, crc32(header.subarray(0, CRC_AT)));
  yield header;

  const size = 2 ** PIECE_POWER;
  let piece = new Uint8Array(size);
  let filled = 0;
  let number = 0;
  for await (const bytes of plain) {
    for (let at = 0; at < bytes.byteLength;) {
      // A full piece waits until more comes: the last one is told apart by its nonce.
      if (filled === size) {
        yield await key.encrypt(nonceOf(header, number, false), header, piece);
        piece = new Uint8Array(size);
        filled = 0;
        number += 1;
      }
      const part = bytes.subarray(at, at + size - filled);
      piece.set(part, filled);
      filled += part.byteLength;
      at += part.byteLength;
    }
  }
  yield await key.encrypt(nonceOf(header, number, true), header, piece.subarray(0, filled));
}

/**
 * The plain file in pieces. Rejects with AppError: `passphrase-wrong`, `archive-damaged`, `archive-newer`. Every piece
 * that is yielded is authentic, but only the end says that it was the whole file.
 */
export async function* unlockFile(file: Uint8Array, { crypto, passphrase }: LockOptions): AsyncGenerator<Uint8Array> {
  const header = file.slice(0, HEADER_BYTES);
  if (header.byteLength < HEADER_BYTES) throw damagedArchive(null, 'it ends too early');
  const view = new DataView(header.buffer);
  if (!isLockedFile(header) || crc32(header.subarray(0, CRC_AT)) !== view.getUint32(CRC_AT))
    throw damagedArchive(null, 'its first bytes were changed, so no passphrase can open it');
  const iterations = view.getUint32(ITERATIONS_AT);
  const power = header[PIECE_POWER_AT] ?? 0;
  if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS || power < MIN_PIECE_POWER || power > MAX_PIECE_POWER)
    throw new AppError(
      'format-invalid',
      'This file states a lock that Handpicked does not write, so it was not opened. Nothing was changed.',
    );
  const key = await crypto.deriveKey(passphrase, header.slice(SALT_AT, PREFIX_AT), iterations);
  if (!sameBytes(key.check, header.subarray(CHECK_AT, CRC_AT)))
    throw new AppError(
      'passphrase-wrong',
      'This passphrase does not open the file. Check capitals and spaces; nothing was changed.',
    );

  const sealedSize = 2 ** power + TAG_BYTES;
  for (let at = HEADER_BYTES, number = 0; ; at += sealedSize, number += 1) {
    const isLast = at + sealedSize >= file.byteLength;
    const plain = await key.decrypt(nonceOf(header, number, isLast), header, file.slice(at, at + sealedSize));
    if (plain === null)
      throw damagedArchive(null, `the passphrase is right, but it was changed or cut off after byte ${at}`);
    yield plain;
    if (isLast) return;
  }
}

/** 7 bytes at random, 4 of the piece's number, 1 that says whether it is the last. */
function nonceOf(header: Uint8Array, number: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  nonce.set(header.subarray(PREFIX_AT, PREFIX_AT + PREFIX_BYTES));
  new DataView(nonce.buffer).setUint32(PREFIX_BYTES, number);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && a.byteLength === CHECK_BYTES && a.every((byte, index) => byte === b[index]);
