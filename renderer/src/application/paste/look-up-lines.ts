import type { CatalogueMatch } from '../../domain/catalogue';
import { UNKNOWN_KIND } from '../../domain/enrichment';
import { itemId } from '../../domain/ids';
import { completeItem, type Item } from '../../domain/item';
import type { CataloguePort } from '../../domain/ports/catalogue';
import type { LineReading } from '../../importing/pasted/line-readings';
import type { PastedLine } from '../../importing/pasted/pasted-lines';
import { descriptionsOf } from '../catalogue/describe-item';
import { lookUpInSlices } from '../catalogue/look-up-in-slices';

/** What the catalogue made of each reading of a line, in their order. By number of the line. */
export type LineMatches = ReadonlyMap<number, readonly CatalogueMatch[]>;

/** What a reading says, as an item that is in no library. @param kind null: not known */
export const readingAsItem = ({ title, creators, year }: LineReading, kind: string | null): Item =>
  completeItem({ title, creators, year, kind: kind ?? UNKNOWN_KIND }, itemId('pasted'), 0);

/**
 * Asks the catalogue about every reading of every line. Rejects with an AppError where it cannot answer, `cancelled`
 * among them.
 * @param kind what the lines are; null: each may be of any kind
 */
export async function lookUpLines(
  catalogue: Pick<CataloguePort, 'recognise'>,
  lines: readonly PastedLine[],
  kind: string | null,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<LineMatches> {
  const asked = lines.flatMap((line) =>
    line.readings.map((reading) => ({ line, descriptions: descriptionsOf(readingAsItem(reading, kind)) })),
  );
  const found = new Map<number, CatalogueMatch[]>();
  let done = 0;
  onProgress(0, asked.length);
  for await (const slice of lookUpInSlices(catalogue, asked, signal)) {
    for (const { thing, match } of slice)
      found.set(thing.line.number, [...(found.get(thing.line.number) ?? []), match]);
    done += slice.length;
    onProgress(done, asked.length);
  }
  return found;
}
