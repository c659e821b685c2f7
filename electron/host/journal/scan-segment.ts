import { frameAt, nextMarker, type Frame } from './record-frame';
import { decodeHeader, HEADER_BYTES } from './segment-header';

/** Bytes of a file that are neither its header nor a whole record. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** What stands in a file, in order. */
export type Part =
  | { readonly gap: Gap; readonly frame?: undefined }
  | { readonly frame: Frame; readonly gap?: undefined };

/** Whole records and what is between them. After damage, reading goes on at the next record whose checksum holds. */
export function* partsOf(bytes: Buffer, start: number): Generator<Part> {
  let position = start;
  while (position < bytes.length) {
    const frame = frameAt(bytes, position);
    if (frame !== null) {
      yield { frame };
      position = frame.end;
      continue;
    }
    const from = position;
    do position = nextMarker(bytes, position + 1);
    while (position < bytes.length && frameAt(bytes, position) === null);
    yield { gap: { from, to: position } };
  }
}

/** The same of a whole file, its header included: where that is damaged, it is the first gap, or part of it. */
export function* partsOfSegment(bytes: Buffer): Generator<Part> {
  if (decodeHeader(bytes) !== null) {
    yield* partsOf(bytes, HEADER_BYTES);
    return;
  }
  let position = 0;
  while (position < bytes.length && frameAt(bytes, position) === null) position = nextMarker(bytes, position + 1);
  yield { gap: { from: 0, to: position } };
  yield* partsOf(bytes, position);
}
