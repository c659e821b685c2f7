import type { IdentityEvidence } from '../../domain/identity-evidence';
import { matchThings } from '../../identity/match-things';
import { createPreparer, type Preparer } from '../../identity/prepared-thing';
import type { Thing } from '../../identity/same-facts';
import { ThingIndex } from '../../identity/thing-index';
import { kindRuleOf } from '../../identity/kind-rules';
import { foldTitle } from '../../identity/fold-title';
import { withoutContestedIdentifiers } from './contested-identifiers';
import { compareSources, type SourcedFact } from './source-precedence';
import type { SourceRow, SourceRows } from './source-row';
import { ownValue } from '../../domain/own-value';

export interface SourcedRow {
  readonly source: string;
  readonly row: SourceRow;
}

/** Rows that describe one thing. */
export interface MergedThing {
  /** In the order in which they were found, which is that of `compareSources`, then of the source. */
  readonly rows: readonly SourcedRow[];
}

/** Two things that may be one: kept apart. */
export interface DoubtfulPair {
  readonly row: SourcedRow;
  readonly other: SourcedRow;
  readonly evidence: readonly IdentityEvidence[];
}

export interface MergedSources {
  readonly things: readonly MergedThing[];
  readonly doubtful: readonly DoubtfulPair[];
}

/** A thing that grows, with the description by which it is found. */
class Group {
  readonly rows: SourcedRow[] = [];
  #thing: Thing | null = null;
  #furtherTitles: readonly string[] = [];

  constructor(first: SourcedRow) {
    this.rows.push(first);
  }

  add(rows: readonly SourcedRow[]): void {
    this.rows.push(...rows);
    this.#thing = null;
  }

  get thing(): Thing {
    this.#thing ??= this.#describe();
    return this.#thing;
  }

  /** The description under its third, fourth … title, of which `thing` has two. */
  furtherThings(): readonly Thing[] {
    const { thing } = this;
    return this.#furtherTitles.map((originalTitle) => ({ ...thing, originalTitle }));
  }

  #describe(): Thing {
    const [title = '', originalTitle = null, ...further] = titlesOf(this.rows);
    this.#furtherTitles = further;
    return {
      kind: believed(this.rows, 'kind', ({ kind }) => kind) ?? '',
      title,
      originalTitle,
      creators: believed(this.rows, 'creators', ({ creators }) => (creators.length === 0 ? null : creators)) ?? [],
      year: believed(this.rows, 'year', ({ year }) => year),
      series: null,
      identifiers: identifiersOf(this.rows),
      length: believed(this.rows, 'length', ({ length }) => length),
    };
  }
}

/** The most trusted row that states a fact. */
export function believedRow(
  rows: readonly SourcedRow[],
  fact: SourcedFact,
  states: (row: SourceRow) => boolean,
): SourcedRow | null {
  let best: SourcedRow | null = null;
  for (const found of rows)
    if (states(found.row) && (best === null || compareSources(found.source, best.source, fact) < 0)) best = found;
  return best;
}

/** What that row says. */
export function believed<Value>(
  rows: readonly SourcedRow[],
  fact: SourcedFact,
  read: (row: SourceRow) => Value | null,
): Value | null {
  const found = believedRow(rows, fact, (row) => read(row) !== null);
  return found === null ? null : read(found.row);
}

/** Title and aliases, the most trusted first, each once however it is spelt. */
export function titlesOf(rows: readonly SourcedRow[]): readonly string[] {
  const trusted = rows.length === 1 ? rows : rows.toSorted((one, other) => compareSources(one.source, other.source));
  const titles = new Map<string, string>();
  for (const text of [...trusted.map(({ row }) => row.title), ...trusted.flatMap(({ row }) => row.aliases)]) {
    const { key } = foldTitle(text);
    if (!titles.has(key)) titles.set(key, text);
  }
  return [...titles.values()];
}

/** Of each register the id of the most trusted row. */
export function identifiersOf(rows: readonly SourcedRow[]): Readonly<Record<string, string>> {
  const trusted = rows.length === 1 ? rows : rows.toSorted((one, other) => compareSources(one.source, other.source));
  return Object.assign({}, ...trusted.toReversed().map(({ row }) => row.identifiers)) as Record<string, string>;
}

/**
 * Joins the rows of several sources that describe one thing: by ids first, then as identity/ says. Rows of one source
 * are compared as such, so its works of one title stay apart where the source tells them apart. The same sources give
 * the same things in the same order, in whatever order they are handed over.
 * @param yieldIfDue called all the time, so that the work may pause; what it throws ends the work
 */
