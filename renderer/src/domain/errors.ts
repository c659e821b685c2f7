/** The closed list of errors that the window can explain. */
export const ERROR_CODES = [
  'cancelled',
  'file-unreadable',
  'file-too-large',
  'format-unknown',
  'format-invalid',
  'not-found',
  'invalid-input',
  'database-newer',
  'database-blocked',
  'database-damaged',
  'storage-full',
  'storage-failed',
  'folder-in-use',
  'journal-newer',
  'no-host',
  'archive-damaged',
  'archive-newer',
  'passphrase-needed',
  'passphrase-wrong',
  'model-missing',
  'model-damaged',
  'model-incompatible',
  'catalogue-missing',
  'catalogue-damaged',
  'catalogue-incompatible',
  'worker-crashed',
  'host-refused',
  'unknown-method',
  'unexpected',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** `message` says what happened and what to do, in words for the person at the window. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Any thrown value as an AppError; an abort is `cancelled`, a bug keeps its message under `unexpected`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.name === 'AbortError')
    return new AppError('cancelled', error.message, { cause: error });
  return new AppError('unexpected', error instanceof Error ? error.message : String(error), { cause: error });
}
