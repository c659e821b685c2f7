import type { TasteEvent, TasteEventDraft } from '../../domain/event';
import { compareEvents } from '../../domain/event-order';
import { OWNER_ID, type ItemId } from '../../domain/ids';
import { withoutFilled, withoutSameFacts } from '../../domain/enrichment';
import { patchFields } from '../../domain/item-fields/merge-fields';
import type { Item, ItemDraft, ItemPatch } from '../../domain/item';
import type {
  DoubtfulRow,
  ImportPlan,
  NamedThing,
  PlannedAddition,
  PlannedChange,
  PlannedList,
  PossibleTwin,
  RowAnswers,
} from '../../domain/import-plan';
import type { ImportAnalysis, ImportedList, ImportedRow } from '../../domain/imported-row';
import { createPreparer, type Preparer } from '../../identity/prepared-thing';
import { ThingIndex, type DoubtfulCandidate } from '../../identity/thing-index';
import { matchThings, type ThingMatches } from '../../identity/match-things';
import { createPacer, type Pacer } from '../pacer';
import { mergeTwo } from './merge-rows';
import { differentPairs, rememberedParts, rememberedSame } from './remembered-answers';
import { NOTHING_SETTLED, settledRows, type Settled, type SettledRows } from './settled-rows';

/** After so many rows it is asked whether to pause; that takes well below a millisecond. */
const ROWS_PER_STEP = 100;

type OwnerEvent = Omit<TasteEventDraft, 'itemId'>;

/** What the row states of the owner, dated as well as the export allows; null where it states nothing. */
function eventOf(row: ImportedRow, source: string): OwnerEvent | null {
  const stated = { personId: OWNER_ID, source };
  const metAt = row.finishedAt ?? row.ratedAt ?? row.addedAt;
  if (row.ownRating !== null) return { ...stated, type: 'rated', rating: row.ownRating, at: metAt };
  if (row.disliked === true) return { ...stated, type: 'disliked', at: metAt };
  if (row.liked === true) return { ...stated, type: 'liked', at: metAt };
  switch (row.status) {
    case 'finished':
      return { ...stated, type: 'finished', at: metAt };
    case 'abandoned':
      return { ...stated, type: 'abandoned', at: metAt };
    case 'wanted':
      return { ...stated, type: 'wanted', at: row.addedAt };
    case 'none':
    case 'in-progress':
      return null;
  }
}

function draftOf(row: ImportedRow, source: string, now: number): ItemDraft {
  const {
    file: _file,
    line: _line,
    ratedAt: _ratedAt,
    liked: _liked,
    disliked: _disliked,
    plays: _plays,
    finishedDates: _dates,
    addedAt,
    ...facts
  } = row;
  return { ...facts, source, addedAt: addedAt ?? now };
}

/** The owner's ratings of each item, the one that counts last: what was two things has two. */
function ratingsByItem(events: readonly TasteEvent[]): ReadonlyMap<ItemId, readonly TasteEvent[]> {
  const ratings = new Map<ItemId, readonly TasteEvent[]>();
  for (const event of events) {
    if (event.personId !== OWNER_ID || event.type !== 'rated') continue;
    const known = ratings.get(event.itemId);
    ratings.set(event.itemId, known === undefined ? [event] : [...known, event].sort(compareEvents));
  }
  return ratings;
}

/**
 * May the export's rating replace the item's? One that came from this same source may, unless the export is older; one
 * from anywhere else only if the export's is dated after it was written down. One that is kept beside the rating that
 * counts, because two things became one, is nothing new.
 */
function ratingIsNewer(row: ImportedRow, item: Item, ratings: readonly TasteEvent[], source: string): boolean {
  const last = ratings.at(-1);
  const beside = ratings.slice(0, -1);
  if (beside.some((event) => event.source === source && event.rating === row.ownRating)) return false;
  const ratedAt = row.ratedAt ?? row.finishedAt;
  if (last?.source === source) return ratedAt === null || last.at === null || ratedAt >= last.at;
  return ratedAt !== null && ratedAt > (last?.recordedAt ?? item.updatedAt);
}

/**
 * Only what differs and is stronger: blanks are filled, tags added, nothing emptied. What the catalogue had filled in
 * counts as blank, so that an export goes over it.
 */
function patchOf(row: ImportedRow, item: Item, ratings: readonly TasteEvent[], source: string): ItemPatch {
  const context = { title: item.title, ratingIsNewer: ratingIsNewer(row, item, ratings, source) };
  const patch = withoutSameFacts(item, patchFields(withoutFilled(item), row, context));
  return item.inLibrary ? patch : { inLibrary: true, ...patch };
}

/** The event a change brings: only where it changes what is known of the owner's opinion or progress. */
function eventOfChange(row: ImportedRow, patch: ItemPatch, item: Item, source: string): OwnerEvent | null {
  if (patch.ownRating !== undefined) return eventOf(row, source);
  if (patch.status === undefined && patch.inLibrary === undefined) return null;
  // The rating of a rated item implies "finished".
  return item.ownRating === null ? eventOf({ ...row, ownRating: null }, source) : null;
}

