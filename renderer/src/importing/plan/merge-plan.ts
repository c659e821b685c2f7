import type { TasteEvent, TasteEventDraft } from '../../domain/event';
import { OWNER_ID, type ItemId } from '../../domain/ids';
import { finishedDaysStandUntil, withoutSaidByHand } from '../../domain/by-hand';
import { withoutFilled, withoutSameFacts } from '../../domain/enrichment';
import { lastRated } from '../../domain/event-order';
import { patchFields } from '../../domain/item-fields/merge-fields';
import type { Item, ItemDraft, ItemPatch } from '../../domain/item';
import type {
  EarlierRating,
  ImportPlan,
  PlannedAddition,
  PlannedChange,
  PlannedList,
  RowAnswers,
  TrashedRow,
} from '../../domain/import-plan';
import type { ImportAnalysis, ImportedList, ImportedRow } from '../../domain/imported-row';
import { createPreparer, type Preparer } from '../../identity/prepared-thing';
import { matchThings, type ThingMatches } from '../../identity/match-things';
import { createPacer, type Pacer } from '../pacer';
import { doubtfulRows } from './doubtful-rows';
import { daysMet, otherFinishedDays } from './finished-days';
import { mergeTwo } from './merge-rows';
import { settledNamesakes } from './namesakes';
import { differentPairs, rememberedParts, rememberedSame } from './remembered-answers';
import { NOTHING_SETTLED, settledRows, type Settled } from './settled-rows';

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
    otherRatings: _otherRatings,
    addedAt,
    ...facts
  } = row;
  return { ...facts, source, addedAt: addedAt ?? now };
}

/** The owner's ratings of each item. */
async function ratingsOf(
  events: readonly TasteEvent[],
  pacer: Pacer,
): Promise<ReadonlyMap<ItemId, readonly TasteEvent[]>> {
  const found = new Map<ItemId, TasteEvent[]>();
  await pacer.each(events, (event) => {
    if (event.personId !== OWNER_ID || event.type !== 'rated') return;
    const known = found.get(event.itemId);
    if (known === undefined) found.set(event.itemId, [event]);
    else known.push(event);
  });
  return found;
}

const NO_RATINGS: readonly TasteEvent[] = [];
const NO_DAYS: ReadonlyMap<ItemId, readonly number[]> = new Map();
/** Ratings that no export brought. */
const GIVEN_HERE: ReadonlySet<string> = new Set(['manual', 'sample', 'share']);

const ratedAtOf = (row: ImportedRow): number | null => row.ratedAt ?? row.finishedAt;

/**
 * May the export's rating replace the item's? One that came from this same source may, unless the export is older; of
 * two services the later rating counts; one that was given here gives way only to one that is dated after it. One that
 * is kept beside the rating that counts is nothing new.
 */
function ratingIsNewer(row: ImportedRow, item: Item, known: readonly TasteEvent[], source: string): boolean {
  const last = lastRated(known);
  const isBeside = (event: TasteEvent): boolean => event !== last && event.source === source;
  if (known.some((event) => isBeside(event) && event.rating === row.ownRating)) return false;
  const ratedAt = ratedAtOf(row);
  if (last?.source === source) return ratedAt === null || last.at === null || ratedAt >= last.at;
  if (ratedAt === null) return false;
  if (last === null) return ratedAt > item.updatedAt;
  return ratedAt > (GIVEN_HERE.has(last.source) ? last.recordedAt : (last.at ?? -Infinity));
}

/**
 * Only what differs and is stronger: blanks are filled, tags added, nothing emptied, and what the owner said by hand
 * stands. What the catalogue had filled in counts as blank, so that an export goes over it.
 */
function patchOf(row: ImportedRow, item: Item, known: readonly TasteEvent[], source: string): ItemPatch {
  const context = {
    title: item.title,
    ratingIsNewer: ratingIsNewer(row, item, known, source),
    provesFinished: row.finishedAt !== null || row.ownRating !== null,
  };
  const patch = withoutSaidByHand(withoutSameFacts(item, patchFields(withoutFilled(item), row, context)), item, {
    ratedAt: ratedAtOf(row),
    finishedAt: row.finishedAt,
  });
  return item.inLibrary ? patch : { inLibrary: true, ...patch };
}

