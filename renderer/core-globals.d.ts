/**
 * What the pure core may name of its environment: classes and functions that browsers, workers and Node share and that
 * compute the same everywhere. Written out because the core compiles without their libraries.
 */
interface AbortSignal {
  readonly aborted: boolean;
}

/** Use cases that run for a while make one for what they call (application/import/import-session.ts). */
declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  /** Throws a RangeError for an encoding that is not known. */
  constructor(encoding?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  /** Throws a TypeError for a malformed text where `fatal` is set. `stream`: a character may go on in the next part. */
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { readonly stream?: boolean }): string;
}

/** Bytes that may lie on a disk: a chosen file, or what was put together in memory. */
declare class Blob {
  constructor(parts?: readonly (Uint8Array<ArrayBuffer> | Blob | string)[]);
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(start?: number, end?: number): Blob;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

interface ReadableStream<Chunk> {
  getReader(): {
    read(): Promise<
      { readonly done: false; readonly value: Chunk } | { readonly done: true; readonly value?: undefined }
    >;
    cancel(reason?: unknown): Promise<void>;
  };
}

declare class DecompressionStream {
  constructor(format: 'gzip' | 'deflate' | 'deflate-raw');
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: {
    getWriter(): { write(chunk: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> };
  };
}

declare class URL {
  constructor(address: string);
  static canParse(address: string): boolean;
  readonly protocol: string;
  readonly href: string;
}

/** Elapsed time only, for pacing long jobs (importing/pacer.ts); lint keeps both out of everything that computes. */
declare const performance: { now(): number };
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
