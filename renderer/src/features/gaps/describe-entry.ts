import type { CatalogueEntry } from '../../domain/catalogue';
import { kindName } from '../../text/kinds';
import { formatList, formatYear } from '../../ui/format';

/** "Film · Denis Villeneuve · 2021": which thing of the catalogue it is. */
export function describeEntry({ kind, creators, year }: CatalogueEntry): string {
  return [
    kindName(kind),
    ...(creators.length === 0 ? [] : [formatList(creators)]),
    ...(year === null ? [] : [formatYear(year)]),
  ].join(' · ');
}
