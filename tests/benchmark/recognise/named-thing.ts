import type { CatalogueDescription } from '../../../renderer/src/domain/catalogue';

/** A thing as a file names it. Several descriptions where the file does not say of which kind it is. */
export type NamedThing = readonly [CatalogueDescription, ...CatalogueDescription[]];

export interface ThingsOfFile {
  /** Name of the file, or of a part of it. */
  readonly file: string;
  readonly things: readonly NamedThing[];
}

export const described = (
  kind: string,
  facts: Pick<CatalogueDescription, 'title'> & Partial<CatalogueDescription>,
): CatalogueDescription => ({ kind, creators: [], year: null, series: null, ...facts });
