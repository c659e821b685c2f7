/** Languages and scripts that a title can be seen to be written in. A title in plain letters says nothing. */
export const WRITINGS = {
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  'Arabic letters (Persian)': /\p{Script=Arabic}/u,
  'Chinese, Japanese, Korean': /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u,
  Turkish: /[ğışĞİŞ]/u,
  'Danish, Norwegian': /[æøÆØ]/u,
  'other letters with marks': /[^\P{Script=Latin}\p{ASCII}]/u,
} as const;

export type Writing = keyof typeof WRITINGS;

/** The first that fits; null for a title in the letters A to Z. */
export function writingOf(title: string): Writing | null {
  const found = Object.entries(WRITINGS).find(([, pattern]) => pattern.test(title));
  // A key of WRITINGS.
  return found === undefined ? null : (found[0] as Writing);
}
