import type { ArchiveProblem, ArchiveProblemCode } from '../../domain/archive';
import type { ArchivePlace } from './archive-errors';

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
