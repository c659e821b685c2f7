import { z } from 'zod';
import type { Brand } from './ids';
import { IDENTITY_EVIDENCE, type IdentityEvidence } from './identity-evidence';
import type { Item } from './item';
import type { Crowd } from './item-values';
import type { Fields } from './parsing';

/** What the catalogue knows of one thing. Facts alone: nothing in it is about the person at the window. */
export interface CatalogueEntry {
  /** As `Item.kind`. */
  readonly kind: string;
  readonly title: string;
  /** Other titles it goes by: original, translated, romanised. */
  readonly aliases: readonly string[];
  /** At most MAX_CATALOGUE_CREATORS. */
  readonly creators: readonly string[];
  /** At most MAX_CATALOGUE_CAST. */
  readonly cast: readonly string[];
  readonly year: number | null;
  /** Words of the controlled vocabulary (catalogue/building). */
  readonly tags: readonly string[];
  /** As `Item.length`. */
  readonly length: number | null;
  /** By keys of identity/identifier-namespaces.ts. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** Rank within its source, 0 (least known) to 1; null where the source has none. */
  readonly popularity: number | null;
  readonly crowd: Crowd | null;
  /** Names of the sources it was merged from. */
  readonly sources: readonly string[];
}

export const MAX_CATALOGUE_CREATORS = 2;
export const MAX_CATALOGUE_CAST = 3;

/**
 * Number of an entry in the catalogue that is loaded. Another catalogue has other numbers, so it is never stored: what
 * is kept of an entry are its facts and its identifiers.
 */
export type CatalogueIndex = Brand<number, 'CatalogueIndex'>;
export const catalogueIndex = (value: number): CatalogueIndex => value as CatalogueIndex;
export const catalogueIndexSchema = z.custom<CatalogueIndex>(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);

/** A thing that may be what is being typed. */
export interface CatalogueSuggestion {
  readonly index: CatalogueIndex;
  readonly entry: CatalogueEntry;
  /** The alias that was matched; null where the title itself was. */
  readonly alias: string | null;
  /** exact: the whole title · words: every word typed is in it · spelling: with a letter wrong in one or more words. */
  readonly matched: (typeof SUGGESTION_MATCHES)[number];
}
export const SUGGESTION_MATCHES = ['exact', 'words', 'spelling'] as const;

/**
 * What the catalogue knows of a thing that was recognised, as the recommender gets it beside the thing's own facts.
 * It is never written into the person's data.
 */
export interface BackgroundFacts extends Pick<CatalogueEntry, 'creators' | 'cast' | 'tags' | 'year'> {
  /** Its title there and its other titles. */
  readonly titles: readonly string[];
  /** By the same makers or with the same actors, the nearest first. */
  readonly kin: readonly Kin[];
}

/** Another thing of the catalogue, as far as the model's table is asked for it. */
export interface Kin extends Pick<CatalogueEntry, 'kind' | 'title' | 'creators' | 'year'> {
  /** Cosine of the makers + ½ that of the leading actors, above 0. */
  readonly likeness: number;
}

/** Of what kin is asked for: an entry, or a thing that the catalogue does not know, by its makers. */
export interface KinQuestion extends Pick<CatalogueEntry, 'kind' | 'creators'> {
  readonly index: CatalogueIndex | null;
}

/** What is looked up: the facts that identity compares. Whatever is not known is null or empty. */
export type CatalogueDescription = Pick<Item, 'kind' | 'title' | 'creators' | 'year' | 'series'> &
  Partial<Pick<Item, 'originalTitle' | 'identifiers' | 'length'>> & {
    /** A year in which somebody had it already: nothing of a later year is meant. */
    readonly knownBy?: number | null;
  };

/**
 * What a thing was recognised by, the strongest first. `title`: nothing else was known, and one thing of that kind
 * bears the title, or is far better known than the others that do; shown as such, and never enough to merge two things.
 */
export const RECOGNISED_BY = ['id', 'title-year', 'alias', 'title-creator', 'title'] as const;
export type RecognisedBy = (typeof RECOGNISED_BY)[number];