/** Things of the library as the preview names them. */
const possibleTwins = (candidates: readonly DoubtfulCandidate<Item>[]): readonly PossibleTwin[] =>
  candidates.map(({ thing: { id, kind, title, creators, year }, evidence }) => ({
    itemId: id,
    row: null,
    facts: { kind, title, creators, year },
    evidence,
  }));

/**
 * Which rows share a title, a title before a subtitle or an id with another row: most stand alone in a file, and those
 * need no looking up.
 */
async function rowsWithNamesake(
  rows: readonly ImportedRow[],
  prepare: Preparer,
  pacer: Pacer,
): Promise<ReadonlySet<ImportedRow>> {
  const firstWithTitle = new Map<string, ImportedRow>();
  const firstWithId = new Map<string, ImportedRow>();
  const found = new Set<ImportedRow>();
  const meet = (key: string, row: ImportedRow, firstWith: Map<string, ImportedRow>): void => {
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, row);
    else found.add(first).add(row);
  };
  for (const [place, row] of rows.entries()) {
    if (place % ROWS_PER_STEP === 0) await pacer.yieldIfDue();
    const { titleKeys, baseKeys, identifiers } = prepare(row);
    for (const key of titleKeys) meet(key, row, firstWithTitle);
    for (const key of baseKeys) meet(key, row, firstWithTitle);
    for (const { key } of identifiers) meet(key, row, firstWithId);
  }
  return found;
}

/** Said of this row as it was read, or of the other one. */
function isSaidDifferent(
  part: ImportedRow,
  twin: PossibleTwin,
  { answers, things }: Settled,
  rowOf: (row: ImportedRow) => ImportedRow,
): boolean {
  const isTwin = (named: NamedThing): boolean => {
    const id = typeof named === 'string' ? named : things.get(named);
    if (id !== undefined) return id === twin.itemId;
    return typeof named !== 'string' && twin.row !== null && rowOf(named) === rowOf(twin.row);
  };
  const ofOther = twin.row === null ? undefined : answers.get(twin.row)?.different;
  return (
    answers.get(part)?.different.some(isTwin) === true ||
    ofOther?.some((named) => typeof named !== 'string' && rowOf(named) === rowOf(part)) === true
  );
}

/**
 * The added rows that may be a thing of the library or of another row.
 * @param added with the items that each may be @param itemOf the items of the rows that are no additions
 */
async function doubtfulRows(
  added: ReadonlyMap<ImportedRow, readonly DoubtfulCandidate<Item>[]>,
  itemOf: ReadonlyMap<ImportedRow, ItemId>,
  { rows, partsOf, rowOf }: SettledRows,
  settled: Settled,
  prepare: Preparer,
  pacer: Pacer,
): Promise<readonly DoubtfulRow[]> {
  if (added.size === 0) return [];
  const index = new ThingIndex<ImportedRow>('one-source', prepare);
  const namesakes = await rowsWithNamesake(rows, prepare, pacer);
  for (const [place, row] of rows.entries()) {
    if (place % ROWS_PER_STEP === 0) await pacer.yieldIfDue();
    if (!added.has(row) && namesakes.has(row)) index.add(row);
  }
  const asRead = (row: ImportedRow): ImportedRow => partsOf.get(row)?.[0] ?? row;
  const doubtful: DoubtfulRow[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % ROWS_PER_STEP === 0) await pacer.yieldIfDue();
    const candidates = added.get(row);
    if (candidates === undefined || (candidates.length === 0 && !namesakes.has(row))) continue;
    const twins = possibleTwins(candidates);
    const match = index.find(row);
    const known = new Set<ItemId | null>(twins.map(({ itemId }) => itemId));
    const inFile = match.verdict === 'doubtful' ? match.candidates : [];
    const others = inFile.map(({ thing: { kind, title, creators, year }, evidence, thing }): PossibleTwin => ({
      itemId: itemOf.get(thing) ?? null,
      row: itemOf.has(thing) ? null : asRead(thing),
      facts: { kind, title, creators, year },
      evidence,
    }));
    const isOpen = (twin: PossibleTwin): boolean =>
      !(partsOf.get(row) ?? [row]).some((part) => isSaidDifferent(part, twin, settled, rowOf));
    const mightBe = [...twins, ...others.filter(({ itemId }) => itemId === null || !known.has(itemId))].filter(isOpen);
    if (mightBe.length > 0) doubtful.push({ row: asRead(row), mightBe });
    index.add(row);
  }
  return doubtful;
}

/** Those of these rows alone. */
const ownAnswers = (answers: RowAnswers, rows: readonly ImportedRow[]): RowAnswers =>
  answers.size === 0 ? answers : new Map(rows.flatMap((row) => pairOf(row, answers.get(row))));

const pairOf = <Value>(row: ImportedRow, value: Value | undefined): readonly (readonly [ImportedRow, Value])[] =>
  value === undefined ? [] : [[row, value]];

