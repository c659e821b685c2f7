import type { ImportQuestion } from '../../domain/imported-row';
import type { CsvRecord } from './csv-records';
import type { JsonItem } from './json-items';
import type { MarkupToken } from './markup-tokens';

/** What the bytes of a file are, whatever its name says. A sheet of a workbook is a file too. */
export type Container = 'table' | 'json' | 'xml' | 'html' | 'text';

/** What a source may look at to recognise a file: its beginning and its path, nothing further. */
export interface FileHead {
  /** "ratings.csv"; a member "letterboxd.zip/likes/films.csv". Content decides; a path may only break a tie. */
  readonly path: string;
  readonly container: Container;
  /** The first characters, at most `HEAD_CHARACTERS`. */
  readonly text: string;
  /** Of a table or text the first records, at most `HEAD_RECORDS`; of JSON and markup none. */
  readonly firstRecords: readonly CsvRecord[];
}

export const HEAD_CHARACTERS = 65_536;
export const HEAD_RECORDS = 40;

export interface RecordOptions {
  /** True where a quotation mark is a character like any other (LibraryThing). */
  readonly plainQuotes?: boolean;
  /**
   * The header of the table: records with more or fewer cells come mended where one way to mend them fits the columns,
   * else with their `fault`.
   */
  readonly header?: readonly string[];
  /** Told of what is out of place: "line 12: …". */
  readonly warn?: (warning: string) => void;
}

export interface TextLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/**
 * A file that is read from its beginning as often as needed, part by part. What is read comes in batches, so that a
 * million records are no million turns of the event loop. Every reading rejects with an AppError only: `cancelled`,
 * `file-too-large` beyond a budget, `file-unreadable` where it is damaged, `format-invalid` naming the place that is
 * not of its kind.
 */
export interface SourceFile extends FileHead {
  /** Bytes as it lies unpacked, as far as that is known before it is read. */
  readonly bytes: number;
  /** Remarks on how it was decoded: "read as UTF-16". */
  readonly warnings: readonly string[];
  /** Which encoding it has, where that is a guess. */
  readonly questions: readonly ImportQuestion[];
  /** Records of a table with the line each starts at, blank lines left out. */
  readonly records: (options?: RecordOptions) => AsyncIterable<readonly CsvRecord[]>;
  /** Lines without their ends, blank ones too. */
  readonly lines: () => AsyncIterable<readonly TextLine[]>;
  /**
   * The values of the array that lies at `path`: [] for the whole, ['response', 'games'] inside objects, '*' for every
   * key. Nothing where there is no array. With [] the values of JSON Lines too, one of which may be all there is.
   */
  readonly jsonItems: (path: readonly string[]) => AsyncIterable<readonly JsonItem[]>;
  /** The whole as one value, for small ones. */
  readonly json: () => Promise<unknown>;
  /** Tags and texts of XML or HTML in order, entities resolved. */
  readonly tokens: () => AsyncIterable<readonly MarkupToken[]>;
}
