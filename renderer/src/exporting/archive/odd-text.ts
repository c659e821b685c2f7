import type { JsonLine } from './json-lines';

/** Longer than any note a person writes; a title has some dozen. */
const MAX_TEXT = 100_000;
/** Times in milliseconds that a Date can hold; beyond it no number of the library has a meaning. */
const MAX_NUMBER = 8.64e15;
/** Characters that turn the direction of the text behind them (Unicode UAX 9, explicit formatting). */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/;
/** JSON.stringify writes half of a surrogate pair as an escape, and a whole pair as it is. */
const LONE_SURROGATE = /\\u[dD][89a-fA-F]/;

/** What is strange about the texts and numbers of a row, whatever its table; null where nothing is. */
export function oddText({ text, value }: JsonLine): string | null {
  if (BIDI_CONTROLS.test(text)) return 'holds characters that turn the direction of text';
  if (LONE_SURROGATE.test(text)) return 'holds half a character';
  return oddValue(value);
}

function oddValue(value: unknown): string | null {
  if (typeof value === 'string') return value.length > MAX_TEXT ? 'holds a text of extreme length' : null;
  if (typeof value === 'number') return Math.abs(value) > MAX_NUMBER ? 'holds a number without a meaning' : null;
  if (!(value instanceof Object)) return null;
  for (const held of Object.values(value)) {
    const odd = oddValue(held);
    if (odd !== null) return odd;
  }
  return null;
}
