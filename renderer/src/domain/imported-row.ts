import type { ImportedField } from './item-fields/field-names';
import type { ItemFieldValues } from './item-fields/item-fields';

/** One row of an export, understood. Common to every source. */
export interface ImportedRow extends Pick<ItemFieldValues, ImportedField> {
  /** Name of the file (or zip member) and the line its record starts at, 1-based; of a list file the entry's number. */
  readonly file: string;
  readonly line: number;
  /** Epoch milliseconds (a date without zone is midnight UTC). */
  readonly addedAt: number | null;
  /** When the rating was given, epoch milliseconds, where the export says so apart from `finishedAt`. */
  readonly ratedAt?: number | null;
  /** Other ratings of the same thing, of records that were joined: they do not count. Where undated, `at` is null. */
  readonly otherRatings?: readonly { readonly rating: number; readonly at: number | null }[];
  /** A "like" or heart without a scale; ignored where there is a rating too. */
  readonly liked?: boolean;
  /** A thumb down, a block; ignored where there is a rating too. */
  readonly disliked?: boolean;
  /** How often it was met where an export counts: a song played, a series' episodes seen. */
  readonly plays?: number;
  /** Every day it was finished, where there are several, epoch milliseconds; `finishedAt` is the last of them. */
  readonly finishedDates?: readonly number[];
}

export interface SkippedRow {
  readonly file: string;
  readonly line: number;
  /** Why, and what could be done: "no title", … */
  readonly reason: string;
  /** First characters of the row, for the preview only. */
  readonly excerpt: string;
  /** The whole record of a table, for saving it apart. */
  readonly record?: { readonly header: readonly string[]; readonly cells: readonly string[] };
  /** The row, where all that keeps it out is a title: it has ids, by which the catalogue may know its name. */
  readonly nameless?: ImportedRow;
}

/** Cells of one column that say something and could not be read; their rows are read without them. */
export interface UnreadColumn {
  readonly file: string;
  /** As the file calls it. */
  readonly column: string;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly { readonly line: number; readonly cell: string }[];
}

/** A record that was joined into an earlier one, of the same thing. */
export interface JoinedRecord {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  /** The record that it went into. */
  readonly into: { readonly file: string; readonly line: number; readonly title: string };
}

/** A list that a file brings besides its rows. */
export interface ImportedList {
  readonly title: string;
  readonly description: string;
  /** In order. An entry means the row with its line; what is merged has one entry, its first. */
  readonly entries: readonly { readonly line: number; readonly annotation: string }[];
}

/** What only the person knows of a file: which profile is theirs, what a song is to become. */
export interface ImportQuestion {
  /** Unique within its source. */
  readonly id: string;
  /** "Which profile is yours?" */
  readonly text: string;
  /** At least two. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The value that the rows were read by. */
  readonly answer: string;
}

/** The words of all rows, the most used first. */
export interface FoundWords {
  readonly tags: readonly string[];
  readonly shelves: readonly string[];
}

/** What was recognised in one or several files of one source. */
export interface ImportAnalysis {
  /** The id of an `ImportSource`, or 'csv'. */
  readonly source: string;
  /** In words: "Goodreads library export (24 columns)". */
  readonly sourceLabel: string;
  readonly files: readonly string[];
  /** All records: rowCount = rows + skipped + merged repeats. */
  readonly rowCount: number;
  /** One per thing: several records of the same thing (diary, ratings, …) are merged. */
  readonly rows: readonly ImportedRow[];
  /**
   * Places in `rows` of those that share a title or an id with another: only they may be one with another row. Left
   * out: nobody has looked.
   */
  readonly namesakes?: readonly number[];
  readonly words: FoundWords;
  readonly mergedCount: number;
  /**
   * Which records were joined into which, in the order of the files. Plays and episodes are only counted, in
   * `mergedCount`.
   */
  readonly joined: readonly JoinedRecord[];
  /** By file and column. */
  readonly unreadCells: readonly UnreadColumn[];
  readonly skipped: readonly SkippedRow[];
  /** Members of an archive that were not read, and why: "profile.csv: personal". */
  readonly ignoredFiles: readonly { readonly file: string; readonly reason: string }[];
  /** Remarks for the preview; nothing was lost: "decoded as Windows-1252". */
  readonly warnings: readonly string[];
  /** Asked in the preview; another answer reads the files again. */
  readonly questions: readonly ImportQuestion[];
  /** What to do about rows with ids and no title; left out where the source has nothing to say of them. */
  readonly namelessAdvice?: string;
  /** null: the files are no list. Of an analysis with a list, all rows are of one file. */
  readonly list: ImportedList | null;
}
