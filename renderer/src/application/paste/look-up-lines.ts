import type { CatalogueMatch } from '../../domain/catalogue';
import { UNKNOWN_KIND } from '../../domain/enrichment';
import { itemId } from '../../domain/ids';
import { completeItem, type Item } from '../../domain/item';
import type { CataloguePort } from '../../domain/ports/catalogue';
import type { LineReading } from '../../importing/pasted/line-readings';
import type { PastedLine } from '../../importing/pasted/pasted-lines';
import { descriptionsOf } from '../catalogue/describe-item';
import { lookUpInSlices } from '../catalogue/look-up-in-slices';

/** What the catalogue made of one reading of a line, as a thing of one kind. */
export interface ReadingMatch {
  readonly reading: LineReading;
  readonly match: CatalogueMatch;
}

/** In the order of the readings, by number of the line. */
export type LineMatches = ReadonlyMap<number, readonly ReadingMatch[]>;

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
  return found;
}
