/** The lines of a text, some thousands at a time: a promise for every line would cost more than the line. */
export type LineBatches = AsyncIterable<readonly string[]>;

const NEW_LINE = 10;

/** Splits bytes into lines of UTF-8, wherever the pieces end. Keeps no more than one piece and one line in memory. */
export async function* splitLines(pieces: AsyncIterable<Uint8Array>): LineBatches {
  const decoder = new TextDecoder();
  let rest = new Uint8Array();
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(NEW_LINE);
    if (end < 0) {
      rest = joined(rest, piece);
      continue;
    }
    const whole = joined(rest, piece.subarray(0, end));
    rest = piece.slice(end + 1);
    yield decoder.decode(whole).split('\n').map(withoutReturn);
  }
  if (rest.length > 0) yield [withoutReturn(decoder.decode(rest))];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
