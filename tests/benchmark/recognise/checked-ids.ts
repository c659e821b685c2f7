import type { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import type { CatalogueDescription, CatalogueEntry, CatalogueMatch } from '../../../renderer/src/domain/catalogue';
import { compareThings } from '../../../renderer/src/identity/compare-things';
import type { Thing } from '../../../renderer/src/identity/same-facts';
import { namespaceOf, readIdentifier, registerOf } from '../../../renderer/src/identity/identifier-namespaces';

/** A thing recognised without its ids. */
export interface CheckedThing {
  readonly file: string;
  readonly description: CatalogueDescription;
  readonly match: Extract<CatalogueMatch, { verdict: 'same' }>;
  readonly verdict: IdVerdict;
}

/**
 * What the hidden ids say: the thing itself · another one · a second entry of it, which the catalogue could not join
 * with the first: identity/ does not call the two different, or the second has no makers, and title, maker and year of
 * the first are those of the thing ("Unleashed" is "Danny the Dog").
 */
export type IdVerdict = 'right' | 'wrong' | 'twice';

/**
 * Hides a thing's ids from the look-up and compares what is recognised with what they say; null where it is not
 * recognised, and where they say nothing: the entry bears none of the register, or the number of another edition. Where
 * more was hidden, that decides then.
 * @param hidden what else is hidden: year and makers, to see what the title alone is worth
 */
export function checkedThing(
  file: string,
  description: CatalogueDescription,
  catalogue: Catalogue,
  hidden: 'ids' | 'all but the title',
): CheckedThing | null {
  const { identifiers = {}, kind, title } = description;
  const names = Object.keys(identifiers);
  if (names.length === 0) return null;
  const shown: CatalogueDescription =
    hidden === 'ids' ? { ...description, identifiers: {} } : { kind, title, creators: [], year: null, series: null };
  const match = catalogue.recognise(shown);
  if (match.verdict !== 'same') return null;
  const verdicts = names.map((name) => verdictOf(name, description, match.entry, catalogue));
  const byIds = (['wrong', 'twice', 'right'] as const).find((one) => verdicts.includes(one));
  const verdict = byIds ?? (hidden === 'ids' ? undefined : verdictOfFacts(description, match));
  return verdict === undefined ? null : { file, description, match, verdict };
}

/** What year and makers say of an entry that has the title. */
function verdictOfFacts(
  description: CatalogueDescription,
  { entry, alias }: CheckedThing['match'],
): IdVerdict | undefined {
  const { verdict } = compareThings(thingOf(description), { ...thingOf(entry), originalTitle: alias }, 'two-sources');
  return verdict === 'doubtful' ? undefined : verdict === 'same' ? 'right' : 'wrong';
}

/** What the id of one register says of an entry; null where it says nothing. */
function verdictOf(
  name: string,
  description: CatalogueDescription,
  entry: CatalogueEntry,
  catalogue: Catalogue,
): IdVerdict | null {
  const { kind, title, identifiers = {} } = description;
  const own = readIdentifier(name, identifiers[name] ?? '');
  if (!('value' in own)) return null;
  const other = readIdentifier(name, entry.identifiers[name] ?? '');
  if ('value' in other && registerOf(name, kind) === registerOf(name, entry.kind)) {
    if (own.value === other.value) return 'right';
    if (namespaceOf(name)?.names === 'work') return 'wrong';
  }
  // No number of the register, or another edition's: what the number alone finds is this entry or another.
  const identified = { [name]: own.value };
  const byId = catalogue.recognise({ kind, title, creators: [], year: null, series: null, identifiers: identified });
  if (byId.verdict !== 'same' || byId.by !== 'id') return null;
  const { verdict, evidence } = compareThings(thingOf(byId.entry), thingOf(entry), 'two-sources');
  if (evidence.includes('same-facts')) return 'right';
  return verdict === 'different' && !isProven(description, entry, byId.entry) ? 'wrong' : 'twice';
}

const thingOf = (one: CatalogueDescription | CatalogueEntry): Thing => ({ ...one, series: null, identifiers: {} });

function isProven(description: CatalogueDescription, entry: CatalogueEntry, other: CatalogueEntry): boolean {
  const { verdict, evidence } = compareThings(thingOf(description), thingOf(entry), 'two-sources');
  return (
    verdict === 'same' &&
    evidence.includes('same-maker') &&
    other.creators.length === 0 &&
    Math.abs((other.year ?? Infinity) - (entry.year ?? Infinity)) <= 1
  );
}
