import { gzipSync, zipSync } from 'fflate';

/** What parsers trip over. */
const TOKENS: readonly string[] = [
  ['"', '""', '"""', "'", ',', ';', '\t', '|', '\n', '\r', '\r\n', '\n\n', '\0', '\\', '\\"', '\uFEFF', '\u202E'],
  ['{', '}', '[', ']', ':', 'null', '-', '1e999', '\\u0000', '\\ud800', '"__proto__":', '[['.repeat(50)],
  ['<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<?xml ', '&', '&amp;', '&#0;', '&e;', '<a b="'],
  ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '=cmd()', '../../', 'constructor', '__proto__'],
  ['<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n', 'sep=;\n', '99999999999999999999', '0000-00-00', '31/02/2020', 'NaN'],
].flat();
const BYTES: readonly number[] = [0, 0x1a, 0x22, 0x7f, 0x80, 0xbf, 0xc0, 0xed, 0xf4, 0xfe, 0xff];
const MAX_BYTES = 2 ** 17;

/** One of the files, changed in a few places; now and then packed, and changed again. */
export function mutated(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  random: () => number,
): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const file = pick(files);
  let bytes = changed(file.bytes, pick(files).bytes, random, pick);
  if (random() < 0.1) bytes = changed(zipSync({ [file.name]: bytes }), file.bytes, random, pick);
  else if (random() < 0.05) bytes = changed(gzipSync(bytes), file.bytes, random, pick);
  const name =
    random() < 0.2 ? pick(['a', 'x.csv', 'profile.csv', 'list.json', '../up', 'a/b/deleted/c.csv']) : file.name;
  return { name, bytes };
}

function changed(
  start: Uint8Array,
  other: Uint8Array,
  random: () => number,
  pick: <Value>(values: readonly Value[]) => Value,
): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(start);
  const place = (length = bytes.length): number => Math.floor(random() * (length + 1));
  const spliced = (at: number, drop: number, added: Uint8Array): Uint8Array<ArrayBuffer> => {
    const result = new Uint8Array(Math.max(0, bytes.length - drop) + added.length);
    result.set(bytes.subarray(0, at));
    result.set(added, at);
    result.set(bytes.subarray(at + drop), at + added.length);
    return result;
  };
  for (let times = Math.floor(random() ** 2 * 12); times >= 0; times -= 1) {
    const at = place();
    const drop = Math.min(bytes.length - at, Math.floor(random() ** 4 * 2000));
    const kind = random();
    if (kind < 0.35)
      bytes = spliced(at, random() < 0.5 ? 0 : Math.min(1, drop), new TextEncoder().encode(pick(TOKENS)));
    else if (kind < 0.5) bytes = spliced(at, Math.min(1, bytes.length - at), Uint8Array.of(pick(BYTES)));
    else if (kind < 0.65) bytes = spliced(at, drop, new Uint8Array());
    else if (kind < 0.8) bytes = spliced(at, 0, bytes.slice(at, at + drop));
    else if (kind < 0.9) {
      const from = place(other.length);
      bytes = spliced(at, drop, other.slice(from, from + Math.floor(random() * 500)));
    } else if (kind < 0.95) bytes = bytes.slice(0, at);
    else bytes = spliced(at, 0, new TextEncoder().encode(pick(TOKENS).repeat(1 + Math.floor(random() ** 6 * 5000))));
    if (bytes.length > MAX_BYTES) bytes = bytes.slice(0, MAX_BYTES);
  }
  return bytes;
}