/** The ratings of a row that do not count, as events before the one that does. */
function earlierRatingsOf(
  ratings: NonNullable<ImportedRow['otherRatings']>,
  counts: { readonly at: number | null; readonly recordedAt: number },
  source: string,
  known: readonly TasteEvent[] = NO_RATINGS,
): readonly EarlierRating[] {
  return ratings
    .map(({ rating, at }) => ({
      personId: OWNER_ID,
      source,
      type: 'rated' as const,
      rating,
      // No later than the one that counts, whose day may be that of finishing.
      at: at === null || counts.at === null ? null : Math.min(at, counts.at),
      recordedAt: counts.recordedAt - 1,
    }))
    .filter(
      (one) => !known.some(({ rating, at, source: from }) => rating === one.rating && at === one.at && from === source),
    );
}

/** Those that a row brings to a thing that is rated otherwise. */
function ratingsBeside(
  row: ImportedRow,
  item: Item,
  change: { readonly patch: ItemPatch; readonly event: OwnerEvent | null },
  known: readonly TasteEvent[],
  { source, now }: { readonly source: string; readonly now: number },
): readonly EarlierRating[] {
  const others = row.otherRatings ?? [];
  if (change.patch.ownRating !== undefined)
    return earlierRatingsOf(others, { at: change.event?.at ?? null, recordedAt: now }, source, known);
  // Taken back by hand: none counts, and none is brought back.
  if (item.ownRating === null) return [];
  const isOther = row.ownRating !== null && row.ownRating !== item.ownRating;
  const all = isOther ? [...others, { rating: row.ownRating, at: ratedAtOf(row) }] : others;
  const last = lastRated(known);
  if (last === null) return [];
  return earlierRatingsOf(
    all.filter(({ rating }) => rating !== item.ownRating),
    last,
    source,
    known,
  );
}

/** The days of a row on which it was finished, but those that another event stands for. */
function finishedBeside(
  { finishedDates = [] }: ImportedRow,
  event: OwnerEvent | null,
  earlierRatings: readonly EarlierRating[],
  met: readonly number[] = [],
  after = -Infinity,
): Pick<PlannedChange, 'finishedOn'> {
  if (finishedDates.length === 0) return {};
  const dated = [event, ...earlierRatings].flatMap((one) =>
    one === null || one.type === 'wanted' ? [] : (one.at ?? []),
  );
  const finishedOn = otherFinishedDays(finishedDates, [...met, ...dated], after);
  return finishedOn.length === 0 ? {} : { finishedOn };
}

/** The event a change brings: only where it changes what is known of the owner's opinion or progress. */
function eventOfChange(row: ImportedRow, patch: ItemPatch, item: Item, source: string): OwnerEvent | null {
  if (patch.ownRating !== undefined) return eventOf(row, source);
  if (patch.status === undefined && patch.inLibrary === undefined) return null;
  // The rating of a rated item implies "finished".
  return item.ownRating === null ? eventOf({ ...row, ownRating: null }, source) : null;
}

