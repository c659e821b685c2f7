import { AppError } from '../../domain/errors';
import type { DamagedTableRow } from '../../domain/archived-table';
import type { ArchiveManifest } from './archive-manifest';
import { ArchiveWriter, type ArchiveWriterOptions } from './archive-writer';

/** Rows of one table, as they are stored; or rows that the source itself could not read. */
export type ArchiveBatch =
  | { readonly table: string; readonly rows: readonly unknown[] }
  | { readonly damaged: readonly DamagedTableRow[] };

export interface WriteArchiveOptions extends Omit<ArchiveWriterOptions, 'emit'> {
  /** Table by table in the order of `tables`, ascending by key within each. A batch should be some thousand rows. */
  readonly batches: AsyncIterable<ArchiveBatch>;
  readonly signal?: AbortSignal;
  /** Rows written so far. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * The archive in pieces, read from `batches` as they are asked for; returns its manifest. What is in memory depends on
 * the size of a batch, not of the library. Rejects with `cancelled` between two batches.
 */
export async function* writeArchive(options: WriteArchiveOptions): AsyncGenerator<Uint8Array, ArchiveManifest> {
  let pieces: Uint8Array[] = [];
  const taken = (): readonly Uint8Array[] => {
    const written = pieces;
    pieces = [];
    return written;
  };
  const writer = new ArchiveWriter({ ...options, emit: (bytes) => pieces.push(bytes) });
  let rows = 0;
  for await (const batch of options.batches) {
    if (options.signal?.aborted === true)
      throw new AppError('cancelled', 'Writing the file was cancelled; nothing was changed.');
    if ('damaged' in batch) batch.damaged.forEach((row) => writer.addDamaged(row));
    else writer.addRows(batch.table, batch.rows);
    rows += 'damaged' in batch ? batch.damaged.length : batch.rows.length;
    options.onProgress?.(rows);
    yield* taken();
  }
  const manifest = writer.finish();
  yield* taken();
  return manifest;
}
