import { type PersonName, relateNames } from './person-name';

/**
 * How the makers of two things relate. `same`: the first one is shared, or all are; `partly`: one is shared, but not
 * the first; `unknown`: one side names none, or the names are in two scripts.
 */
export type MakerRelation = 'same' | 'partly' | 'different' | 'unknown';

/** Of a long cast, these are compared. */
const MAX_MAKERS = 8;

const allWords = (names: readonly PersonName[]): string =>
  names
    .flatMap(({ words }) => words)
    .sort()
    .join(' ');

export function relateMakers(left: readonly PersonName[], right: readonly PersonName[]): MakerRelation {
  const [one, other] = [left.slice(0, MAX_MAKERS), right.slice(0, MAX_MAKERS)];
  const [leadOne, leadOther] = [one[0], other[0]];
  if (leadOne === undefined || leadOther === undefined) return 'unknown';
  const leads = relateNames(leadOne, leadOther);
  // One source splits "Salt, Wind & Ember" into three, another does not.
  if (leads === 'same' || allWords(one) === allWords(other)) return 'same';
  const isIn = (name: PersonName, list: readonly PersonName[]): boolean =>
    list.some((candidate) => relateNames(name, candidate) === 'same');
  if (one.some((name) => isIn(name, other)))
    return one.every((name) => isIn(name, other)) && other.every((name) => isIn(name, one)) ? 'same' : 'partly';
  return leads === 'incomparable' ? 'unknown' : 'different';
}
