import { AppError, toAppError } from '../../domain/errors';
import type { Pacer } from '../pacer';
import { BUDGETS } from './budgets';

/** Bytes that can be read from their beginning as often as needed. */
export interface ByteSource {
  /** As far as it is known before it is read. */
  readonly size: number;
  /** Where the bytes lie as one piece. */
  readonly blob?: Blob;
  readonly parts: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export const blobSource = (blob: Blob): ByteSource => ({
  size: blob.size,
  blob,
  parts: () => streamParts(blob.stream()),
});

export const bytesSource = (bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  size: bytes.byteLength,
  parts: async function* () {
    yield await Promise.resolve(bytes);
  },
});

export async function* streamParts(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * What a packed blob holds, in parts. Where it is left before the end, the packed bytes end early and what is still
 * under way is let out: an unpacker of Node's that is cancelled instead throws where nobody can catch it.
 */
export async function* unpackedParts(
  packed: Blob,
  format: 'gzip' | 'deflate-raw',
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream(format);
  const reader = readable.getReader();
  let isLeft = false;
  const feed = async (): Promise<void> => {
    const writer = writable.getWriter();
    try {
      for await (const part of streamParts(packed.stream())) {
        if (isLeft) break;
        await writer.write(part);
      }
    } finally {
      // Where that fails, reading fails, too.
      await writer.close().catch(() => undefined);
    }
  };
  // Handled at once: it may fail long before anybody waits for it.
  const feeding = feed().then(() => null, toAppError);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } catch (error) {
    // Bytes that could not be read look like an archive that ends too early.
    throw (await feeding) ?? error;
  } finally {
    isLeft = true;
    let isOver = false;
    while (!isOver)
      isOver = await reader.read().then(
        ({ done }) => done,
        () => true,
      );
  }
}

/** A longer part is cut, so that none keeps a thread busy for longer than a frame. */
const PART_BYTES = 2 ** 17;

/**
 * The bytes in parts. Rejects with an AppError: `cancelled`, `file-too-large`, or `file-unreadable` where the disk or
 * the archive fails.
 */
export async function* bytesOf(source: ByteSource, pacer: Pacer): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let total = 0;
  try {
    for await (const part of source.parts()) {
      total += part.byteLength;
      if (total > BUDGETS.fileBytes) throw fileTooLarge();
      for (let start = 0; start < part.byteLength; start += PART_BYTES) {
        await pacer.yieldIfDue();
        yield part.subarray(start, start + PART_BYTES);
      }
    }
  } catch (error) {
    throw readingError(error);
  }
}

const fileTooLarge = (): AppError =>
  new AppError(
    'file-too-large',
    `the file holds more than ${String(BUDGETS.fileBytes / 2 ** 30)} GB. Split it and drop its parts one after the other.`,
  );

function readingError(error: unknown): AppError {
  const known = toAppError(error);
  if (known.code !== 'unexpected') return known;
  return new AppError(
    'file-unreadable',
    'the file could not be read to its end. See whether it is still there, copy it again, and drop it once more.',
    { cause: error },
  );
}

/** At most `size` bytes of the beginning. */
export async function firstBytes(source: ByteSource, size: number, pacer: Pacer): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(size);
  let filled = 0;
  for await (const part of bytesOf(source, pacer)) {
    const wanted = part.subarray(0, size - filled);
    head.set(wanted, filled);
    filled += wanted.byteLength;
    if (filled === size) break;
  }
  return head.subarray(0, filled);
}

/** All of it at once, for what must be read at random: an archive inside another. */
export async function wholeBlob(source: ByteSource, limit: number, pacer: Pacer): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of bytesOf(source, pacer)) {
    size += part.byteLength;
    if (size > limit)
      throw new AppError(
        'file-too-large',
        `it unpacks to more than ${String(Math.round(limit / 2 ** 20))} MB. Unpack it and drop the files.`,
      );
    parts.push(part);
  }
  return new Blob(parts);
}
