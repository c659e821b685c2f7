import type { ItemStatus } from '../../domain/item-values';

/** Opinion and progress of the sample library's invented owner. */
export interface SampleOpinion {
  readonly status: ItemStatus;
  /** Stars of five; null = unrated. */
  readonly stars: number | null;
  /** Days before the sample is installed. */
  readonly daysAgo: number;
  readonly note: string | null;
}

export interface SampleItem {
  readonly kind: string;
  readonly title: string;
  readonly creators: readonly string[];
  readonly year: number | null;
  readonly tags: readonly string[];
  /** Pages or minutes, as `ItemFacts` counts; of a series' usual episode. */
  readonly length: number | null;
  /** null: not in the library, known only because a sample friend loves or hates it. */
  readonly opinion: SampleOpinion | null;
}

export const rated = (stars: number, daysAgo: number, note: string | null = null): SampleOpinion => ({
  status: 'finished',
  stars,
  daysAgo,
  note,
});
export const wanted = (daysAgo: number, note: string | null = null): SampleOpinion => ({
  status: 'wanted',
  stars: null,
  daysAgo,
  note,
});
export const begun = (daysAgo: number): SampleOpinion => ({ status: 'in-progress', stars: null, daysAgo, note: null });
export const dropped = (daysAgo: number, note: string | null = null): SampleOpinion => ({
  status: 'abandoned',
  stars: null,
  daysAgo,
  note,
});

/** Writes things of one kind, a line each; creators and tags are separated by commas. */
export function shelf(kind: string) {
  return (
    title: string,
    creators: string,
    year: number | null,
    tags: string,
    opinion: SampleOpinion | null = null,
    length: number | null = null,
  ): SampleItem => ({
    kind,
    title,
    creators: split(creators),
    year,
    tags: split(tags),
    length,
    opinion,
  });
}

function split(text: string): readonly string[] {
  return text === '' ? [] : text.split(', ');
}
