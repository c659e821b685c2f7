import { createHash } from 'node:crypto';
import { crc32 as nodeCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../renderer/src/exporting/archive/crc-32';
import { Sha256 } from '../../../../renderer/src/exporting/archive/sha-256';

describe('SHA-256 in pieces', () => {
  it('is that of FIPS 180-4', () => {
    expect(new Sha256().hex()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(new Sha256().update(new TextEncoder().encode('abc')).hex()).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('is the same as of the whole, wherever the pieces end', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
        const digest = new Sha256();
        const expected = createHash('sha256');
        for (const piece of pieces) {
          digest.update(piece);
          expected.update(piece);
        }
        expect(digest.hex()).toBe(expected.digest('hex'));
      }),
    );
  });
});

describe('CRC-32', () => {
  it.skipIf(typeof nodeCrc32 !== 'function')('is that of zlib, in pieces too', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (first, second) => {
        expect(crc32(second, crc32(first))).toBe(nodeCrc32(second, nodeCrc32(first)));
      }),
    );
  });
});
