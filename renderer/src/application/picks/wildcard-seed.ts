import type { PersonId } from '../../domain/ids';

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Seed of a friend's wildcard, 32 bits (FNV-1a). The same for a whole local day, so that a page opened again shows the
 * same wildcard; another one as soon as the friend has a new reaction or exclusion.
 * @param now epoch milliseconds
 * @param reactions number of reactions in the friend's profile
 * @param excluded number of excluded items in it
 */
export function wildcardSeed(friend: PersonId, now: number, reactions: number, excluded: number): number {
  const day = new Date(now);
  const words = [friend, day.getFullYear(), day.getMonth(), day.getDate(), reactions, excluded].join('|');
  let hash = FNV_BASIS;
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), FNV_PRIME);
  return hash >>> 0;
}
