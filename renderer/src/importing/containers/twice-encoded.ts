import { encodeWindows1252 } from './windows-1252';

/** Text that was UTF-8, was read as Windows-1252 and written as UTF-8 again: "CafÃ©" for "Café". */

const BEYOND_ASCII = /[^\x00-\x7f]+/gu; // oxlint-disable-line no-control-regex -- all of ASCII, controls too
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function meant(run: string): string | null {
  const bytes = encodeWindows1252(run);
  if (bytes === null) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Whether all of a text beyond ASCII was encoded twice; null: nothing in it is beyond ASCII. */
export function isTwiceEncoded(text: string): boolean | null {
  const runs = text.replace(/^\ufeff/u, '').match(BEYOND_ASCII);
  return runs === null ? null : runs.every((run) => meant(run) !== null);
}

/** The text that was meant; what was encoded once stays as it is. */
export const onceEncoded = (text: string): string => text.replace(BEYOND_ASCII, (run) => meant(run) ?? run);
