import { Dexie, type EntityTable } from 'dexie';
import { z } from 'zod';
import { AppError } from '../domain/errors';
import { parserOf } from '../domain/parsing';
import type { CatalogueFiles, KeptCatalogueStore, KeptSet } from '../domain/ports/kept-catalogue-store';
import { databaseError } from './database-errors';

const NAME = 'handpicked-catalogue';

interface KeptRow {
  readonly set: KeptSet;
  readonly files: CatalogueFiles;
}

const parse = parserOf(
  z.object({
    files: z.record(
      z.string(),
      z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
    ),
  }),
);

/**
 * A database of its own, which the catalogue's worker opens: megabytes that come out of files, never among what a
 * person wrote. One row per set, so that a set is there as a whole or not at all.
 */
export class DexieKeptCatalogueStore implements KeptCatalogueStore {
  readonly #database: Dexie & { sets: EntityTable<KeptRow, 'set'> };

  constructor() {
    const database = new Dexie(NAME) as Dexie & { sets: EntityTable<KeptRow, 'set'> };
    database.version(1).stores({ sets: 'set' });
    this.#database = database;
  }

  async read(set: KeptSet): Promise<CatalogueFiles | null> {
    const row = await this.#database.sets.get(set);
    if (row === undefined) return null;
    const parsed = parse(row);
    if (parsed === undefined) throw new AppError('catalogue-damaged', 'What was kept of it cannot be read.');
    return parsed.files;
  }

  async put(set: KeptSet, files: CatalogueFiles): Promise<void> {
    try {
      await this.#database.sets.put({ set, files });
    } catch (error) {
      throw databaseError(error);
    }
  }

  async remove(set: KeptSet): Promise<void> {
    await this.#database.sets.delete(set);
  }
}
