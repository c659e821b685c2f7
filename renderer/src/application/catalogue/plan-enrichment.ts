import type { CatalogueCandidate, CatalogueEntry, CatalogueMatch, RecognisedBy } from '../../domain/catalogue';
import { FILLABLE_FIELDS, NO_LINK, type FillableField } from '../../domain/catalogue-link';
import { fillableFields, lacks, type CatalogueFacts, type Fill } from '../../domain/enrichment';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { entryKeys } from './entry-keys';

/** `owner`: the owner said so. */
export type FoundBy = RecognisedBy | 'owner';

/** A thing that the catalogue recognises and knows more of. */
export interface ProposedFill {
  readonly item: Item;
  readonly entry: CatalogueEntry;
  readonly by: FoundBy;
  /** What it lacks and would get, in the order of FILLABLE_FIELDS. */
  readonly fields: readonly FillableField[];
  readonly facts: Partial<CatalogueFacts>;
}

/** A thing that may be one of the catalogue, where that one knows more of it: else there is nothing to ask. */
export interface DoubtfulFill {
  readonly item: Item;
  /** Closest first. */
  readonly candidates: readonly CatalogueCandidate[];
}

export interface FieldGap {
  readonly field: FillableField;
  /** Things that lack it; of `originalTitle`, which most things do not have, only those the catalogue has one for. */
  readonly lacking: number;
  /** Of these, what the catalogue can fill: `recognised` and `byTitle` together. */
  readonly fillable: number;
}

export interface EnrichmentPlan {
  readonly gaps: readonly FieldGap[];
  readonly recognised: readonly ProposedFill[];
  /** Recognised by their title alone. */
  readonly byTitle: readonly ProposedFill[];
  readonly doubtful: readonly DoubtfulFill[];
}

/**
 * What the catalogue could fill in. Pure; things that were not looked up yet count among those that lack something.
 * @param matches what the catalogue made of the things, by their ids
 */
export function planEnrichment(items: readonly Item[], matches: ReadonlyMap<ItemId, CatalogueMatch>): EnrichmentPlan {
  const proposed: ProposedFill[] = [];
  const doubtful: DoubtfulFill[] = [];
  for (const item of items) {
    const match = matches.get(item.id);
    // Of a season or an edition the catalogue knows the whole: what a part lacks, it does not say.
    if (match === undefined || match.verdict === 'none' || match.verdict === 'part') continue;
    const { different, entry: known } = item.catalogue ?? NO_LINK;
    const isOneOf = (keys: readonly string[], { entry }: CatalogueCandidate): boolean =>
      keys.length > 0 && entryKeys(entry).some((key) => keys.includes(key));
    const candidates = (match.verdict === 'same' ? [match] : match.candidates).filter(
      (candidate) => !isOneOf(different, candidate),
    );
    const [first] = candidates;
    if (first === undefined) continue;
    const confirmed = candidates.find((candidate) => isOneOf(known, candidate));
    // What the owner chose is meant, however much better known another of that title is.
    if (known.length > 0 && confirmed === undefined) continue;
    if (match.verdict === 'same') add(proposed, item, first.entry, match.by);
    else if (confirmed !== undefined) add(proposed, item, confirmed.entry, 'owner');
    else if (candidates.some(({ entry }) => fieldsOf(item, entry, 'owner').length > 0))
      doubtful.push({ item, candidates });
  }
  let gaps: readonly FieldGap[] | null = null;
  return {
    // Looks at every field of every thing: only where it is asked for.
    get gaps() {
      return (gaps ??= gapsOf(items, proposed));
    },
    recognised: proposed.filter(({ by }) => by !== 'title'),
    byTitle: proposed.filter(({ by }) => by === 'title'),
    doubtful,
  };
}

function gapsOf(items: readonly Item[], proposed: readonly ProposedFill[]): readonly FieldGap[] {
  return FILLABLE_FIELDS.map((field) => {
    const fillable = proposed.filter(({ fields }) => fields.includes(field)).length;
    const lacking = field === 'originalTitle' ? fillable : items.filter((item) => lacks(item, field)).length;
    return { field, lacking, fillable };
  });
}

function add(proposed: ProposedFill[], item: Item, entry: CatalogueEntry, by: FoundBy): void {
  const fields = fieldsOf(item, entry, by);
  if (fields.length > 0) proposed.push({ item, entry, by, fields, facts: factsOf(item, entry) });
}

/** A title alone gives no ids: by them the next import would take the thing for the one of that id. */
const fieldsOf = (item: Item, entry: CatalogueEntry, by: FoundBy): readonly FillableField[] =>
  fillableFields(item, factsOf(item, entry), entry.kind).filter((field) => by !== 'title' || field !== 'identifiers');

/** What an entry says, as an item holds it. Its title is the other title of a thing that bears one of its aliases. */
export const factsOf = ({ title }: Pick<Item, 'title'>, entry: CatalogueEntry): CatalogueFacts => ({
  kind: entry.kind,
  creators: entry.creators,
  year: entry.year,
  length: entry.length,
  originalTitle: isOtherTitle(title, entry) ? entry.title : null,
  tags: entry.tags,
  identifiers: entry.identifiers,
});

/** True where the item's title is one of the aliases, letter for letter but for case. */
function isOtherTitle(title: string, entry: CatalogueEntry): boolean {
  const own = title.trim().toLowerCase();
  return own !== entry.title.toLowerCase() && entry.aliases.some((alias) => alias.toLowerCase() === own);
}

/** The thing is this entry, says the owner: everything it lacks and the entry has. */
export const confirmedFill = (item: Item, entry: CatalogueEntry): Fill => ({
  ...wholeFill(item, entry, 'owner'),
  confirmed: true,
});

/** Everything that the thing lacks and the entry has. */
export const wholeFill = (item: Item, entry: CatalogueEntry, by: FoundBy): Fill =>
  fillOf({ item, entry, facts: factsOf(item, entry), fields: fieldsOf(item, entry, by) }, FILLABLE_FIELDS);

/** What is written of a proposal where only these fields are wanted. */
export function fillOf(
  { item, entry, facts, fields }: Omit<ProposedFill, 'by'>,
  wanted: readonly FillableField[],
): Fill {
  const taken = fields.filter((field) => wanted.includes(field));
  return { itemId: item.id, entry: entryKeys(entry), facts: pickFacts(facts, taken) };
}

export const pickFacts = (facts: Partial<CatalogueFacts>, fields: readonly FillableField[]): Partial<CatalogueFacts> =>
  // The fields are those of `facts`.
  Object.fromEntries(fields.map((field) => [field, facts[field]])) as Partial<CatalogueFacts>;
