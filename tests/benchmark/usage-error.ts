/** A mistake on the command line or in a file; only its message is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
