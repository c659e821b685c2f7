import type { CatalogueMatch } from '../../domain/catalogue';
import type { LineReading } from '../../importing/pasted/line-readings';

/** What the catalogue made of one reading of a line, as a thing of one kind. */
export interface ReadingMatch {
  readonly reading: LineReading;
  readonly match: CatalogueMatch;
}

/** In the order of the readings, by number of the line. */
export type LineMatches = ReadonlyMap<number, readonly ReadingMatch[]>;
