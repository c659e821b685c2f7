import type { TasteEvent, TasteEventDraft } from '../../domain/event';
import { OWNER_ID, type ItemId } from '../../domain/ids';
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
import { createPreparer, type PreparedThing, type Thing } from '../../identity/prepared-thing';
import { ThingIndex, type DoubtfulCandidate } from '../../identity/thing-index';
import { matchThings } from '../../identity/match-things';
import { mergeTwo } from './merge-rows';

type OwnerEvent = Omit<TasteEventDraft, 'itemId'>;

/** What the row states of the owner, dated as well as the export allows; null where it states nothing. */
function eventOf(row: ImportedRow, source: string): OwnerEvent | null {
  const stated = { personId: OWNER_ID, source };
  const metAt = row.finishedAt ?? row.ratedAt ?? row.addedAt;
  if (row.ownRating !== null) return { ...stated, type: 'rated', rating: row.ownRating, at: metAt };
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
  const { file: _file, line: _line, ratedAt: _ratedAt, liked: _liked, addedAt, ...facts } = row;
  return { ...facts, source, addedAt: addedAt ?? now };
}

/** The owner's latest rating of each item and where it came from. */
function latestRatings(events: readonly TasteEvent[]): ReadonlyMap<ItemId, TasteEvent> {
  const latest = new Map<ItemId, TasteEvent>();
  for (const event of events) {
    if (event.personId !== OWNER_ID || event.type !== 'rated') continue;
    const known = latest.get(event.itemId);
    if (known === undefined || event.recordedAt >= known.recordedAt) latest.set(event.itemId, event);
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

/** Only what differs and is stronger: blanks are filled, tags added, nothing emptied. */
function patchOf(row: ImportedRow, item: Item, last: TasteEvent | undefined, source: string): ItemPatch {
  const patch = patchFields(item, row, { title: item.title, ratingIsNewer: ratingIsNewer(row, item, last, source) });
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
 * The added rows that may be a thing of the library or of another row.
 * @param added with the items that each may be @param itemOf the items of the rows that are no additions
 */
function doubtfulRows(
  rows: readonly ImportedRow[],
  added: ReadonlyMap<ImportedRow, readonly PossibleTwin[]>,
  itemOf: ReadonlyMap<ImportedRow, ItemId>,
  prepare: (thing: Thing) => PreparedThing,
): readonly DoubtfulRow[] {
  if (added.size === 0) return [];
  const index = new ThingIndex<ImportedRow>('one-source', prepare);
  // Most titles stand in a file once: those need no looking up.
  const counts = new Map<string, number>();
  const keysOf = (row: ImportedRow): readonly string[] => {
    const { titleKeys, baseKeys, identifiers } = prepare(row);
    return [...titleKeys, ...baseKeys, ...identifiers.map(({ key }) => key)];
  };
  for (const row of rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const hasNamesake = (row: ImportedRow): boolean => keysOf(row).some((key) => (counts.get(key) ?? 0) > 1);
  for (const row of rows) if (!added.has(row) && hasNamesake(row)) index.add(row);
  const doubtful: DoubtfulRow[] = [];
  for (const row of rows) {
    const twins = added.get(row);
    if (twins === undefined) continue;
    const isAlone = !hasNamesake(row);
    if (isAlone && twins.length === 0) continue;
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

/** @param thingOf the item that each row is, or its addition */
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
 * plus items.
 */
export function planImport(
  analysis: ImportAnalysis,
  existing: readonly Item[],
  now: number,
  ownerEvents: readonly TasteEvent[] = [],
): ImportPlan {
  const { source, sourceLabel, rows, list } = analysis;
  const prepare = createPreparer();
  const { matched, unmatched } = matchThings(rows, existing, prepare);
  const added = new Map([...unmatched].map(([row, candidates]) => [row, possibleTwins(candidates)]));
  const ratings = latestRatings(ownerEvents);
  const itemOf = new Map<ImportedRow, ItemId>();
  const changes: PlannedChange[] = [];
  let unchangedCount = 0;
  for (const [item, matches] of matched) {
    for (const match of matches) itemOf.set(match, item.id);
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
  const additions = rows
    .filter((row) => added.has(row))
    .map((row): PlannedAddition => ({ row, draft: draftOf(row, source, now), event: eventOf(row, source) }));
  const additionOf = new Map(additions.map((addition) => [addition.row, addition]));
  return {
    source,
    sourceLabel,
    additions,
    changes,
    unchangedCount,
    doubtful: doubtfulRows(rows, added, itemOf, prepare),
    list: list === null ? null : plannedList(list, rows, (row) => itemOf.get(row) ?? additionOf.get(row)),
  };
}
