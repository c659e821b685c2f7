import { namespaceOf, readIdentifier, registerOf } from '../../identity/identifier-namespaces';
import { parseName } from '../../identity/person-name';
import { relateMakers } from '../../identity/relate-makers';
import type { SourceRow } from './source-row';
import { ownValue } from '../../domain/own-value';

/** Two showings of one work are hardly further apart in one source. */
const MAX_YEARS = 1;

/**
 * The rows of a source without the ids of works that prove nothing: one that several rows bear whose years are further
 * apart, and of which nothing says that one person made them (a link to the remake, or to the series).
 */
export function withoutContestedIdentifiers(rows: readonly SourceRow[]): readonly SourceRow[] {
  const bearers = new Map<string, SourceRow[]>();
  for (const row of rows)
    for (const key of Object.keys(row.identifiers)) {
      const id = workId(row, key);
      if (id !== null) bearers.set(id, [...(bearers.get(id) ?? []), row]);
    }
  const contested = new Set([...bearers].filter(([, found]) => areApart(found)).map(([id]) => id));
  if (contested.size === 0) return rows;
  return rows.map((row) => {
    const kept = Object.entries(row.identifiers).filter(([key]) => !contested.has(workId(row, key) ?? ''));
    return kept.length === Object.keys(row.identifiers).length
      ? row
      : { ...row, identifiers: Object.fromEntries(kept) };
  });
}

/** Register and value; null for the id of an edition. */
function workId({ kind, identifiers }: SourceRow, key: string): string | null {
  if (namespaceOf(key)?.names !== 'work') return null;
  const reading = readIdentifier(key, ownValue(identifiers, key) ?? '');
  return 'value' in reading ? `${registerOf(key, kind)} ${reading.value}` : null;
}

function areApart(rows: readonly SourceRow[]): boolean {
  const [first, ...others] = rows;
  return (
    first !== undefined &&
    others.some(
      (other) =>
        first.year !== null &&
        other.year !== null &&
        Math.abs(first.year - other.year) > MAX_YEARS &&
        relateMakers(namesOf(first), namesOf(other)) !== 'same',
    )
  );
}

const namesOf = ({ creators }: SourceRow): NonNullable<ReturnType<typeof parseName>>[] =>
  creators.map(parseName).filter((name) => name !== null);
