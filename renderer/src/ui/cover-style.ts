import { stableHash } from '../domain/stable-hash';

/** Backgrounds on which white text keeps at least 5:1 (WCAG AA needs 4.5:1); the test computes it. */
export const COVER_COLOURS = [
  '#3b5b4c',
  '#2f4858',
  '#6b3f3f',
  '#5a4a6f',
  '#744619',
  '#1f5c63',
  '#4d5a2a',
  '#7b3454',
  '#3d4f7c',
  '#5c4636',
  '#4a3b57',
  '#2d5a3a',
] as const;
export const COVER_PATTERNS = ['spine', 'moon', 'band', 'frame'] as const;

export interface CoverStyle {
  readonly colour: string;
  readonly pattern: (typeof COVER_PATTERNS)[number];
}

/** The same thing always gets the same cover, on every computer. */
export function coverStyle(kind: string, title: string): CoverStyle {
  const value = stableHash(`${kind}\n${title.toLowerCase()}`);
  return {
    colour: COVER_COLOURS[value % COVER_COLOURS.length] ?? COVER_COLOURS[0],
    pattern: COVER_PATTERNS[Math.floor(value / 64) % COVER_PATTERNS.length] ?? 'spine',
  };
}

/** What fits on a small cover: the first letters of up to two words that carry meaning. */
export function coverInitials(title: string): string {
  const words = title.split(/[\s:–—-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const carrying = words.filter(
    (word) => !/^(?:the|a|an|of|and|to|in|on|der|die|das|le|la|les|el|los|il)$/iu.test(word),
  );
  const chosen = (carrying.length > 0 ? carrying : words).slice(0, 2);
  const letters = chosen.map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').join('');
  return letters === '' ? '…' : letters.toLocaleUpperCase();
}

/** Letters of ordinary width in a line of a cover at full size, bold, in the widest of the fonts (DejaVu Serif). */
const LETTERS_IN_LINE = { medium: 7.4, large: 9.4 } as const;

/** 0.5..1: how much smaller a title is set so that its longest word stays in one piece and the whole fits. */
export function titleScale(title: string, size: keyof typeof LETTERS_IN_LINE): number {
  const longest = Math.max(1, ...title.split(/[\s-]+/u).map(widthOf));
  return Math.max(0.5, Math.min(1, LETTERS_IN_LINE[size] / longest, title.length > 45 ? 0.8 : 1));
}

/** Width in letters of ordinary width: m and w are half as wide again. */
function widthOf(word: string): number {
  return word.length + (word.match(/[mw]/giu)?.length ?? 0) / 2;
}