/** The rows whose things lie in the trash, and in the library no more. */
async function trashedRows(
  rows: readonly ImportedRow[],
  inTrash: readonly Item[],
  prepare: Preparer,
  pacer: Pacer,
): Promise<readonly TrashedRow[]> {
  if (inTrash.length === 0) return [];
  const { matched } = await matchThings(rows, inTrash, prepare, pacer.yieldIfDue);
  return [...matched].flatMap(([{ id, title }, found]) => found.map((row) => ({ row, itemId: id, title })));
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

const without = <Key, Value>(all: ReadonlyMap<Key, Value>, some: ReadonlySet<Key>): ReadonlyMap<Key, Value> =>
  new Map([...all].filter(([key]) => !some.has(key)));

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
 * @param inTrash things of the trash: what a row says of them is not added again
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
  inTrash: readonly Item[] = [],
): Promise<ImportPlan> {
  const { source, sourceLabel, list } = analysis;
  const settledAs = settledRows(analysis.rows, settled);
  const { rows, partsOf, thingOf, rowOf } = settledAs;
  const found = await matchThings(rows, existing, prepare, pacer.yieldIfDue);
  const { matched, added: unmatched } = withThings(found, thingOf, existing);
  // A list is somebody's whole list: what it names is there, whatever lies in the trash.
  const trashed = list === null ? await trashedRows([...unmatched.keys()], inTrash, prepare, pacer) : [];
  const added = trashed.length === 0 ? unmatched : without(unmatched, new Set(trashed.map(({ row }) => row)));
  const ratings = await ratingsOf(ownerEvents, pacer);
  // Needed only to name the items of rows, and that only beside additions or in a list.
  const itemOf = new Map<ImportedRow, ItemId>();
  const needsItems = added.size > 0 || list !== null || settled.answers.size > 0;
  // Most exports state one day of each thing.
  const met = rows.some(({ finishedDates }) => finishedDates !== undefined)
    ? await daysMet(ownerEvents, pacer)
    : NO_DAYS;
  const changes: PlannedChange[] = [];
  let unchangedCount = 0;
  await pacer.each(matched, ([item, matches]) => {
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
    const known = ratings.get(item.id) ?? NO_RATINGS;
    const facts = list === null ? patchOf(row, item, known, source) : {};
    const patch = { ...facts, ...remembered };
    const event = eventOfChange(row, facts, item, source);
    const earlierRatings =
      list === null ? ratingsBeside(row, item, { patch: facts, event }, known, { source, now }) : [];
    const finishedOn =
      list === null
        ? finishedBeside(row, event, earlierRatings, met.get(item.id), finishedDaysStandUntil({ ...item, ...patch }))
        : {};
    if (Object.keys({ ...patch, ...finishedOn }).length === 0 && earlierRatings.length === 0)
      unchangedCount += matches.length;
    else {
      const beside = { ...(earlierRatings.length === 0 ? {} : { earlierRatings }), ...finishedOn };
      changes.push({ row, itemId: item.id, patch, event, ...beside });
      unchangedCount += matches.length - 1;
    }
  });
  const additions: PlannedAddition[] = [];
  const additionOf = new Map<ImportedRow, PlannedAddition>();
  const isNamed = list !== null || settled.answers.size > 0;
  await pacer.each(rows, (row) => {
    if (!added.has(row)) return;
    const [parts, draft, event] = [partsOf.get(row), draftOf(row, source, now), eventOf(row, source)];
    const counts = { at: event?.at ?? null, recordedAt: now };
    const earlierRatings = earlierRatingsOf(row.otherRatings ?? [], counts, source);
    const addition = {
      row,
      event,
      ...(earlierRatings.length === 0 ? {} : { earlierRatings }),
      ...finishedBeside(row, event, earlierRatings),
    };
    const planned: PlannedAddition =
      parts === undefined ? { ...addition, draft } : { ...addition, parts, draft: rememberedParts(draft, row, parts) };
    additions.push(planned);
    if (isNamed) additionOf.set(row, planned);
  });
  const becomes = (row: ImportedRow): ItemId | PlannedAddition | undefined =>
    itemOf.get(rowOf(row)) ?? additionOf.get(rowOf(row)) ?? settled.things.get(row);
  const doubtful =
    added.size === 0
      ? []
      : await doubtfulRows(
          added,
          itemOf,
          settledAs,
          await settledNamesakes(analysis, settledAs, prepare, pacer),
          settled,
          prepare,
          pacer,
        );
  return {
    source,
    sourceLabel,
    additions,
    changes,
    unchangedCount,
    trashed,
    doubtful,
    different: differentPairs(ownAnswers(settled.answers, analysis.rows), becomes),
    list: list === null ? null : plannedList(list, analysis.rows, becomes),
  };
}
