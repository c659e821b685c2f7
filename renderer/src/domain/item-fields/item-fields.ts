import { z } from 'zod';
import { type CatalogueLink, catalogueLinkSchema } from '../catalogue-link';
import { MAX_LENGTH } from '../item-length';
import { ITEM_STATUSES, type Crowd, type ItemStatus, type Series } from '../item-values';
import { fiveStars } from '../stars';
import { type TwinAnswers, twinAnswersSchema } from '../twin-answers';
import {
  addedIdentifiers,
  addedTags,
  crowdOfEditions,
  fillBlank,
  furtherStatus,
  joinedNotes,
  keepFirst,
  laterDate,
  newerCrowd,
  statusAfter,
} from './field-rules';
import { COLUMN_HEADERS } from './column-headers';
import { REQUIRED, type FieldTable } from './item-field';

/**
 * What an item holds. Not in here: `id`, `addedAt` and `updatedAt` (see `Item`), which the library gives every item and
 * which follow none of the rules below.
 */
export interface ItemFieldValues {
  /** One of KINDS or any other word, lower case. */
  readonly kind: string;
  /** Without the series. */
  readonly title: string;
  readonly originalTitle: string | null;
  readonly creators: readonly string[];
  /** Year of first publication; may be negative. */
  readonly year: number | null;
  /**
   * Minutes, or pages of something read (books, comics); of what comes in episodes, as a rule of one. null = not known.
   */
  readonly length: number | null;
  /** What the thing is: genres, subjects, moods. */
  readonly tags: readonly string[];
  /** Where the owner keeps it, in their own words or another service's: "favorites", "read-2019", "own-kindle". */
  readonly shelves: readonly string[];
  readonly series: Series | null;
  readonly crowd: Crowd | null;
  /** Ids elsewhere: isbn13, isbn10, goodreads, imdb, letterboxd, … */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly url: string | null;
  /** The owner's rating, 0..1; null = unrated (never zero for "no rating"). */
  readonly ownRating: number | null;
  readonly status: ItemStatus;
  /** When the owner finished it, epoch milliseconds (a date without zone is midnight UTC). */
  readonly finishedAt: number | null;
  /** Public words of the owner: a review or why it was added. */
  readonly note: string | null;
  /** Never leaves the machine unless asked for. */
  readonly privateNote: string | null;
  /** False for a thing that is known only because a friend loves or hates it. */
  readonly inLibrary: boolean;
  /** True: never offer this item as a pick. */
  readonly excludedFromPicks: boolean;
  /** Where it came from: 'manual', 'sample', 'goodreads', 'letterboxd', 'imdb', 'csv', … */
  readonly source: string;
  /** What of it came from the catalogue, and what it is not; null: neither was ever said. */
  readonly catalogue: CatalogueLink | null;
  /** What its owner said of things that look like it; null: nothing was ever said. */
  readonly twins: TwinAnswers | null;
  /** When the owner last set or emptied a field by hand, epoch milliseconds, by its name; see by-hand.ts. */
  readonly byHand: Readonly<Record<string, number>>;
}

const share = z.number().min(0).max(1);
const optionalText = z.string().nullable();
const fill = { merge: fillBlank, patch: fillBlank } as const;
/** The window shows it in a place of its own, or not at all. */
const notListed = { csv: null, form: null, inFactsTable: false, search: null } as const;

/**
 * One entry per field; parsers, storage, import, export, forms and the recommender's view are derived from it. What
 * each part means is said in item-field.ts. A new field: its type above, its entry here, a migration, its words in
 * text/item-fields.ts.
 */
