const emphasis = (marks: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}\\*~_])(${marks})(?=[^\s*~_])([^*~_]*[^\s*~_\\])\1(?![\p{L}\p{N}*~_])`, 'gu');
const STARS = emphasis(String.raw`\*{1,3}|~~`);
/** Addresses have them, too. */
const UNDERSCORES = emphasis('__?');
const ESCAPE = /\\(?=[&_*#!~+-])|(?<=^\d+)\\(?=[.)])/gu;
const LINK = /^\[(?<title>.+)\]\((?<url>https?:\/\/[^\s)]+)\)$/u;

/** "[[Kiln]]", "[[Kilns/Kiln|The Kiln]]" of notes that link each other. */
const WIKI_LINK = /\[\[(?:[^\][|]*\|)?(?<shown>[^\][|]+)\]\]/gu;

/** `**Kilns** and *Lamps*`, `Salt \& Sea`, `1984\.` as words; "M*A*S*H" stays. */
export function withoutMarkdown(text: string): string {
  const plain = text.replace(WIKI_LINK, '$<shown>').replace(STARS, '$2').replace(ESCAPE, '');
  return plain.includes('://') ? plain : plain.replace(UNDERSCORES, '$2');
}

/** The formula of a spreadsheet for a link. */
const FORMULA = /^=HYPERLINK\("(?<url>https?:\/\/[^"\s]+)"\s*[,;]\s*"(?<title>(?:[^"]|"")+)"\)$/iu;

/** A cell that is one link, or is written in bold, in italics or struck through. */
export function markdownCell(cell: string): { readonly text: string; readonly url: string | null } {
  const plain = /^(\*{1,3}|~~)(?=[^\s*~]).*[^\s*~\\]\1$/u.test(cell) ? withoutMarkdown(cell) : cell;
  const formula = FORMULA.exec(cell.trim())?.groups;
  if (formula !== undefined) return { text: (formula.title ?? '').replaceAll('""', '"'), url: formula.url ?? null };
  const { title, url } = LINK.exec(plain)?.groups ?? {};
  return title === undefined || url === undefined ? { text: plain, url: null } : { text: withoutMarkdown(title), url };
}
