import type { ArchivePlace } from './archive-errors';

/**
 * What is said of an archive that can be used all the same.
 * not-sealed: packed again by another program · seal-wrong: a byte that is no row was changed · unknown-member: a file
 * that does not belong to the format, kept aside · damaged-row: was damaged when the archive was written, or does not
 * fit its table now; restored as it is, and there for no query · reference-missing: names a thing or person that is not
 * there · odd-row: holds what no form would have let in
 */
export const ARCHIVE_PROBLEM_CODES = [
  'not-sealed',
  'seal-wrong',
  'unknown-member',
  'damaged-row',
  'reference-missing',
  'odd-row',
] as const;
export type ArchiveProblemCode = (typeof ARCHIVE_PROBLEM_CODES)[number];

/** Problems of one kind in one part are one entry: the first, and how many there are. */
export interface ArchiveProblem {
  readonly code: ArchiveProblemCode;
  /** Member of the zip; empty for the file as a whole. */
  readonly part: string;
  readonly line: number | null;
  readonly count: number;
  /** Of the first. */
  readonly detail: string;
}

export class ArchiveProblems {
  readonly #found = new Map<string, ArchiveProblem>();

  add(code: ArchiveProblemCode, { part, line }: ArchivePlace, detail: string): void {
    const id = `${code}/${part}`;
    const known = this.#found.get(id);
    if (known === undefined) this.#found.set(id, { code, part, line: line ?? null, count: 1, detail });
    else this.#found.set(id, { ...known, count: known.count + 1 });
  }

  all(): readonly ArchiveProblem[] {
    return [...this.#found.values()];
  }
}
