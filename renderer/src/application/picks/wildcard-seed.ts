import type { PersonId } from '../../domain/ids';
import { stableHash } from '../../domain/stable-hash';

/**
 * Seed of a friend's wildcard, 32 bits. The same for a whole local day, so that a page opened again shows the
 * same wildcard; another one as soon as the friend has a new reaction or exclusion.
 * @param now epoch milliseconds
 * @param reactions number of reactions in the friend's profile
 * @param excluded number of excluded items in it
 */
export function wildcardSeed(friend: PersonId, now: number, reactions: number, excluded: number): number {
  const day = new Date(now);
  return stableHash([friend, day.getFullYear(), day.getMonth(), day.getDate(), reactions, excluded].join('|'));
}
