import { z } from 'zod';
import type { Fields } from './parsing';

/** Fields of an item that the catalogue may fill. */
export const FILLABLE_FIELDS = ['kind', 'creators', 'year', 'length', 'originalTitle', 'tags', 'identifiers'] as const;
export type FillableField = (typeof FILLABLE_FIELDS)[number];

/** What an item has to do with the catalogue. Entries are named by keys that outlive the catalogue that is loaded. */
export interface CatalogueLink {
  /** Keys of the entry that its facts came from, or that the owner said it is; empty for none. */
  readonly entry: readonly string[];
  /** Fields that hold what the catalogue says. A field that is changed since is no longer one. */
  readonly filled: readonly FillableField[];
  /** Keys of entries that the owner said it is not. */
  readonly different: readonly string[];
}

export const NO_LINK: CatalogueLink = { entry: [], filled: [], different: [] };

const keys = z.array(z.string()).readonly();
export const catalogueLinkSchema: z.ZodType<CatalogueLink> = z.object({
  entry: keys,
  filled: z.array(z.enum(FILLABLE_FIELDS)).readonly(),
  different: keys,
} satisfies Fields<CatalogueLink>);
