import type { ItemFacts, ItemStatus } from './item';

/** One row of an export, understood. Common to every source. */
export interface ImportedRow extends ItemFacts {
  /** Name of the file (or zip member) and the line its record starts at, 1-based. */
  readonly file: string;
  readonly line: number;
  readonly originalTitle: string | null;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly url: string | null;
  /** 0..1; null = unrated. */
  readonly ownRating: number | null;
  readonly status: ItemStatus;
  /** Epoch milliseconds (a date without zone is midnight UTC). */
  readonly finishedAt: number | null;
  readonly addedAt: number | null;
  /** When the rating was given, epoch milliseconds, where the export says so apart from `finishedAt`. */
  readonly ratedAt?: number | null;
  /** A "like" or heart without a scale; says nothing where there is a rating too. */
  readonly liked?: boolean;
  readonly note: string | null;
  readonly privateNote: string | null;
}

export interface SkippedRow {
  readonly file: string;
  readonly line: number;
  /** Why, and what could be done: "no title", … */
  readonly reason: string;
  /** First characters of the row, for the preview only. */
  readonly excerpt: string;
}

/** What was recognised in one or several files of one source. */
export interface ImportAnalysis {
  /** 'goodreads', 'letterboxd', 'imdb', 'csv', 'handpicked-list'. */
  readonly source: string;
  /** In words: "Goodreads library export (24 columns)". */
  readonly sourceLabel: string;
  readonly files: readonly string[];
  /** Records met, skipped ones and repeats included: rowCount = understood + skipped + merged repeats. */
  readonly rowCount: number;
  /** One per thing: several records of the same thing (diary, ratings, …) are merged. */
  readonly rows: readonly ImportedRow[];
  readonly mergedCount: number;
  readonly skipped: readonly SkippedRow[];
  /** Members of an archive that were left alone, and why: "profile.csv: personal". */
  readonly ignoredFiles: readonly { readonly file: string; readonly reason: string }[];
  /** Things worth telling that lost nothing: "decoded as Windows-1252". */
  readonly warnings: readonly string[];
}
