import type { SourceRow } from '../../../renderer/src/catalogue/building/source-row';

/** How far what comes from a source may be passed on. */
export const TERMS = ['open', 'share-alike', 'personal'] as const;
export type SourceTerms = (typeof TERMS)[number];

/** A source with what the notice says of it. */
export interface BuiltSource {
  readonly name: string;
  readonly terms: SourceTerms;
  /** SPDX name, or the licence in its own words. */
  readonly licence: string;
  /** Where the facts come from, with the version of it. */
  readonly origin: string;
  /** Who is to be credited. */
  readonly credit: string;
  /** Day of the version, "2026-08-20"; null where it is not known. */
  readonly day: string | null;
  readonly note: string;
  readonly rows: readonly SourceRow[];
}
