import type { CatalogueEntry } from '../../domain/catalogue';
import { NO_LINK } from '../../domain/catalogue-link';
import { filledIn } from '../../domain/enrichment';
import type { IdentityEvidence } from '../../domain/identity-evidence';
import type { ItemId } from '../../domain/ids';
import type { Item, ItemDraft } from '../../domain/item';
import type { PasteDestination, PastedAddition, PastePlan } from '../../domain/paste-plan';
import { NO_ANSWERS } from '../../domain/twin-answers';
import { ThingIndex } from '../../identity/thing-index';
import type { LineReading } from '../../importing/pasted/line-readings';
import type { PastedLine } from '../../importing/pasted/pasted-lines';
import { entryKeys } from '../catalogue/entry-keys';
import { confirmedFill, wholeFill, type FoundBy } from '../catalogue/plan-enrichment';
import type { LibraryTwins, Twin } from './library-twins';
import { likeliestReading } from './likeliest-reading';
import { meaningOf } from './line-meaning';
import { readingAsItem } from './look-up-lines';
import type { LineMatches } from './reading-match';

/** What a doubtful line may be: a thing of the library, or one of the catalogue. */
export type PasteCandidate =
  | { readonly type: 'item'; readonly item: Item; readonly evidence: readonly IdentityEvidence[] }
  | {
      readonly type: 'entry';
      readonly entry: CatalogueEntry;
      readonly reading: LineReading;
      readonly evidence: readonly IdentityEvidence[];
    };

/** What becomes of a line. Every line has exactly one. */
export type LineOutcome =
  /** Recognised: `item` is what is added, with what the catalogue knows. */
  | { readonly type: 'recognised'; readonly item: Item; readonly by: FoundBy }
  /** Added as `item` unless an answer says which of the candidates it is. */
  | {
      readonly type: 'doubtful';
      readonly item: Item;
      readonly candidates: readonly PasteCandidate[];
      /** The line is nothing but a link: `item` is not added without an answer. */
      readonly isOnlyLink: boolean;
    }
  | { readonly type: 'typed'; readonly item: Item }
  | { readonly type: 'there'; readonly item: Item }
  /** The same thing as an earlier line. */
  | { readonly type: 'repeat'; readonly of: number }
  | { readonly type: 'heading' }
  | { readonly type: 'too-long' }
  /** Nothing but a link that says of no thing which it is. */
  | { readonly type: 'link' }
  | { readonly type: 'left-out' };

export interface PlannedLine {
  readonly line: PastedLine;
  readonly outcome: LineOutcome;
  /** What is added, where it is added. */
  readonly addition: PastedAddition | null;
}

export interface PasteChoices {
  /** What all lines are; null: any kind. */
  readonly kind: string | null;
  /** Kind of what was not recognised, where the list does not say it. */
  readonly unknownKind: string;
  /** By number of the line. */
  readonly byLine: ReadonlyMap<number, 'typed' | 'left-out'>;
  /** Places of candidates, by number of the line. */
  readonly answers: ReadonlyMap<number, number | 'none'>;
}

/**
 * What would become of each line. Pure.
 * @param twins over every item, also those known through friends alone
 */
export function planPaste(
  lines: readonly PastedLine[],
  matches: LineMatches,
  twins: LibraryTwins,
  choices: PasteChoices,
): readonly PlannedLine[] {
  const earlier = new ThingIndex<Item & { readonly line: number }>('one-source');
  const taken = new Map<ItemId, number>();
  const byKey = new Map<string, number>();
  return lines.map((line): PlannedLine => {
    const { outcome, addition, keys = [] }: Decided = planLine(line, matches, twins, choices);
    if (outcome.type === 'there') {
      const of = taken.get(outcome.item.id);
      if (of !== undefined) return { line, outcome: { type: 'repeat', of }, addition: null };
      taken.set(outcome.item.id, line.number);
      return { line, outcome, addition: null };
    }
    if (!('item' in outcome) || addition === null) return { line, outcome, addition: null };
    // Under another title: "Amélie" and "Le fabuleux destin d'Amélie Poulain".
    const of = keys.map((key) => byKey.get(key)).find((number) => number !== undefined);
    if (of !== undefined) return { line, outcome: { type: 'repeat', of }, addition: null };
    const repeated = earlier.find(outcome.item);
    if (repeated.verdict === 'same' && choices.byLine.get(line.number) !== 'typed')
      return { line, outcome: { type: 'repeat', of: repeated.thing.line }, addition: null };
    for (const key of keys) byKey.set(key, line.number);
    earlier.add({ ...outcome.item, line: line.number });
    return { line, outcome, addition };
  });
}

interface Decided {
  readonly outcome: LineOutcome;
  readonly addition: PastedAddition | null;
  /** Of the thing of the catalogue that it is. */
  readonly keys?: readonly string[];
}

const notAdded = (outcome: LineOutcome): Decided => ({ outcome, addition: null });

