import type { CatalogueDescription, RecognisedBy } from '../../domain/catalogue';
import type { IdentityEvidence } from '../../domain/identity-evidence';
import { parseName, relateNames } from '../../identity/person-name';
import { createPreparer, type PreparedThing } from '../../identity/prepared-thing';
import { ThingIndex } from '../../identity/thing-index';
import type { CataloguePart } from '../catalogue-reader';
import { hashOfName } from '../title-keys';
import { candidatesIn, type LookUpCandidate } from './candidates';
import { onlyBearer } from './only-bearer';
import type { Itself, Recognition } from './recognition';
import { recogniseWhole } from './whole';

/**
 * The thing of the catalogue that a description means; decided by identity/, as an import into a library is. Where it
 * is not there, the thing that it is a season, an episode or an edition of.
 */
export function recognise(parts: readonly CataloguePart[], description: CatalogueDescription): Recognition {
  const found = recogniseItself(parts, description);
  if (found.verdict === 'same') return found;
  return recogniseWhole(description, found, (whole) => recogniseItself(parts, whole)) ?? found;
}

function recogniseItself(parts: readonly CataloguePart[], description: CatalogueDescription): Itself {
  const prepare = createPreparer();
  const thing = prepare(description);
  const candidates = parts.flatMap((part) => candidatesIn(part, thing));
  const index = new ThingIndex<LookUpCandidate>('two-sources', prepare);
  for (const candidate of candidates) index.add(candidate);
  const found = index.find(description);
  if (found.verdict === 'same')
    return {
      verdict: 'same',
      thing: found.thing,
      by: recognisedBy(thing, found.thing, found.evidence),
      alias: aliasOf(found.thing),
      evidence: found.evidence,
    };
  if (found.verdict === 'none') return { verdict: 'none', authorKnown: parts.some((part) => knowsAuthor(part, thing)) };
  const only = isBare(thing) ? onlyBearer(description, thing, candidates, prepare) : null;
  if (only !== null)
    return { verdict: 'same', thing: only, by: 'title', alias: aliasOf(only), evidence: ['bare-title', 'same-title'] };
  return found;
}

const aliasOf = ({ originalTitle }: LookUpCandidate): string | null => originalTitle ?? null;
const isBare = ({ year, makers }: PreparedThing): boolean => year === null && makers.length === 0;

function recognisedBy(
  thing: PreparedThing,
  found: LookUpCandidate,
  evidence: readonly IdentityEvidence[],
): RecognisedBy {
  const has = (...codes: readonly IdentityEvidence[]): boolean => codes.some((code) => evidence.includes(code));
  if (has('same-id')) return 'id';
  if (isBare(thing)) return 'title';
  if (found.originalTitle != null) return 'alias';
  // Of two descriptions that are equal in everything identity says no more than that.
  const areEqual = has('same-facts');
  const byMaker = has('same-maker', 'shared-maker') || (areEqual && thing.makers.length > 0);
  const byYear = has('same-year', 'adjacent-year') || (areEqual && thing.year !== null);
  return byMaker && (thing.rule.decidedBy === 'maker' || !byYear) ? 'title-creator' : 'title-year';
}

/** One of the makers made something in the part. Found by the words of the name, then compared as a name. */
function knowsAuthor(part: CataloguePart, { makers }: PreparedThing): boolean {
  return makers.some((maker) =>
    [...part.creatorKeys.valuesOf(hashOfName(maker))].some((number) => {
      const name = parseName(part.name(number));
      return name !== null && relateNames(maker, name) === 'same';
    }),
  );
}
