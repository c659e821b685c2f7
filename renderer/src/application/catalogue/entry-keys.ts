import type { CatalogueEntry } from '../../domain/catalogue';
import { foldLetters } from '../../domain/fold-letters';
import { readIdentifier, registerOf } from '../../identity/identifier-namespaces';

type NamedFacts = Pick<CatalogueEntry, 'kind' | 'title' | 'year' | 'identifiers'>;

/**
 * Names of an entry that hold in every catalogue: its ids, or its title and year where it has none. Two entries with
 * one in common are the same.
 */
export function entryKeys({ kind, title, year, identifiers }: NamedFacts): readonly string[] {
  const ids = Object.entries(identifiers).flatMap(([name, value]) => {
    const reading = readIdentifier(name, value);
    return 'value' in reading ? [`${registerOf(name, kind)}:${reading.value}`] : [];
  });
  return ids.length > 0 ? ids.sort() : [`${kind}/${foldLetters(title.trim())}/${year ?? ''}`];
}
