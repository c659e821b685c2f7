import type { CatalogueEntry } from '../../domain/catalogue';
import { NO_LINK } from '../../domain/catalogue-link';
import { filledIn } from '../../domain/enrichment';
import type { IdentityEvidence } from '../../domain/identity-evidence';
import type { ItemId } from '../../domain/ids';
import type { Item, ItemDraft } from '../../domain/item';
import type { PasteDestination, PastedAddition, PastePlan } from '../../domain/paste-plan';
import { ThingIndex } from '../../identity/thing-index';
import type { LineReading } from '../../importing/pasted/line-readings';
import type { PastedLine } from '../../importing/pasted/pasted-lines';
import { entryKeys } from '../catalogue/entry-keys';
import { confirmedFill, wholeFill, type FoundBy } from '../catalogue/plan-enrichment';
import type { LibraryTwins, Twin } from './library-twins';
import { meaningOf } from './line-meaning';
import { readingAsItem, type LineMatches } from './look-up-lines';

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
  | { readonly type: 'doubtful'; readonly item: Item; readonly candidates: readonly PasteCandidate[] }
  | { readonly type: 'typed'; readonly item: Item }
  | { readonly type: 'there'; readonly item: Item }
  /** The same thing as an earlier line. */
  | { readonly type: 'repeat'; readonly of: number }
  | { readonly type: 'heading' }
  | { readonly type: 'too-long' }
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
  const chosen = choices.byLine.get(line.number);
  if (chosen === 'left-out') return notAdded({ type: 'left-out' });
  if (chosen === 'typed') return asTyped(line, { title: line.typed, creators: [], year: null }, null, choices);
  if (line.isHeading) return notAdded({ type: 'heading' });
  const meaning = meaningOf(matches.get(line.number) ?? [], choices.kind ?? line.kind);
  if (meaning.verdict === 'same') {
    const found = recognised(meaning.reading, meaning.entry, meaning.by, line.rating, choices);
    const twin = twins.find(found.outcome.item);
    if (twin.verdict === 'none') return found;
    if (twin.verdict === 'same') return notAdded({ type: 'there', item: twin.item });
    return decided(line, [...twin.candidates, { ...meaning, type: 'entry', evidence: [] }], choices);
  }
  const twin = twinOf(line, twins, choices);
  if (twin.verdict === 'same') return notAdded({ type: 'there', item: twin.item });
  const entries = meaning.verdict === 'none' ? [] : meaning.candidates;
  return decided(
    line,
    [
      ...(twin.verdict === 'none' ? [] : twin.candidates),
      ...entries.map((candidate): PasteCandidate => {
        // One that the library has stands there as what the library has.
        const own = twins.find(recognised(candidate.reading, candidate.entry, 'owner', null, choices).outcome.item);
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
function decided(line: PastedLine, named: readonly PasteCandidate[], choices: PasteChoices): Decided {
  const candidates = named.filter(
    (candidate, place) =>
      candidate.type === 'entry' ||
      named.findIndex((other) => other.type === 'item' && other.item.id === candidate.item.id) === place,
  );
  const [likeliest = { title: line.typed, creators: [], year: null }] = line.readings;
  if (candidates.length === 0) return asTyped(line, likeliest, line.rating, choices);
  const answer = choices.answers.get(line.number);
  if (answer === 'none')
    return asTyped(
      line,
      likeliest,
      line.rating,
      choices,
      candidates.flatMap((candidate) => (candidate.type === 'entry' ? entryKeys(candidate.entry) : [])),
    );
  const chosen = answer === undefined ? undefined : candidates[answer];
  if (chosen?.type === 'item') return notAdded({ type: 'there', item: chosen.item });
  if (chosen?.type === 'entry') return recognised(chosen.reading, chosen.entry, 'owner', line.rating, choices);
  const { addition, outcome } = asTyped(line, likeliest, line.rating, choices);
  return { addition, outcome: { type: 'doubtful', item: outcome.item, candidates } };
}

/** What a line says, and what the catalogue knows besides. */
function recognised(
  reading: LineReading,
  entry: CatalogueEntry,
  by: FoundBy,
  ownRating: number | null,
  { kind }: PasteChoices,
) {
  const item = readingAsItem(reading, kind);
  const fill = by === 'owner' ? confirmedFill(item, entry) : wholeFill(item, entry, by);
  const outcome = { type: 'recognised', item: filledIn(item, fill), by } as const;
  return { outcome, addition: { draft: draftOf(item, ownRating), fill }, keys: entryKeys(entry) };
}

/** @param different keys of entries that the owner said it is not */
function asTyped(
  line: PastedLine,
  reading: LineReading,
  ownRating: number | null,
  { kind, unknownKind }: PasteChoices,
  different: readonly string[] = [],
) {
  const item = readingAsItem(reading, kind ?? line.kind ?? unknownKind);
  const link = different.length === 0 ? {} : { catalogue: { ...NO_LINK, different } };
  return {
    outcome: { type: 'typed', item } as const,
    addition: { draft: { ...draftOf(item, ownRating), ...link }, fill: null },
  };
}

const draftOf = ({ title, kind, creators, year }: Item, ownRating: number | null): ItemDraft => ({
  title,
  kind,
  creators,
  year,
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
