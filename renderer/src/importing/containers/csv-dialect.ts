const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A cell of "|---|:--:|", below the header of a table of Markdown. */
export const RULE_CELL = '(?::?-{3,}:?|:-+:?|-+:)';
const SPACED_CELL = String.raw`[ \t]*${RULE_CELL}[ \t]*`;
const MARKDOWN_RULE = new RegExp(String.raw`^\|?${SPACED_CELL}(?:\|${SPACED_CELL})+\|?[ \t]*$`, 'm');

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
    const most = Math.max(...counts);
    const tied = DELIMITERS.filter((_delimiter, place) => counts[place] === most);
    if (most > 0) return tied.length === 1 ? (tied[0] ?? ',') : steadiest(tied, text.slice(start), most);
    if (end === -1) break;
    start = end + 1;
  }
  return ',';
}

/** Of delimiters that the first line has as often as each other: the one that most lines have as often. */
function steadiest(delimiters: readonly string[], text: string, count: number): string {
  const lines = text.slice(0, 20_000).split('\n').slice(0, 20);
  const steady = delimiters.map(
    (delimiter) => lines.filter((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1 === count).length,
  );
  return delimiters[steady.indexOf(Math.max(...steady))] ?? ',';
}

/** Excel's first line "sep=;", which names the delimiter; null where there is none. */
export const statedDelimiter = (text: string): string | null =>
  /^\s*"?sep=([^\s"]|\t)"?[ ;,\t]*(?:\n|$)/i.exec(text)?.[1] ?? null;

/** A line that a version control system leaves where two versions of a file met. */
export const CONFLICT_START = /^<{7} /;
export const CONFLICT_END = /^>{7} /;
export const CONFLICT_MIDDLE = /^(?:={7}$|\|{7}(?: |$))/;
