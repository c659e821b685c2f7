import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ArchiveCrypto,
  type ArchiveKey,
  LOCK_ITERATIONS,
  lockFile,
  unlockFile,
} from '../../../../renderer/src/exporting/archive/locked-file';
import { crc32 } from '../../../../renderer/src/exporting/archive/crc-32';
import { webArchiveCrypto } from '../../../../renderer/src/workers/web-archive-crypto';
import { joined, readToy, writeToy } from './toy-archive';

/** The least that is taken from a file: the tests derive keys by the hundred. */
const FEW = 100_000;
const HEADER = 64;
const PIECE = 2 ** 18;

/** WebCrypto, but each key is derived once: the work is the point of it. */
const keys = new Map<string, Promise<ArchiveKey>>();
const crypto: ArchiveCrypto = {
  ...webArchiveCrypto,
  deriveKey: async (...work) => {
    const id = work.join('/');
    const key = keys.get(id) ?? webArchiveCrypto.deriveKey(...work);
    keys.set(id, key);
    return await key;
  },
};

async function* pieces(...bytes: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* bytes;
}
async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: Uint8Array[] = [];
  for await (const piece of stream) found.push(piece);
  return joined(found);
}
const lock = async (
  plain: AsyncIterable<Uint8Array>,
  passphrase = 'correct horse',
  iterations = FEW,
): Promise<Uint8Array> => await collected(lockFile(plain, { crypto, passphrase }, iterations));
const unlock = async (file: Uint8Array, passphrase = 'correct horse'): Promise<Uint8Array> =>
  await collected(unlockFile(file, { crypto, passphrase }));

const PLAIN = writeToy().bytes;
let locked = new Uint8Array();
beforeAll(async () => {
  locked = new Uint8Array(await lock(pieces(PLAIN)));
});

describe('a locked file', () => {
  it('opens with its passphrase, typed in either form of its accents, and says what it cost', async () => {
    const file = await lock(pieces(PLAIN), 'Ren\u00e9 ☂', LOCK_ITERATIONS);
    expect(new DataView(file.buffer).getUint32(16)).toBe(600_000);
    expect(await unlock(file, 'Rene\u0301 ☂')).toEqual(PLAIN);
  });

  it('is nothing to whoever reads it as an archive but a locked file', async () => {
    await expect(readToy(locked)).rejects.toMatchObject({ code: 'passphrase-needed' });
  });

  it('has another salt, key and bytes each time', async () => {
    expect(await lock(pieces(PLAIN))).not.toEqual(locked);
  });

  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])('comes back whole when it has %d bytes', async (length) => {
    const plain = Uint8Array.from({ length }, (_, index) => index % 251);
    const file = await lock(pieces(plain.subarray(0, 5), plain.subarray(5)));
    const sealed = Math.max(1, Math.ceil(length / PIECE));
    expect(file.byteLength).toBe(HEADER + length + 16 * sealed);
    expect(Buffer.from(await unlock(file)).equals(Buffer.from(plain))).toBe(true);
  });

  it('says that a passphrase is wrong, not that the file is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (passphrase) => {
        await expect(unlock(locked, passphrase)).rejects.toMatchObject({ code: 'passphrase-wrong' });
      }),
      { numRuns: 5 },
    );
  });

  it('says that it is damaged where its header was changed, however right the passphrase', async () => {
    for (let at = 16; at < HEADER; at += 1) {
      const bytes = locked.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await expect(unlock(bytes)).rejects.toMatchObject({ code: 'archive-damaged' });
    }
  });

  it('says so wherever one of its bytes was changed, or it was cut off', { timeout: 60_000 }, async () => {
    for (let at = HEADER; at < locked.byteLength; at += 13) {
      const bytes = locked.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x80;
      await expect(unlock(bytes)).rejects.toMatchObject({ code: 'archive-damaged' });
      await expect(unlock(locked.slice(0, at))).rejects.toMatchObject({ code: 'archive-damaged' });
    }
  });

  it('cannot lose, repeat or swap one of its pieces unnoticed', async () => {
    const file = await lock(pieces(new Uint8Array(3 * PIECE - 100)));
    const [first, second, third] = [0, 1, 2].map((index) => {
      const at = HEADER + index * (PIECE + 16);
      return file.slice(at, at + PIECE + 16);
    }) as [Uint8Array, Uint8Array, Uint8Array];
    const header = file.slice(0, HEADER);
    for (const forged of [
      [first, second],
      [first, third],
      [second, first, third],
      [first, second, second, third],
    ])
      await expect(unlock(joined([header, ...forged]))).rejects.toMatchObject({ code: 'archive-damaged' });
    expect((await unlock(joined([header, first, second, third]))).byteLength).toBe(3 * PIECE - 100);
  });

  it.each([
    ['no work at all', 16, 1],
    ['work for hours', 16, 0xffffffff],
  ])('that asks for %s is refused before the work is done', async (_name, at, value) => {
    const bytes = locked.slice();
    const view = new DataView(bytes.buffer);
    view.setUint32(at, value);
    view.setUint32(60, crc32(bytes.subarray(0, 60)));
    await expect(unlock(bytes)).rejects.toMatchObject({ code: 'format-invalid' });
  });
});
