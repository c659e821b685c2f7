import type { CatalogueEntry } from '../../domain/catalogue';
import type { FillableField } from '../../domain/catalogue-link';
import { fillableFields } from '../../domain/enrichment';
import type { ItemDraft } from '../../domain/item';
import { BLANKS } from '../../domain/item-fields/field-names';
import { entryKeys } from './entry-keys';
import { factsOf, pickFacts } from './plan-enrichment';

/**
 * A new thing that is this entry, as its owner said by choosing it: what was typed, and where nothing was, what the
 * catalogue says, marked as that.
 * @param typed of the kind UNKNOWN_KIND where nobody said of which
 * @param said fields of which something was said, if only that they are empty
 */
export function draftOfEntry(typed: ItemDraft, entry: CatalogueEntry, said: readonly FillableField[] = []): ItemDraft {
  const facts = factsOf(typed, entry);
  const filled = fillableFields({ ...BLANKS, ...typed }, facts, entry.kind).filter((field) => !said.includes(field));
  return { ...typed, ...pickFacts(facts, filled), catalogue: { entry: entryKeys(entry), filled, different: [] } };
}
