const DELIMITERS = [',', ';', '\t', '|'] as const;

/** "|---|:--:|", below the header of a table of Markdown. */
const RULE_CELL = String.raw`[ \t]*(?::?-{3,}:?|:-+:?|-+:)[ \t]*`;
const MARKDOWN_RULE = new RegExp(String.raw`^\|?${RULE_CELL}(?:\|${RULE_CELL})+\|?[ \t]*$`, 'm');

/**
 * The commonest delimiter outside quotes on the first line that holds any: data may hold any of them, headers do not.
 */
export function sniffDelimiter(text: string): string {
  if (MARKDOWN_RULE.test(text)) return '|';
  let start = 0;
  for (let tries = 0; tries < 10 && start < text.length; tries += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + 20_000)).replace(/"[^"]*"/g, '');
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
    const best = counts.indexOf(Math.max(...counts));
    if ((counts[best] ?? 0) > 0) return DELIMITERS[best] ?? ',';
    if (end === -1) break;
    start = end + 1;
  }
  return ',';
}

/** Excel's first line "sep=;", which names the delimiter; null where there is none. */
export const statedDelimiter = (text: string): string | null =>
  /^\s*"?sep=([^\s"]|\t)"?[ ;,\t]*(?:\n|$)/i.exec(text)?.[1] ?? null;

/** A line that a version control system leaves where two versions of a file met. */
export const CONFLICT_START = /^<{7} /;
export const CONFLICT_END = /^>{7} /;
export const CONFLICT_MIDDLE = /^(?:={7}$|\|{7}(?: |$))/;
