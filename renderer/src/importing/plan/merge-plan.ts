import type { TasteEvent, TasteEventDraft } from '../../domain/event';
import { compareEvents } from '../../domain/event-order';
import { OWNER_ID, type ItemId } from '../../domain/ids';
import { withoutFilled, withoutSameFacts } from '../../domain/enrichment';
import { patchFields } from '../../domain/item-fields/merge-fields';
import type { Item, ItemDraft, ItemPatch } from '../../domain/item';
import type {
  DoubtfulRow,
  ImportPlan,
  PlannedAddition,
  PlannedChange,
  PlannedList,
  PossibleTwin,
} from '../../domain/import-plan';
import type { ImportAnalysis, ImportedList, ImportedRow } from '../../domain/imported-row';
import { createPreparer, type Preparer } from '../../identity/prepared-thing';
import { ThingIndex, type DoubtfulCandidate } from '../../identity/thing-index';
import { matchThings } from '../../identity/match-things';
import { createPacer, type Pacer } from '../pacer';
import { mergeTwo } from './merge-rows';

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

/** The rating of the owner that counts of each item, and where it came from: two that became one have two. */
function latestRatings(events: readonly TasteEvent[]): ReadonlyMap<ItemId, TasteEvent> {
  const latest = new Map<ItemId, TasteEvent>();
  for (const event of events) {
    if (event.personId !== OWNER_ID || event.type !== 'rated') continue;
    const known = latest.get(event.itemId);
    if (known === undefined || compareEvents(known, event) < 0) latest.set(event.itemId, event);
  }
  return latest;
}

/**
 * May the export's rating replace the item's? One that came from this same source may, unless the export is older; one
 * from anywhere else only if the export's is dated after it was written down.
 */
function ratingIsNewer(row: ImportedRow, item: Item, last: TasteEvent | undefined, source: string): boolean {
  const ratedAt = row.ratedAt ?? row.finishedAt;
  if (last?.source === source) return ratedAt === null || last.at === null || ratedAt >= last.at;
  return ratedAt !== null && ratedAt > (last?.recordedAt ?? item.updatedAt);
}

/**
 * Only what differs and is stronger: blanks are filled, tags added, nothing emptied. What the catalogue had filled in
 * counts as blank, so that an export goes over it.
 */
function patchOf(row: ImportedRow, item: Item, last: TasteEvent | undefined, source: string): ItemPatch {
  const context = { title: item.title, ratingIsNewer: ratingIsNewer(row, item, last, source) };
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

/**
 * The added rows that may be a thing of the library or of another row.
 * @param added with the items that each may be @param itemOf the items of the rows that are no additions
 */
async function doubtfulRows(
  rows: readonly ImportedRow[],
  added: ReadonlyMap<ImportedRow, readonly DoubtfulCandidate<Item>[]>,
  itemOf: ReadonlyMap<ImportedRow, ItemId>,
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
      facts: { kind, title, creators, year },
      evidence,
    }));
    const mightBe = [...twins, ...others.filter(({ itemId }) => itemId === null || !known.has(itemId))];
    if (mightBe.length > 0) doubtful.push({ row, mightBe });
    index.add(row);
  }
  return doubtful;
}

/** @param itemOf the items of the rows that are no additions */
function plannedList(
  { title, description, entries }: ImportedList,
  rows: readonly ImportedRow[],
  additions: readonly PlannedAddition[],
  itemOf: ReadonlyMap<ImportedRow, ItemId>,
): PlannedList {
  const additionOf = new Map(additions.map((addition) => [addition.row, addition]));
  const thingOf = (row: ImportedRow): ItemId | PlannedAddition | undefined => itemOf.get(row) ?? additionOf.get(row);
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
 */
export async function planImport(
  analysis: ImportAnalysis,
  existing: readonly Item[],
  now: number,
  ownerEvents: readonly TasteEvent[] = [],
  pacer: Pacer = createPacer(),
  prepare: Preparer = createPreparer(),
): Promise<ImportPlan> {
  const { source, sourceLabel, rows, list } = analysis;
  const { matched, unmatched: added } = await matchThings(rows, existing, prepare, pacer.yieldIfDue);
  const ratings = latestRatings(ownerEvents);
  // Needed only to name the items of rows, and that only beside additions or in a list.
  const itemOf = new Map<ImportedRow, ItemId>();
  const needsItems = added.size > 0 || list !== null;
  const changes: PlannedChange[] = [];
  let unchangedCount = 0;
  let place = 0;
  for (const [item, matches] of matched) {
    if (place % ROWS_PER_STEP === 0) await pacer.yieldIfDue();
    place += 1;
    if (needsItems) for (const match of matches) itemOf.set(match, item.id);
    if (list !== null) {
      unchangedCount += matches.length;
      continue;
    }
    // Merged, so that one change stands for all of them.
    const row = matches.reduce(mergeTwo);
    const patch = patchOf(row, item, ratings.get(item.id), source);
    if (Object.keys(patch).length === 0) unchangedCount += matches.length;
    else {
      changes.push({ row, itemId: item.id, patch, event: eventOfChange(row, patch, item, source) });
      unchangedCount += matches.length - 1;
    }
  }
  const additions: PlannedAddition[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % ROWS_PER_STEP === 0) await pacer.yieldIfDue();
    if (added.has(row)) additions.push({ row, draft: draftOf(row, source, now), event: eventOf(row, source) });
  }
  return {
    source,
    sourceLabel,
    additions,
    changes,
    unchangedCount,
    doubtful: await doubtfulRows(rows, added, itemOf, prepare, pacer),
    list: list === null ? null : plannedList(list, rows, additions, itemOf),
  };
}
