import type { PossibleTwin } from '../../domain/import-plan';
import type { Item } from '../../domain/item';
import { doubtReason } from '../../text/identity';
import { importText } from '../../text/import';
import { formatYear } from '../../ui/format';

/** "Could be the same as “Poems” (Ann Vole, 1961) in your library; kept apart because many works have this title." */
export function describeTwin({ itemId, facts, evidence }: PossibleTwin): string {
  return importText.couldBe(facts.title, knownOf(facts), itemId !== null, doubtReason(evidence));
}

const knownOf = ({ creators, year }: Pick<Item, 'creators' | 'year'>): string =>
  [...creators.slice(0, 2), ...(year === null ? [] : [formatYear(year)])].join(', ');

/** "Poems (Ann Vole, 1961)". */
export function describeFacts(facts: Pick<Item, 'title' | 'creators' | 'year'>): string {
  const known = knownOf(facts);
  return known === '' ? facts.title : `${facts.title} (${known})`;
}
