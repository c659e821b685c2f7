import { z } from 'zod';

/** A file that a person chose or dropped, read where it lies: what of a browser's `File` is needed. */
export interface PickedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly lastModified: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export const pickedFileSchema = z.custom<PickedFile>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'lastModified' in value,
);
