import { UNKNOWN_KIND } from '../../domain/enrichment';
import { itemId } from '../../domain/ids';
import { completeItem, type Item } from '../../domain/item';
import type { CataloguePort } from '../../domain/ports/catalogue';
import type { LineReading } from '../../importing/pasted/line-readings';
import type { PastedLine } from '../../importing/pasted/pasted-lines';
import { descriptionsOf } from '../catalogue/describe-item';
import { lookUpInSlices } from '../catalogue/look-up-in-slices';
import type { LineMatches, ReadingMatch } from './reading-match';
import { addRespelt } from './respelt-lines';

/** What a reading says, as an item that is in no library. @param kind null: not known */
export const readingAsItem = (
  { title, creators, year, identifiers = {} }: LineReading,
  kind: string | null,
  url: string | null = null,
): Item => completeItem({ title, creators, year, identifiers, url, kind: kind ?? UNKNOWN_KIND }, itemId('pasted'), 0);

/**
 * Asks the catalogue about every reading of every line. Rejects with an AppError where it cannot answer, `cancelled`
 * among them.
 * @param kind what the lines are; null: each may be of any kind
 */
export async function lookUpLines(
  catalogue: Pick<CataloguePort, 'recognise' | 'respelt'>,
  lines: readonly PastedLine[],
  kind: string | null,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<LineMatches> {
  const asked = lines.flatMap((line) =>
    line.readings.flatMap((reading) =>
      // Each kind for itself: a maker that a book has says more than a film of that title without one.
      descriptionsOf(readingAsItem(reading, kind)).map((description) => ({
        line,
        reading,
        descriptions: [description],
      })),
    ),
  );
  const found = new Map<number, ReadingMatch[]>();
  let done = 0;
  onProgress(0, asked.length);
  for await (const slice of lookUpInSlices(catalogue, asked, signal)) {
    for (const { thing, match } of slice) {
      const { line, reading } = thing;
      const ofLine = found.get(line.number);
      if (ofLine === undefined) found.set(line.number, [{ reading, match }]);
      else ofLine.push({ reading, match });
    }
    done += slice.length;
    onProgress(done, asked.length);
  }
  await addRespelt(catalogue, lines, kind, found, signal);
  return found;
}
