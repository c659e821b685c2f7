import { AppError } from '../../domain/errors';
import type { Pacer } from '../pacer';

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * What a gzip file holds. Rejects with `file-too-large` as soon as more than `limit` bytes have come out, and with
 * `file-unreadable` where it is damaged or not whole.
 */
export async function gunzip(name: string, blob: Blob, limit: number, pacer: Pacer): Promise<Blob> {
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts);
      size += value.byteLength;
      if (size > limit)
        throw new AppError(
          'file-too-large',
          `${name} unpacks to more than ${String(Math.round(limit / 2 ** 20))} MB; it does not look like an export.`,
        );
      parts.push(value);
      await pacer.yieldIfDue();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file-unreadable', `${name} is not a whole gzip file. Download or copy it again.`, {
      cause: error,
    });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