function planLine(line: PastedLine, matches: LineMatches, twins: LibraryTwins, choices: PasteChoices): Decided {
  if (line.isTooLong) return notAdded({ type: 'too-long' });
  const found = matches.get(line.number) ?? [];
  const chosen = choices.byLine.get(line.number);
  if (chosen === 'left-out') return notAdded({ type: 'left-out' });
  if (chosen === 'typed' && !line.isBareLink)
    return asTyped(line, { title: line.typed, creators: [], year: null }, null, choices);
  if (line.isHeading) return notAdded({ type: 'heading' });
  const meaning = meaningOf(found, choices.kind ?? line.kind);
  const likeliest = likeliestReading(line, found);
  if (meaning.verdict === 'same') {
    const same = recognised(line, meaning.reading, meaning.entry, meaning.by, choices);
    const twin = twins.find(same.outcome.item);
    if (twin.verdict === 'none') return same;
    if (twin.verdict === 'same') return notAdded({ type: 'there', item: twin.item });
    return decided(line, likeliest, [...twin.candidates, { ...meaning, type: 'entry', evidence: [] }], choices);
  }
  const twin = twinOf(line, twins, choices);
  if (twin.verdict === 'same') return notAdded({ type: 'there', item: twin.item });
  const entries = meaning.verdict === 'none' ? [] : meaning.candidates;
  return decided(
    line,
    likeliest,
    [
      ...(twin.verdict === 'none' ? [] : twin.candidates),
      ...entries.map((candidate): PasteCandidate => {
        // One that the library has stands there as what the library has.
        const own = twins.find(recognised(line, candidate.reading, candidate.entry, 'owner', choices).outcome.item);
        return own.verdict === 'same'
          ? { type: 'item', item: own.item, evidence: candidate.evidence }
          : { ...candidate, type: 'entry' };
      }),
    ],
    choices,
  );
}

/** Of the kind that the list says, else of any. */
function twinOf({ readings, kind }: PastedLine, twins: LibraryTwins, choices: PasteChoices): Twin {
  const ofKind = twins.findReading(readings, choices.kind ?? kind);
  return ofKind.verdict === 'none' && choices.kind === null ? twins.findReading(readings, null) : ofKind;
}

/** By the owner's answer; without one the line is added as it reads, and nothing is merged. */
function decided(
  line: PastedLine,
  likeliest: LineReading,
  named: readonly PasteCandidate[],
  choices: PasteChoices,
): Decided {
  const candidates = named.filter(
    (candidate, place) =>
      candidate.type === 'entry' ||
      named.findIndex((other) => other.type === 'item' && other.item.id === candidate.item.id) === place,
  );
  const answer = choices.answers.get(line.number);
  if (line.isBareLink && (candidates.length === 0 || answer === 'none')) return notAdded({ type: 'link' });
  if (candidates.length === 0) return asTyped(line, likeliest, line.rating, choices);
  if (answer === 'none') return asTyped(line, likeliest, line.rating, choices, candidates);
  const chosen = answer === undefined ? undefined : candidates[answer];
  if (chosen?.type === 'item') return notAdded({ type: 'there', item: chosen.item });
  if (chosen?.type === 'entry') return recognised(line, chosen.reading, chosen.entry, 'owner', choices);
  const { addition, outcome } = asTyped(line, likeliest, line.rating, choices);
  const { isBareLink: isOnlyLink } = line;
  return {
    addition: isOnlyLink ? null : addition,
    outcome: { type: 'doubtful', item: outcome.item, candidates, isOnlyLink },
  };
}

/** What a line says, and what the catalogue knows besides. */
function recognised(
  { rating, url }: PastedLine,
  reading: LineReading,
  entry: CatalogueEntry,
  by: FoundBy,
  { kind }: PasteChoices,
) {
  const { title } = reading.isOnlyLookedUp === true ? entry : reading;
  const item = readingAsItem({ ...reading, title }, kind, url);
  const fill = by === 'owner' ? confirmedFill(item, entry) : wholeFill(item, entry, by);
  const outcome = { type: 'recognised', item: filledIn(item, fill), by } as const;
  return { outcome, addition: { draft: draftOf(item, rating), fill }, keys: entryKeys(entry) };
}

/** @param different what the owner said it is not */
function asTyped(
  line: PastedLine,
  reading: LineReading,
  ownRating: number | null,
  { kind, unknownKind }: PasteChoices,
  different: readonly PasteCandidate[] = [],
) {
  const item = readingAsItem(reading, kind ?? line.kind ?? unknownKind, line.url);
  const entries = different.flatMap((candidate) => (candidate.type === 'entry' ? entryKeys(candidate.entry) : []));
  const things = different.flatMap((candidate) => (candidate.type === 'item' ? [candidate.item.id] : []));
  const said = {
    ...(entries.length === 0 ? {} : { catalogue: { ...NO_LINK, different: entries } }),
    ...(things.length === 0 ? {} : { twins: { ...NO_ANSWERS, different: things } }),
  };
  return {
    outcome: { type: 'typed', item } as const,
    addition: { draft: { ...draftOf(item, ownRating), ...said }, fill: null },
  };
}

const draftOf = ({ title, kind, creators, year, identifiers, url }: Item, ownRating: number | null): ItemDraft => ({
  title,
  kind,
  creators,
  year,
  identifiers,
  url,
  ownRating,
});

/** True: the line puts something where the lines go that is not there yet, as far as is known here. */
export const willBeThere = ({ outcome, addition }: PlannedLine, { type }: PasteDestination): boolean =>
  addition !== null || (outcome.type === 'there' && !(type === 'library' && outcome.item.inLibrary));

/** Ratings are the owner's, so they go into the library alone. What is new in a list belongs to the library too. */
export function pastePlan(planned: readonly PlannedLine[], destination: PasteDestination): PastePlan {
  const inLibrary = destination.type !== 'loves';
  const things = planned.flatMap(({ outcome, addition }): PastePlan['things'] => {
    if (outcome.type === 'there') return [outcome.item.id];
    if (addition === null) return [];
    const { draft, fill } = addition;
    const ownRating = destination.type === 'library' ? (draft.ownRating ?? null) : null;
    return [{ draft: { ...draft, ownRating, inLibrary }, fill }];
  });
  return { things, destination };
}