export const ITEM_FIELDS = {
  kind: {
    schema: z.string().min(1),
    blank: REQUIRED,
    scope: 'fact',
    recommender: 'vector',
    imported: { merge: keepFirst, patch: keepFirst, column: 'own-reader' },
    portable: 'required',
    csv: { header: 'Kind', place: 40, cell: (kind) => kind },
    form: { editor: 'kind', row: 20 },
    inFactsTable: false,
    search: { boost: 1, text: (kind) => kind },
  },
  title: {
    schema: z.string().min(1),
    blank: REQUIRED,
    scope: 'fact',
    recommender: 'vector',
    imported: { merge: keepFirst, patch: keepFirst, column: 'own-reader' },
    portable: 'required',
    csv: { header: 'Title', place: 10, cell: (title) => title },
    form: { editor: 'title', row: 10 },
    inFactsTable: false,
    search: { boost: 3, text: (title) => title },
  },
  originalTitle: {
    schema: optionalText,
    blank: null,
    scope: 'fact',
    recommender: 'none',
    imported: {
      merge: fillBlank,
      patch: (current, imported, { title }) => (imported === title ? current : fillBlank(current, imported)),
      column: {
        headers: COLUMN_HEADERS.originalTitle,
        read: 'text',
      },
    },
    portable: 'required',
    csv: null,
    form: { editor: 'text', row: 40 },
    inFactsTable: true,
    search: { boost: 1, text: (originalTitle) => originalTitle ?? '' },
  },
  creators: {
    schema: z.array(z.string()),
    blank: [],
    scope: 'fact',
    recommender: 'vector',
    imported: { ...fill, column: 'own-reader' },
    portable: 'required',
    csv: { header: 'Creators', place: 20, cell: (creators) => creators.join('; ') },
    form: { editor: 'list', row: 30 },
    inFactsTable: false,
    search: { boost: 2, text: (creators) => creators.join(' ') },
  },
  year: {
    schema: z.number().int().nullable(),
    blank: null,
    scope: 'fact',
    recommender: 'vector',
    imported: {
      ...fill,
      column: {
        headers: COLUMN_HEADERS.year,
        read: 'year',
      },
    },
    portable: 'required',
    csv: { header: 'Year', place: 30, cell: (year) => year ?? '' },
    form: { editor: 'number', row: 20 },
    inFactsTable: false,
    search: null,
  },
  length: {
    schema: z.number().int().min(1).max(MAX_LENGTH).nullable(),
    blank: null,
    scope: 'fact',
    recommender: 'other',
    imported: { ...fill, column: 'own-reader' },
    portable: 'optional',
    csv: { header: 'Length (minutes or pages)', place: 50, cell: (length) => length ?? '' },
    form: { editor: 'length', row: 20 },
    inFactsTable: true,
    search: null,
  },
  tags: {
    schema: z.array(z.string()),
    blank: [],
    scope: 'fact',
    recommender: 'vector',
    imported: {
      merge: addedTags,
      patch: addedTags,
      column: {
        headers: COLUMN_HEADERS.tags,
        read: 'list',
      },
    },
    portable: 'required',
    csv: { header: 'Tags', place: 60, cell: (tags) => tags.join('; ') },
    form: { editor: 'tags', row: 60 },
    inFactsTable: true,
    search: { boost: 1, text: (tags) => tags.join(' ') },
  },
  shelves: {
    schema: z.array(z.string()),
    blank: [],
    scope: 'owner',
    recommender: 'none',
    imported: {
      merge: addedTags,
      patch: addedTags,
      column: {
        headers: ['shelves', 'bookshelves', 'bookshelf', 'collections', 'lists', 'labels', 'regale'],
        read: 'list',
      },
    },
    portable: 'optional',
    csv: { header: 'Shelves', place: 65, cell: (shelves) => shelves.join('; ') },
    form: { editor: 'tags', row: 65 },
    inFactsTable: true,
    search: { boost: 1, text: (shelves) => shelves.join(' ') },
  },
  series: {
    schema: z.object({ name: z.string(), position: z.number().nullable() }).nullable(),
    blank: null,
    scope: 'fact',
    // Its name is one of the item's tags to the encoder.
    recommender: 'vector',
    imported: { ...fill, column: 'own-reader' },
    portable: 'required',
    csv: null,
    form: { editor: 'series', row: 50 },
    inFactsTable: false,
    search: { boost: 1, text: (series) => series?.name ?? '' },
  },
  crowd: {
    schema: z.object({ rating: share.nullable(), count: z.number().min(0).nullable() }).nullable(),
    blank: null,
    scope: 'fact',
    recommender: 'other',
    imported: { merge: crowdOfEditions, patch: newerCrowd, column: 'own-reader' },
    portable: 'required',
    csv: null,
    form: null,
    inFactsTable: true,
    search: null,
  },
  identifiers: {
    schema: z.record(z.string(), z.string()),
    blank: {},
    scope: 'fact',
    recommender: 'none',
    imported: { merge: addedIdentifiers, patch: addedIdentifiers, column: 'own-reader' },
    portable: 'required',
    csv: null,
    form: null,
    inFactsTable: true,
    search: null,
  },
  url: {
    schema: optionalText,
    blank: null,
    scope: 'fact',
    recommender: 'none',
    imported: {
      ...fill,
      column: {
        headers: COLUMN_HEADERS.url,
        read: 'link',
      },
    },
    portable: 'required',
    csv: { header: 'Link', place: 100, cell: (url) => url ?? '' },
    form: { editor: 'link', row: 70 },
    inFactsTable: false,
    search: null,
  },
  ownRating: {
    schema: share.nullable(),
    blank: null,
    scope: 'owner',
    recommender: 'none',
    imported: {
      merge: (first, second, { secondRatingWins }) => (secondRatingWins ? second : first),
      patch: (current, imported, { ratingIsNewer }) =>
        imported !== null && (current === null || ratingIsNewer) ? imported : current,
      column: 'own-reader',
    },
    portable: 'required',
    csv: { header: 'Rating (of 5)', place: 70, cell: (rating) => (rating === null ? '' : fiveStars(rating)) },
    form: null,
    inFactsTable: false,
    search: null,
  },
  status: {
    schema: z.enum(ITEM_STATUSES),
    blank: 'none',
    scope: 'owner',
    recommender: 'none',
    imported: { merge: furtherStatus, patch: statusAfter, column: 'own-reader' },
    portable: 'required',
    ...notListed,
  },
  finishedAt: {
    schema: z.number().nullable(),
    blank: null,
    scope: 'owner',
    recommender: 'none',
    imported: { merge: laterDate, patch: laterDate, column: 'own-reader' },
    portable: 'required',
    ...notListed,
  },
  note: {
    schema: optionalText,
    blank: null,
    scope: 'owner',
    recommender: 'none',
    imported: {
      merge: joinedNotes,
      patch: fillBlank,
      column: {
        headers: COLUMN_HEADERS.note,
        read: 'paragraphs',
      },
    },
    portable: 'required',
    csv: { header: 'Note', place: 90, cell: (note) => note ?? '' },
    form: null,
    inFactsTable: false,
    search: null,
  },
  privateNote: {
    schema: optionalText,
    blank: null,
    scope: 'private',
    recommender: 'none',
    imported: {
      merge: joinedNotes,
      patch: fillBlank,
      column: {
        headers: COLUMN_HEADERS.privateNote,
        read: 'paragraphs',
      },
    },
    portable: 'required',
    csv: { header: 'Private note', place: 110, cell: (privateNote) => privateNote ?? '' },
    form: null,
    inFactsTable: false,
    search: null,
  },
  inLibrary: {
    schema: z.boolean(),
    blank: true,
    scope: 'library',
    recommender: 'none',
    imported: null,
    portable: 'no',
    ...notListed,
  },
  excludedFromPicks: {
    schema: z.boolean(),
    blank: false,
    scope: 'library',
    recommender: 'none',
    imported: null,
    portable: 'no',
    ...notListed,
  },
  source: {
    schema: z.string(),
    blank: 'manual',
    scope: 'library',
    recommender: 'other',
    imported: null,
    portable: 'no',
    ...notListed,
  },
  catalogue: {
    schema: catalogueLinkSchema.nullable(),
    blank: null,
    scope: 'library',
    recommender: 'none',
    imported: null,
    portable: 'no',
    ...notListed,
  },
  twins: {
    schema: twinAnswersSchema.nullable(),
    blank: null,
    scope: 'library',
    recommender: 'none',
    imported: null,
    portable: 'no',
    ...notListed,
  },
  byHand: {
    schema: z.record(z.string(), z.number()),
    blank: {},
    scope: 'library',
    recommender: 'none',
    imported: null,
    portable: 'no',
    ...notListed,
  },
} as const satisfies FieldTable<ItemFieldValues>;
