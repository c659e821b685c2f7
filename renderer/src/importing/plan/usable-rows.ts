import type { ImportedRow } from '../../domain/imported-row';
import { namespaceOf, readIdentifier, type UnusableReason } from '../../identity/identifier-namespaces';

export interface UsableRows {
  /** Without ids that prove nothing: they would stand in the way of a good one that comes later. */
  readonly rows: readonly ImportedRow[];
  /** "3 ISBNs were unusable (rounded by a spreadsheet) and were not used to recognise things", one per register. */
  readonly warnings: readonly string[];
}

const REASONS: Readonly<Record<UnusableReason, string>> = {
  rounded: 'rounded by a spreadsheet',
  zero: 'nothing but zeros',
  'check-digit': 'with a wrong check digit',
  malformed: 'of a form that does not exist',
};

type Counts = Map<UnusableReason, number>;

function warningOf(label: string, counts: Counts): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...counts].map(([reason, count]) =>
    counts.size === 1 ? REASONS[reason] : `${String(count)} ${REASONS[reason]}`,
  );
  const [noun, verb] = total === 1 ? [label, 'was'] : [`${label}s`, 'were'];
  return `${String(total)} ${noun} ${verb} unusable (${reasons.join(', ')}) and ${verb} not used to recognise things`;
}

/** Takes ids that prove nothing out of the rows, and counts them: one per row and register that is left without any. */
export function usableRows(rows: readonly ImportedRow[]): UsableRows {
  const byLabel = new Map<string, Counts>();
  const usable = rows.map((row) => {
    const unusable = new Map<string, UnusableReason>();
    const kept: Record<string, string> = {};
    const labels = new Set<string>();
    for (const [name, value] of Object.entries(row.identifiers)) {
      const label = namespaceOf(name)?.label ?? name;
      const reading = readIdentifier(name, value);
      if ('unusable' in reading) {
        if (!unusable.has(label)) unusable.set(label, reading.unusable);
      } else {
        kept[name] = value;
        labels.add(label);
      }
    }
    if (unusable.size === 0) return row;
    for (const [label, reason] of unusable) {
      if (labels.has(label)) continue;
      const counts = byLabel.get(label) ?? new Map<UnusableReason, number>();
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      byLabel.set(label, counts);
    }
    return { ...row, identifiers: kept };
  });
  return { rows: usable, warnings: [...byLabel].map(([label, counts]) => warningOf(label, counts)) };
}
