import type { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import { catalogueIndex, type CatalogueEntry, type CatalogueIndex } from '../../../renderer/src/domain/catalogue';
import { drawn } from '../recognise/drawn';
import type { IsKnown } from '../recognise/recognition';

export interface TypedThing {
  readonly index: CatalogueIndex;
  readonly entry: CatalogueEntry;
}

export interface Group {
  readonly name: string;
  readonly kind: string;
  readonly things: readonly TypedThing[];
}

/** Of so many best known, so many are drawn. */
const FAMOUS = 1000;
const DRAWN = 200;
const OTHER_KINDS = ['book', 'series', 'anime', 'game', 'board game', 'album', 'recipe', 'wine'] as const;

/**
 * Whose titles are typed: 200 of the 1,000 best known films; 200 of the books that the model was trained on; of every
 * other kind 200 of its 1,000 best known, or all where there are fewer. Always the same ones.
 */
export function groupsOf(catalogue: Pick<Catalogue, 'entry' | 'size'>, isTrained: IsKnown): readonly Group[] {
  const all = Array.from({ length: catalogue.size }, (_, place): TypedThing => {
    const index = catalogueIndex(place);
    return { index, entry: catalogue.entry(index) };
  });
  const ofKind = (kind: string): readonly TypedThing[] => all.filter(({ entry }) => entry.kind === kind);
  const famous = (kind: string): readonly TypedThing[] =>
    [...ofKind(kind)]
      .sort((left, right) => (right.entry.popularity ?? 0) - (left.entry.popularity ?? 0))
      .slice(0, FAMOUS);
  const trained = ofKind('book').filter(({ entry }) => isTrained({ ...entry, series: null }));
  return [
    { name: 'famous films', kind: 'movie', things: drawn(famous('movie'), DRAWN) },
    { name: 'trained books', kind: 'book', things: drawn(trained, DRAWN) },
    ...OTHER_KINDS.map((kind) => ({ name: `famous: ${kind}`, kind, things: drawn(famous(kind), DRAWN) })),
  ].filter(({ things }) => things.length > 0);
}
