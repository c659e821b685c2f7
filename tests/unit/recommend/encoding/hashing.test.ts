import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucket, fmix32, fnv1a32 } from '../../../../renderer/src/recommend/encoding/hashing';

/** FNV-1a as its draft states it, over bytes and with big integers. */
function reference(text: string, basis: bigint): number {
  let hash = basis;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
  return Number(hash);
}

describe('hashing', () => {
  it('gives the published values', () => {
    expect(fnv1a32('')).toBe(0x811c9dc5);
    expect(fnv1a32('a')).toBe(0xe40c292c);
    expect(fnv1a32('foobar')).toBe(0xbf9cf968);
    expect(fmix32(0)).toBe(0);
    expect(fmix32(1)).toBe(0x514e28b7);
  });

  it('hashes the UTF-8 bytes of any string, lone surrogates as TextEncoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(0x811c9dc5, 0x9747b28c), (text, basis) => {
        expect(fnv1a32(text, basis)).toBe(reference(text, BigInt(basis)));
      }),
      { numRuns: 300 },
    );
    expect(fnv1a32('\ud83d')).toBe(reference('\ud83d', 0x811c9dc5n));
    expect(fnv1a32('\udc4d\ud83d')).toBe(reference('\udc4d\ud83d', 0x811c9dc5n));
  });

  it('never answers with the pad bucket', () => {
    const schema = { function: 'fnv1a32-fmix32', encoding: 'utf-8', buckets: 3, padBucket: 0 };
    const found = new Set(Array.from({ length: 100 }, (_, index) => bucket(schema, 'w', String(index))));
    expect(found).toEqual(new Set([1, 2]));
  });
});
