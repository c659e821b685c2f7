import { type ListLine, type ListExportOptions, textExporter } from './exported-file';
import { creditLine, oneLine, paragraphs, stars, webAddress } from './line-text';

/** A numbered list: title (linked where there is an address), makers and year, stars, then the curator's words. */
export const exportMarkdown = textExporter('md', 'text/markdown;charset=utf-8', (list, lines, options) => {
  const head = [`# ${escapeMarkdown(oneLine(list.title))}`, ...paragraphs(list.description).map(escapeMarkdown)];
  return `${[...head, ...lines.map((line) => entry(line, options))].join('\n\n')}\n`;
});

function entry({ position, item, annotation }: ListLine, options: ListExportOptions): string {
  const number = `${position}. `;
  const title = `**${escapeMarkdown(oneLine(item.title))}**`;
  const address = webAddress(item.url);
  const credit = creditLine(item);
  const first = [
    address === null
      ? title
      : `[${title}](${address.replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'))})`,
    ...(credit === '' ? [] : [`(${escapeMarkdown(credit)})`]),
    ...(item.ownRating === null ? [] : [stars(item.ownRating)]),
  ].join(' ');
  const words = [...paragraphs(annotation), ...paragraphs(item.note ?? '')].map(escapeMarkdown);
  const privateWords =
    options.includePrivateNotes === true
      ? paragraphs(item.privateNote ?? '').map((text) => `_Private note:_ ${escapeMarkdown(text)}`)
      : [];
  // Continuation paragraphs belong to the entry where they are indented as far as its text.
  return [
    `${number}${first}`,
    ...[...words, ...privateWords].map((text) => `${' '.repeat(number.length)}${text}`),
  ].join('\n\n');
}

/**
 * What Markdown would read as markup, anywhere or at the start of a line (CommonMark 0.31, GitHub tables and
 * strikethrough).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&#|~]/g, String.raw`\$&`)
    .replace(/^([-+=])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}
