import { errorCode, isFull } from './file-system';
import { HostFailure } from './host-failure';

/** What the disk refused, in words for the person at the window. A HostFailure stays what it is. */
export function storageFailure(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  const cause = { cause: error };
  if (isFull(error))
    return new HostFailure(
      'storage-full',
      'The disk that holds your data is full. Free some space: Handpicked goes on by itself once there is some.',
      cause,
    );
  const code = errorCode(error);
  switch (code) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new HostFailure(
        'storage-failed',
        `Handpicked may not write to the folder that holds your data (${code}). Allow it, or start with another folder (--data).`,
        cause,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new HostFailure(
        'storage-failed',
        'The folder that holds your data is no longer there. Bring it back, or connect its disk again.',
        cause,
      );
    case '':
      return new HostFailure('unexpected', error instanceof Error ? error.message : String(error), cause);
    default:
      return new HostFailure(
        'storage-failed',
        `The disk that holds your data does not work as it should (${code}). Check it, and keep a copy of your data elsewhere.`,
        cause,
      );
  }
}
