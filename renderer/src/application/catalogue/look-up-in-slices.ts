import type { CatalogueDescription, CatalogueMatch } from '../../domain/catalogue';
import type { CataloguePort } from '../../domain/ports/catalogue';
import { matchOf } from './describe-item';

/** Descriptions in one call: about 20 ms of the worker, so that progress moves and typing is answered in between. */
export const SLICE = 200;

/** What is looked up: one description, or one per kind where the kind is not known. */
interface Described {
  readonly descriptions: readonly CatalogueDescription[];
}

export interface LookedUp<Thing> {
  readonly thing: Thing;
  readonly match: CatalogueMatch;
}

/** Asks the catalogue about things, a slice at a time, and answers with each slice as it comes. */
export async function* lookUpInSlices<Thing extends Described>(
  catalogue: Pick<CataloguePort, 'recognise'>,
  things: readonly Thing[],
  signal?: AbortSignal,
): AsyncGenerator<readonly LookedUp<Thing>[]> {
  for (const slice of slices(things)) {
    const descriptions = slice.flatMap((thing) => thing.descriptions);
    const matches = await catalogue.recognise({ descriptions }, signal === undefined ? {} : { signal });
    let start = 0;
    yield slice.map((thing) => ({
      thing,
      match: matchOf(matches.slice(start, (start += thing.descriptions.length))),
    }));
  }
}

/** Parts of at most SLICE descriptions; a thing's descriptions stay together. */
function* slices<Thing extends Described>(things: readonly Thing[]): Generator<readonly Thing[]> {
  let slice: Thing[] = [];
  let size = 0;
  for (const next of things) {
    if (size > 0 && size + next.descriptions.length > SLICE) {
      yield slice;
      slice = [];
      size = 0;
    }
    slice.push(next);
    size += next.descriptions.length;
  }
  if (slice.length > 0) yield slice;
}