export interface CatalogueCandidate {
  readonly index: CatalogueIndex;
  readonly entry: CatalogueEntry;
  readonly evidence: readonly IdentityEvidence[];
}

/** What the catalogue makes of a description. */
export type CatalogueMatch =
  | (CatalogueCandidate & {
      readonly verdict: 'same';
      readonly by: RecognisedBy;
      /** The alias that was matched; null where the title itself was, or neither (an id). */
      readonly alias: string | null;
    })
  | (CatalogueCandidate & {
      /**
       * The entry is not the thing, but what it is a season, an episode or an edition of. Who made it and its tags hold
       * for the thing too; its ids, year and length do not.
       */
      readonly verdict: 'part';
      /** What the whole was recognised by. */
      readonly by: RecognisedBy;
    })
  | {
      readonly verdict: 'doubtful';
      /** Closest first. */
      readonly candidates: readonly CatalogueCandidate[];
    }
  | {
      readonly verdict: 'none';
      /** True: one of its creators made something that is in the catalogue. */
      readonly authorKnown: boolean;
    };

/** waiting: nobody has asked it anything yet · ready · unavailable: there is none, or it was refused. */
export const CATALOGUE_STATUSES = ['waiting', 'ready', 'unavailable'] as const;

/** Whose files answer: those of the program, or those that the person put in their place. */
export const CATALOGUE_ORIGINS = ['shipped', 'own'] as const;

/** Which catalogue answers: shown in Settings. */
export interface CatalogueState {
  readonly status: (typeof CATALOGUE_STATUSES)[number];
  /** One plain sentence. */
  readonly reason: string;
  readonly version: string | null;
  /** Another one wherever a file is another one; what was looked up in it is looked up anew in another. */
  readonly contents: string | null;
  /** Day of its newest source, "2026-11-03". */
  readonly builtFrom: string | null;
  readonly things: number;
  readonly origin: (typeof CATALOGUE_ORIGINS)[number];
  /** Titles of IMDb's own files, beside the others; null where there are none. */
  readonly imdb: ImdbTitles | null;
  /** Why files that are kept on this device are not used; null where all are. */
  readonly problem: string | null;
}

/** What was taken from IMDb's files that a person has. */
export interface ImdbTitles {
  /** Day of the files, "2026-11-03". */
  readonly builtFrom: string;
  readonly things: number;
}

export const INITIAL_CATALOGUE_STATE: CatalogueState = {
  status: 'waiting',
  reason: 'The catalogue is read when it is first needed.',
  version: null,
  contents: null,
  builtFrom: null,
  things: 0,
  origin: 'shipped',
  imdb: null,
  problem: null,
};

/** A source of the catalogue, as its manifest names it. */
export interface CatalogueSource {
  readonly name: string;
  /** Name or address of where its facts come from. */
  readonly origin: string;
  /** SPDX name, "CC-BY-SA-4.0". */
  readonly licence: string;
  /** Entries that have something from it. */
  readonly entries: number;
}

/** Where the facts come from, and whom the licences ask to name. */
export interface CatalogueNotice {
  /** In Markdown; null for files that came without it. */
  readonly text: string | null;
  readonly sources: readonly CatalogueSource[];
}

const texts = z.array(z.string()).readonly();
const crowdSchema: z.ZodType<Crowd> = z.object({
  rating: z.number().min(0).max(1).nullable(),
  count: z.number().min(0).nullable(),
} satisfies Fields<Crowd>);
const identifiers = z.record(z.string(), z.string());
const evidence = z.array(z.enum(IDENTITY_EVIDENCE)).readonly();

export const catalogueEntrySchema: z.ZodType<CatalogueEntry> = z.object({
  kind: z.string().min(1),
  title: z.string().min(1),
  aliases: texts,
  creators: texts,
  cast: texts,
  year: z.int().nullable(),
  tags: texts,
  length: z.int().nullable(),
  identifiers,
  popularity: z.number().min(0).max(1).nullable(),
  crowd: crowdSchema.nullable(),
  sources: texts,
} satisfies Fields<CatalogueEntry>);

