import { AppError, toAppError } from '../../domain/errors';
import { unpackedParts, type ByteSource } from './byte-source';

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What a gzip file holds, unpacked anew each time. Reading rejects with `file-unreadable` where it is not whole. */
export function gunzipped(name: string, blob: Blob): ByteSource {
  return {
    size: blob.size,
    parts: async function* () {
      try {
        yield* unpackedParts(blob, 'gzip');
      } catch (error) {
        const known = toAppError(error);
        if (known.code !== 'unexpected') throw known;
        throw new AppError('file-unreadable', `${name} is not a whole gzip file. Download or copy it again.`, {
          cause: error,
        });
      }
    },
  };
}
