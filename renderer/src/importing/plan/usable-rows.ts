import type { ImportedRow } from '../../domain/imported-row';
import { comparePrepared } from '../../identity/compare-things';
import { namespaceOf, readIdentifier, registerOf, type UnusableReason } from '../../identity/identifier-namespaces';
import { identifierKey, type PreparedThing, type Preparer } from '../../identity/prepared-thing';
import type { Pacer } from '../pacer';

export interface UsableRows {
  /** Without ids that prove nothing: one would keep a usable id of a later import from being added. */
  readonly rows: readonly ImportedRow[];
  /** "3 ISBNs were unusable (rounded by a spreadsheet) and were not used to recognise things", one per register. */
  readonly warnings: readonly string[];
}

/** `shared`: rows of one file with nothing in common have the same one. */
type Reason = UnusableReason | 'shared';

const REASONS: Readonly<Record<Reason, string>> = {
  rounded: 'rounded by a spreadsheet',
  zero: 'nothing but zeros',
  'check-digit': 'with a wrong digit',
  malformed: 'of a form that does not exist',
  shared: 'the same for different things',
};

type Counts = Map<Reason, number>;

function warningOf(label: string, counts: Counts): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...counts].map(([reason, count]) =>
    counts.size === 1 ? REASONS[reason] : `${String(count)} ${REASONS[reason]}`,
  );
  const [noun, verb] = total === 1 ? [label, 'was'] : [`${label}s`, 'were'];
  return `${String(total)} ${noun} ${verb} unusable (${reasons.join(', ')}) and ${verb} not used to recognise things`;
}

/**
 * Keys of ids that stand on rows with nothing in common, titles and makers: numbers ruined in a way that still looks
 * well.
 */
async function sharedKeys(rows: readonly ImportedRow[], prepare: Preparer, pacer: Pacer): Promise<ReadonlySet<string>> {
  const first = new Map<string, PreparedThing>();
  const shared = new Set<string>();
  await pacer.each(rows, (row) => {
    const thing = prepare(row);
    for (const { key } of thing.identifiers) {
      const known = first.get(key);
      if (known === undefined) first.set(key, thing);
      else if (comparePrepared(known, thing, 'one-source').evidence.includes('contradicted-id')) shared.add(key);
    }
  });
  return shared;
}

/** Takes ids that prove nothing out of the rows, and counts them: one per row and register that is left without any. */
export async function usableRows(rows: readonly ImportedRow[], prepare: Preparer, pacer: Pacer): Promise<UsableRows> {
  const shared = await sharedKeys(rows, prepare, pacer);
  const byLabel = new Map<string, Counts>();
  const usable = rows.map((row) => {
    const unusable = new Map<string, Reason>();
    const kept = new Map<string, string>();
    const labels = new Set<string>();
    for (const [name, value] of Object.entries(row.identifiers)) {
      const label = namespaceOf(name)?.label ?? name;
      const reading = readIdentifier(name, value);
      const reason: Reason | null =
        'unusable' in reading
          ? reading.unusable
          : shared.has(identifierKey(registerOf(name, row.kind), reading.value))
            ? 'shared'
            : null;
      if (reason === null) {
        kept.set(name, value);
        labels.add(label);
      } else if (!unusable.has(label)) unusable.set(label, reason);
    }
    if (unusable.size === 0) return row;
    for (const [label, reason] of unusable) {
      if (labels.has(label)) continue;
      const counts = byLabel.get(label) ?? new Map<Reason, number>();
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      byLabel.set(label, counts);
    }
    return { ...row, identifiers: Object.fromEntries(kept) };
  });
  return { rows: usable, warnings: [...byLabel].map(([label, counts]) => warningOf(label, counts)) };
}
