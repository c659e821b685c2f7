import { createPreparer, type Preparer } from '../../../renderer/src/identity/prepared-thing';
import { haveSameFacts } from '../../../renderer/src/identity/same-facts';
import { ThingIndex } from '../../../renderer/src/identity/thing-index';
import type { CatalogueSource, CatalogueThing } from './catalogue-things';
import type { LabelledRecord } from './labelled-records';
import { areTwoThings, describe, groupOf, type JudgedPair } from './measure-identity';

/** What became of rows of exports that were looked up among the things of another source, ids hidden on both sides. */
export interface BetweenMeasure {
  readonly source: string;
  /** As in `KindMeasure`. */
  readonly kind: string;
  /** Rows whose id the source has. */
  readonly known: { readonly right: number; readonly doubtful: number; readonly missed: number };
  /** Rows taken for a thing with another id. */
  readonly wrong: number;
  /** Taken for another Goodreads number that is, or may well be, an edition of the same work. Not counted. */
  readonly editions: number;
  /** Taken for a thing that the source describes in the very same words as the right one. Not counted. */
  readonly alike: number;
  /** Of rows taken for a thing, how many are that thing; null where none was. */
  readonly precision: number | null;
  /** Of rows whose id the source has, how many were taken for that thing; null where there are none. */
  readonly recall: number | null;
}

export interface JudgedRow {
  readonly source: string;
  readonly kind: string;
  readonly row: LabelledRecord;
  /** What it was taken for, or what it is and was not recognised as. */
  readonly thing: CatalogueThing;
  readonly evidence: readonly string[];
}

export interface BetweenResult {
  readonly measures: readonly BetweenMeasure[];
  readonly missed: readonly JudgedRow[];
  readonly wrong: readonly JudgedRow[];
}

interface Counts {
  right: number;
  doubtful: number;
  missed: number;
  wrong: number;
  editions: number;
  alike: number;
}

/**
 * How many pairs of rows that share an id and no title are one thing all the same, since the sources know both titles.
 * By kind, as in `KindMeasure`.
 */
export function countBridged(
  missed: readonly JudgedPair[],
  sources: readonly CatalogueSource[],
): ReadonlyMap<string, number> {
  const bridged = new Map<string, number>();
  for (const { service, things } of sources) {
    const index = indexOf(things, createPreparer());
    for (const { kind, left, right } of missed) {
      if (left.service !== service) continue;
      const [one, other] = [index.find(left.thing), index.find(right.thing)];
      if (one.verdict === 'same' && other.verdict === 'same' && one.thing === other.thing)
        bridged.set(kind, (bridged.get(kind) ?? 0) + 1);
    }
  }
  return bridged;
}

function indexOf(things: readonly CatalogueThing[], prepare: Preparer): ThingIndex<CatalogueThing> {
  const index = new ThingIndex<CatalogueThing>('two-sources', prepare);
  for (const thing of things) index.add(thing);
  return index;
}

/** Looks every row of the exports up among the things of a source, as an import looks it up in a library. */
export function measureBetween(records: readonly LabelledRecord[], source: CatalogueSource): BetweenResult {
  const { name, service, things } = source;
  const index = indexOf(things, createPreparer());
  const byId = new Map(things.map((thing) => [thing.label.id, thing]));
  const counts = new Map<string, Counts>();
  const missed: JudgedRow[] = [];
  const wrong: JudgedRow[] = [];
  for (const { record } of describe(records.filter((record) => record.service === service))) {
    const kind = groupOf(record);
    const count = counts.get(kind) ?? { right: 0, doubtful: 0, missed: 0, wrong: 0, editions: 0, alike: 0 };
    counts.set(kind, count);
    const known = byId.get(record.id);
    const found = index.find(record.thing);
    if (found.verdict === 'same') {
      const { thing, evidence } = found;
      if (thing.label.id === record.id) {
        count.right += 1;
        continue;
      }
      if (known !== undefined && haveSameFacts(known, thing)) {
        count.alike += 1;
        continue;
      }
      if (areTwoThings(record, thing.label, 'two-sources')) {
        count.wrong += 1;
        wrong.push({ source: name, kind, row: record, thing, evidence });
      } else {
        count.editions += 1;
        continue;
      }
    }
    if (known === undefined) continue;
    if (found.verdict === 'doubtful') count.doubtful += 1;
    else count.missed += 1;
    const evidence = found.verdict === 'doubtful' ? (found.candidates[0]?.evidence ?? []) : [found.verdict];
    missed.push({ source: name, kind, row: record, thing: known, evidence });
  }
  const measures = [...counts].map(([kind, { right, doubtful, missed: lost, wrong: mistaken, editions, alike }]) => {
    const [all, taken] = [right + doubtful + lost, right + mistaken];
    return {
      source: name,
      kind,
      known: { right, doubtful, missed: lost },
      wrong: mistaken,
      editions,
      alike,
      precision: taken === 0 ? null : right / taken,
      recall: all === 0 ? null : right / all,
    };
  });
  return {
    measures: measures.filter(({ known, wrong: some }) => known.right + known.missed + known.doubtful + some > 0),
    missed,
    wrong,
  };
}
