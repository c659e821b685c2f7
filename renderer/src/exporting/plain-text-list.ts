import { type ListLine, type ListExportOptions, textExporter } from './exported-file';
import { creditLine, oneLine, paragraphs, stars, webAddress } from './line-text';

/** For a chat or a letter. */
export const exportPlainText = textExporter('txt', 'text/plain;charset=utf-8', (list, lines, options) => {
  const head = [isolate(oneLine(list.title)), ...paragraphs(list.description).map(isolate)];
  return `${[head.join('\n'), ...lines.map((line) => entry(line, options))].join('\n\n')}\n`;
});

function entry({ position, item, annotation }: ListLine, options: ListExportOptions): string {
  const credit = creditLine(item);
  const indent = ' '.repeat(`${position}. `.length);
  const first = [
    `${position}.`,
    isolate(oneLine(item.title)),
    ...(credit === '' ? [] : [`(${isolate(credit)})`]),
    ...(item.ownRating === null ? [] : [stars(item.ownRating)]),
  ].join(' ');
  const address = webAddress(item.url);
  const rest = [
    ...paragraphs(annotation),
    ...paragraphs(item.note ?? ''),
    ...(options.includePrivateNotes === true
      ? paragraphs(item.privateNote ?? '').map((text) => `Private note: ${text}`)
      : []),
  ].map(isolate);
  return [first, ...rest.map((text) => indent + text), ...(address === null ? [] : [indent + address])].join('\n');
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Keeps right-to-left words from turning the numbers and brackets around them (Unicode UAX #9, isolates). */
function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