export async function mergeSources(
  sources: readonly SourceRows[],
  yieldIfDue: () => Promise<void>,
): Promise<MergedSources> {
  const groups: Group[] = [];
  const doubtful: DoubtfulPair[] = [];
  for (const { name, rows } of sources.toSorted((one, other) => compareSources(one.name, other.name))) {
    const prepare = createPreparer();
    const own = foldOneSource(name, rows, prepare);
    const families = new Set(own.map(({ thing }) => kindRuleOf(thing.kind).family));
    const known = groups.filter(({ thing }) => families.has(kindRuleOf(thing.kind).family));
    const rest = await join(own, known, (group) => [group.thing], prepare, yieldIfDue);
    const left = await join(
      rest.map(({ group }) => group),
      known.filter(({ rows: found }) => !found.some(({ source }) => source === name)),
      (group) => group.furtherThings(),
      prepare,
      yieldIfDue,
    );
    const doubts = new Map(rest.map(({ group, candidates }) => [group, candidates] as const));
    for (const { group, candidates } of left) {
      groups.push(group);
      for (const { other, evidence } of [...(doubts.get(group) ?? []), ...candidates]) {
        const [row, otherRow] = [group.rows[0], other.rows[0]];
        if (row !== undefined && otherRow !== undefined) doubtful.push({ row, other: otherRow, evidence });
      }
    }
  }
  return { things: groups, doubtful };
}

/** Rows of one source that say the same thing, each thing once. */
function foldOneSource(source: string, rows: readonly SourceRow[], prepare: Preparer): readonly Group[] {
  const groupOf = new Map<Thing, Group>();
  const repeats = new Map<Group, SourcedRow[]>();
  const index = new ThingIndex<Thing>('one-source', prepare);
  for (const row of withoutContestedIdentifiers(rows)) {
    const group = new Group({ source, row });
    const match = index.find(group.thing);
    const known = match.verdict === 'same' ? groupOf.get(match.thing) : undefined;
    if (known === undefined) {
      groupOf.set(group.thing, group);
      index.add(group.thing);
    } else repeats.set(known, [...(repeats.get(known) ?? []), { source, row }]);
  }
  // Only now: what is in the index is to stay as it is.
  for (const [group, found] of repeats) group.add(found);
  return [...groupOf.values()];
}

interface Unjoined {
  readonly group: Group;
  readonly candidates: readonly { readonly other: Group; readonly evidence: readonly IdentityEvidence[] }[];
}

/** Adds each group of a source to the known one that it means; answers those that mean none. */
async function join(
  own: readonly Group[],
  known: readonly Group[],
  describe: (group: Group) => readonly Thing[],
  prepare: Preparer,
  yieldIfDue: () => Promise<void>,
): Promise<readonly Unjoined[]> {
  const knownBy = new Map(known.flatMap((group) => describe(group).map((thing) => [thing, group] as const)));
  const ownBy = new Map(own.map((group) => [group.thing, group] as const));
  if (knownBy.size === 0) return own.map((group) => ({ group, candidates: [] }));
  const { matched, unmatched } = await matchThings([...ownBy.keys()], [...knownBy.keys()], prepare, yieldIfDue);
  const left = new Map<Group, Unjoined['candidates']>();
  for (const [thing, candidates] of unmatched) {
    const group = ownBy.get(thing);
    if (group === undefined) continue;
    const others = candidates.flatMap(({ thing: other, evidence }) => {
      const found = knownBy.get(other);
      return found === undefined ? [] : [{ other: found, evidence }];
    });
    left.set(group, others);
  }
  const taken = new Set<Group>();
  for (const [thing, described] of matched) {
    const target = knownBy.get(thing);
    for (const one of described) {
      const group = ownBy.get(one);
      if (group === undefined || target === undefined) continue;
      // Two descriptions reached one thing by two of its titles: the second is another thing.
      if (taken.has(target) && !sharesWork(target, group))
        left.set(group, [{ other: target, evidence: ['two-candidates'] }]);
      else {
        target.add(group.rows);
        taken.add(target);
      }
    }
  }
  return own.flatMap((group) => {
    const candidates = left.get(group);
    return candidates === undefined ? [] : [{ group, candidates }];
  });
}

const sharesWork = (one: Group, other: Group): boolean => {
  const { identifiers = {} } = one.thing;
  return Object.entries(other.thing.identifiers ?? {}).some(([name, id]) => ownValue(identifiers, name) === id);
};
