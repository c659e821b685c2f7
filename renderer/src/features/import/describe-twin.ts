import type { PossibleTwin } from '../../domain/import-plan';
import { doubtReason } from '../../text/identity';
import { importText } from '../../text/import';
import { formatYear } from '../../ui/format';

/** "Could be the same as “Poems” (Ann Vole, 1961) in your library; kept apart because many works have this title." */
export function describeTwin({ itemId, facts, evidence }: PossibleTwin): string {
  const known = [...facts.creators.slice(0, 2), ...(facts.year === null ? [] : [formatYear(facts.year)])].join(', ');
  return importText.couldBe(facts.title, known, itemId !== null, doubtReason(evidence));
}