/** The matches with the things that rows were said to be. */
function withThings(
  { matched, unmatched }: ThingMatches<ImportedRow, Item>,
  thingOf: ReadonlyMap<ImportedRow, ItemId>,
  existing: readonly Item[],
): {
  readonly matched: ThingMatches<ImportedRow, Item>['matched'];
  readonly added: ThingMatches<ImportedRow, Item>['unmatched'];
} {
  if (thingOf.size === 0) return { matched, added: unmatched };
  const wanted = new Set(thingOf.values());
  const items = new Map(existing.filter(({ id }) => wanted.has(id)).map((item) => [item.id, item]));
  const [both, added] = [new Map(matched), new Map(unmatched)];
  for (const [row, id] of thingOf) {
    const item = items.get(id);
    // Deleted since, or a row that is certain by now.
    if (item === undefined || !added.delete(row)) continue;
    both.set(item, [...(both.get(item) ?? []), row]);
  }
  return { matched: both, added };
}

/** @param thingOf what a row as it was read becomes */
function plannedList(
  { title, description, entries }: ImportedList,
  rows: readonly ImportedRow[],
  thingOf: (row: ImportedRow) => ItemId | PlannedAddition | undefined,
): PlannedList {
  const rowAt = new Map(rows.map((row) => [row.line, row]));
  const annotations = new Map<ItemId | PlannedAddition, string>();
  for (const { line, annotation } of entries) {
    const row = rowAt.get(line);
    const thing = row === undefined ? undefined : thingOf(row);
    if (thing !== undefined && !annotations.has(thing)) annotations.set(thing, annotation);
  }
  return { title, description, entries: [...annotations].map(([thing, annotation]) => ({ thing, annotation })) };
}

/**
 * What an import would do to the library. `existing` is every item, those known only through friends too; `ownerEvents`
 * are the owner's, which tell a rating typed here from one imported earlier. Applying the same analysis a second time
 * plans nothing, but for its list. A list adds what the library lacks and changes nothing that is there. Linear in rows
 * plus items. Rejects only with `cancelled`, by the pacer.
 * @param prepare the one that the analysis was made with, if it is still at hand: it knows the rows already
 * @param settled what was said of doubtful rows, which are no longer in doubt
 */
export async function planImport(
  analysis: ImportAnalysis,
  existing: readonly Item[],
  now: number,
  ownerEvents: readonly TasteEvent[] = [],
  pacer: Pacer = createPacer(),
  prepare: Preparer = createPreparer(),
  settled: Settled = NOTHING_SETTLED,
): Promise<ImportPlan> {
  const { source, sourceLabel, list } = analysis;
  const settledAs = settledRows(analysis.rows, settled);
  const { rows, partsOf, thingOf, rowOf } = settledAs;
  const found = await matchThings(rows, existing, prepare, pacer.yieldIfDue);
  const { matched, added } = withThings(found, thingOf, existing);
  const ratings = ratingsByItem(ownerEvents);
  // Needed only to name the items of rows, and that only beside additions or in a list.
  const itemOf = new Map<ImportedRow, ItemId>();
  const needsItems = added.size > 0 || list !== null || settled.answers.size > 0;
  const changes: PlannedChange[] = [];
  let unchangedCount = 0;
  let place = 0;
  for (const [item, matches] of matched) {
    if (place % ROWS_PER_STEP === 0) await pacer.yieldIfDue();
    place += 1;
    if (needsItems) for (const match of matches) itemOf.set(match, item.id);
    const said = matches.filter((match) => thingOf.has(match) || partsOf.has(match));
    const remembered =
      said.length === 0
        ? {}
        : rememberedSame(
            item,
            said.flatMap((match) => partsOf.get(match) ?? [match]),
          );
    // Merged, so that one change stands for all of them.
    const row = matches.reduce(mergeTwo);
    const facts = list === null ? patchOf(row, item, ratings.get(item.id) ?? [], source) : {};
    const patch = { ...facts, ...remembered };
    if (Object.keys(patch).length === 0) unchangedCount += matches.length;
    else {
      changes.push({ row, itemId: item.id, patch, event: eventOfChange(row, facts, item, source) });
      unchangedCount += matches.length - 1;
    }
  }
  const additions: PlannedAddition[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % ROWS_PER_STEP === 0) await pacer.yieldIfDue();
    if (!added.has(row)) continue;
    const [parts, draft, event] = [partsOf.get(row), draftOf(row, source, now), eventOf(row, source)];
    additions.push(
      parts === undefined ? { row, draft, event } : { row, parts, draft: rememberedParts(draft, row, parts), event },
    );
  }
  const additionOf = new Map(additions.map((addition) => [addition.row, addition]));
  const becomes = (row: ImportedRow): ItemId | PlannedAddition | undefined =>
    itemOf.get(rowOf(row)) ?? additionOf.get(rowOf(row)) ?? settled.things.get(row);
  return {
    source,
    sourceLabel,
    additions,
    changes,
    unchangedCount,
    doubtful: await doubtfulRows(added, itemOf, settledAs, settled, prepare, pacer),
    different: differentPairs(ownAnswers(settled.answers, analysis.rows), becomes),
    list: list === null ? null : plannedList(list, analysis.rows, becomes),
  };
}
