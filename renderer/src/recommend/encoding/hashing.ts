import type { FeatureSchema } from '../model/model-manifest';

const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a (draft-eastlake-fnv) over the UTF-8 bytes of `text`: uint32. Lone surrogates count as U+FFFD, as TextEncoder
 * has it.
 */
export function fnv1a32(text: string, basis: number = FNV_OFFSET_BASIS): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = code < 0xdc00 && at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        at += 1;
      } else code = 0xfffd;
    }
    if (code < 0x800) hash = Math.imul(hash ^ (0xc0 | (code >> 6)), FNV_PRIME);
    else {
      if (code < 0x10000) hash = Math.imul(hash ^ (0xe0 | (code >> 12)), FNV_PRIME);
      else {
        hash = Math.imul(hash ^ (0xf0 | (code >> 18)), FNV_PRIME);
        hash = Math.imul(hash ^ (0x80 | ((code >> 12) & 0x3f)), FNV_PRIME);
      }
      hash = Math.imul(hash ^ (0x80 | ((code >> 6) & 0x3f)), FNV_PRIME);
    }
    hash = Math.imul(hash ^ (0x80 | (code & 0x3f)), FNV_PRIME);
  }
  return hash >>> 0;
}

/** MurmurHash3's finaliser: spreads FNV's weak high bits before the modulo. uint32 to uint32. */
export function fmix32(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The bucket of a token, 1 .. buckets − 1; bucket 0 is padding. */
export function bucket(schema: FeatureSchema['hash'], prefix: string, token: string): number {
  return 1 + (fmix32(fnv1a32(`${prefix}:${token}`)) % (schema.buckets - 1));
}
