import type { PersonId } from '../../domain/ids';

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * 32 bits that draw a friend's wildcard (FNV-1a): the same all day, so that a page looked at again shows the same one, and
 * another as soon as something was said or sent (which excludes it), so that what was learned has its chance. The day is the local one.
 */
export function wildcardSeed(friend: PersonId, now: number, reactions: number, excluded: number): number {
  const day = new Date(now);
  const words = [friend, day.getFullYear(), day.getMonth(), day.getDate(), reactions, excluded].join('|');
  let hash = FNV_BASIS;
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), FNV_PRIME);
  return hash >>> 0;
}