export const catalogueSuggestionSchema: z.ZodType<CatalogueSuggestion> = z.object({
  index: catalogueIndexSchema,
  entry: catalogueEntrySchema,
  alias: z.string().nullable(),
  matched: z.enum(SUGGESTION_MATCHES),
} satisfies Fields<CatalogueSuggestion>);

export const catalogueDescriptionSchema: z.ZodType<CatalogueDescription> = z.object({
  kind: z.string(),
  title: z.string(),
  creators: texts,
  year: z.number().nullable(),
  series: z.object({ name: z.string(), position: z.number().nullable() }).nullable(),
  originalTitle: z.string().nullable().exactOptional(),
  identifiers: identifiers.exactOptional(),
  length: z.number().nullable().exactOptional(),
  knownBy: z.number().nullable().exactOptional(),
});

export const kinSchema: z.ZodType<Kin> = z.object({
  kind: z.string().min(1),
  title: z.string().min(1),
  creators: texts,
  year: z.int().nullable(),
  likeness: z.number().positive(),
} satisfies Fields<Kin>);

export const kinQuestionSchema: z.ZodType<KinQuestion> = z.object({
  index: catalogueIndexSchema.nullable(),
  kind: z.string(),
  creators: texts,
} satisfies Fields<KinQuestion>);

export const backgroundFactsSchema: z.ZodType<BackgroundFacts> = z.object({
  titles: texts,
  creators: texts,
  cast: texts,
  tags: texts,
  year: z.int().nullable(),
  kin: z.array(kinSchema).readonly(),
} satisfies Fields<BackgroundFacts>);

export const backgroundFactsOf = (
  { title, aliases, creators, cast, tags, year }: CatalogueEntry,
  kin: readonly Kin[],
): BackgroundFacts => ({ titles: [title, ...aliases], creators, cast, tags, year, kin });

/**
 * What a match and its kin say of the thing; null where neither says anything. A season, an episode or an edition has
 * the makers, the tags and the titles of the whole, for that is how it is known; its year is its own.
 */
export function backgroundFactsIn(match: CatalogueMatch | null, kin: readonly Kin[]): BackgroundFacts | null {
  if (match === null || (match.verdict !== 'same' && match.verdict !== 'part'))
    return kin.length === 0 ? null : { titles: [], creators: [], cast: [], tags: [], year: null, kin };
  const facts = backgroundFactsOf(match.entry, kin);
  return match.verdict === 'same' ? facts : { ...facts, year: null };
}

const candidate = { index: catalogueIndexSchema, entry: catalogueEntrySchema, evidence };
export const catalogueMatchSchema: z.ZodType<CatalogueMatch> = z.union([
  z.object({
    verdict: z.literal('same'),
    ...candidate,
    by: z.enum(RECOGNISED_BY),
    alias: z.string().nullable(),
  }),
  z.object({ verdict: z.literal('part'), ...candidate, by: z.enum(RECOGNISED_BY) }),
  z.object({ verdict: z.literal('doubtful'), candidates: z.array(z.object(candidate)).readonly() }),
  z.object({ verdict: z.literal('none'), authorKnown: z.boolean() }),
]);

export const catalogueStateSchema: z.ZodType<CatalogueState> = z.object({
  status: z.enum(CATALOGUE_STATUSES),
  reason: z.string(),
  version: z.string().nullable(),
  contents: z.string().nullable(),
  builtFrom: z.string().nullable(),
  things: z.number(),
  origin: z.enum(CATALOGUE_ORIGINS),
  imdb: z.object({ builtFrom: z.string(), things: z.number() } satisfies Fields<ImdbTitles>).nullable(),
  problem: z.string().nullable(),
} satisfies Fields<CatalogueState>);

const source: z.ZodType<CatalogueSource> = z.object({
  name: z.string(),
  origin: z.string(),
  licence: z.string(),
  entries: z.number(),
} satisfies Fields<CatalogueSource>);

export const catalogueNoticeSchema: z.ZodType<CatalogueNotice> = z.object({
  text: z.string().nullable(),
  sources: z.array(source).readonly(),
} satisfies Fields<CatalogueNotice>);
