import type { CatalogueDescription, RecognisedBy } from '../../domain/catalogue';
import type { IdentityEvidence } from '../../domain/identity-evidence';
import { comparePrepared } from '../../identity/compare-things';
import { parseName, relateNames } from '../../identity/person-name';
import { createPreparer, type PreparedThing, type Preparer } from '../../identity/prepared-thing';
import { ThingIndex } from '../../identity/thing-index';
import type { CataloguePart } from '../catalogue-reader';
import { hashOfName } from '../title-keys';
import { candidatesIn, type LookUpCandidate } from './candidates';

export type Recognition =
  | {
      readonly verdict: 'same';
      readonly thing: LookUpCandidate;
      readonly by: RecognisedBy;
      readonly alias: string | null;
      readonly evidence: readonly IdentityEvidence[];
    }
  | {
      readonly verdict: 'doubtful';
      readonly candidates: readonly {
        readonly thing: LookUpCandidate;
        readonly evidence: readonly IdentityEvidence[];
      }[];
    }
  | { readonly verdict: 'none'; readonly authorKnown: boolean };

/** The thing of the catalogue that a description means; decided by identity/, as an import into a library is. */
export function recognise(parts: readonly CataloguePart[], description: CatalogueDescription): Recognition {
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
  const only = onlyBearer(thing, candidates, prepare);
  if (only !== null)
    return { verdict: 'same', thing: only, by: 'title', alias: aliasOf(only), evidence: ['bare-title', 'same-title'] };
  return found;
}

const aliasOf = ({ originalTitle }: LookUpCandidate): string | null => originalTitle ?? null;
const isBare = ({ year, makers }: PreparedThing): boolean => year === null && makers.length === 0;

/** The one thing of the kind that bears a title of which nothing else is known. */
function onlyBearer(
  thing: PreparedThing,
  candidates: readonly LookUpCandidate[],
  prepare: Preparer,
): LookUpCandidate | null {
  if (!isBare(thing) || thing.isGeneric) return null;
  const bearers = candidates
    .map((candidate) => ({ candidate, prepared: prepare(candidate) }))
    .filter(({ prepared }) => prepared.kind === thing.kind && sharesTitle(prepared, thing));
  const [first, ...others] = bearers;
  if (first === undefined) return null;
  // Two files may hold one thing.
  const isOne = others.every(
    ({ prepared }) => comparePrepared(first.prepared, prepared, 'two-sources').verdict === 'same',
  );
  return isOne ? first.candidate : null;
}

const sharesTitle = (left: PreparedThing, right: PreparedThing): boolean =>
  left.titleKeys.some((key) => right.titleKeys.includes(key));

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
