import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { DoubtfulRow, NamedThing, PossibleTwin } from '../../domain/import-plan';
import type { ImportedRow } from '../../domain/imported-row';
import type { Preparer } from '../../identity/prepared-thing';
import { ThingIndex, type DoubtfulCandidate } from '../../identity/thing-index';
import type { Pacer } from '../pacer';
import type { Settled, SettledRows } from './settled-rows';

/** Things of the library as the preview names them. */
const possibleTwins = (candidates: readonly DoubtfulCandidate<Item>[]): readonly PossibleTwin[] =>
  candidates.map(({ thing: { id, kind, title, creators, year }, evidence }) => ({
    itemId: id,
    row: null,
    facts: { kind, title, creators, year },
    evidence,
  }));

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
 * @param namesakes rows that no other shares anything with are not among them
 */
export async function doubtfulRows(
  added: ReadonlyMap<ImportedRow, readonly DoubtfulCandidate<Item>[]>,
  itemOf: ReadonlyMap<ImportedRow, ItemId>,
  { rows, partsOf, rowOf }: SettledRows,
  namesakes: ReadonlySet<ImportedRow>,
  settled: Settled,
  prepare: Preparer,
  pacer: Pacer,
): Promise<readonly DoubtfulRow[]> {
  const index = new ThingIndex<ImportedRow>('one-source', prepare);
  await pacer.each(rows, (row) => {
    if (!added.has(row) && namesakes.has(row)) index.add(row);
  });
  const asRead = (row: ImportedRow): ImportedRow => partsOf.get(row)?.[0] ?? row;
  const doubtful: DoubtfulRow[] = [];
  await pacer.each(rows, (row) => {
    const candidates = added.get(row);
    if (candidates === undefined || (candidates.length === 0 && !namesakes.has(row))) return;
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
  });
  return doubtful;
}
