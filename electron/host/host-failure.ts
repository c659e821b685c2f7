import type { HostErrorCode, HostReply } from '../host-contract';

/** A refusal or failure that the page is told about by its code; anything else a handler throws is `unexpected`. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  constructor(
    readonly code: HostErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Runs a handler and puts what came of it into the form that crosses the boundary. Never rejects. */
export async function replyOf(handler: () => Promise<unknown>): Promise<HostReply> {
  try {
    return { ok: true, value: await handler() };
  } catch (error) {
    if (error instanceof HostFailure) return { ok: false, code: error.code, message: error.message };
    return { ok: false, code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
  }
}
