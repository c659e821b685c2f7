import { type ListExportOptions, type ListLine, textExporter } from './exported-file';
import { creditLine, oneLine, paragraphs, starNumber, stars, webAddress } from './line-text';
import { itemListJsonLd } from './schema-org';
import { ownValue } from '../domain/own-value';

const STYLE = `
:root { color-scheme: light dark; --text: #1d1b18; --soft: #655f57; --line: #e2dcd2; --paper: #fdfbf7; --accent: #9a3412; }
@media (prefers-color-scheme: dark) { :root { --text: #ece7df; --soft: #a9a196; --line: #3a352f; --paper: #1b1917; --accent: #fdba74; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 1.0625rem/1.6 Georgia, "Iowan Old Style", serif; overflow-wrap: anywhere; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .75rem; }
ol { list-style: none; margin: 2rem 0 0; padding: 0; }
li { display: grid; grid-template-columns: 2.5rem 1fr; padding: 1.25rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.number { color: var(--accent); font-size: 1.25rem; font-variant-numeric: tabular-nums; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: .15em; }
p { margin: .5rem 0 0; }
.credit, .private, footer { color: var(--soft); font: .9rem/1.5 system-ui, sans-serif; }
.stars { color: var(--accent); letter-spacing: .08em; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
@media print { :root { --text: #000; --soft: #444; --line: #bbb; --paper: #fff; --accent: #000; } main { max-width: none; padding: 0; } }
`;

/** One page that needs nothing else: no script, no picture, no font from elsewhere, and a policy that says so. */
export const exportHtml = textExporter(
  'html',
  'text/html;charset=utf-8',
  (list, lines, options) => `<!doctype html>
<html lang="${attribute(options.locale ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(oneLine(list.title))}</title>
<style>${STYLE}</style>
<script type="application/ld+json">${itemListJsonLd(list, lines, options)}</script>
</head>
<body>
<main>
<h1 dir="auto">${escapeHtml(oneLine(list.title))}</h1>
${paragraphs(list.description)
  .map((text) => `<p dir="auto">${escapeHtml(text)}</p>`)
  .join('\n')}
<ol>
${lines.map((line) => entry(line, options)).join('\n')}
</ol>
<footer>${footer(list.updatedAt, options)}</footer>
</main>
</body>
</html>
`,
);

function entry({ position, item, annotation }: ListLine, options: ListExportOptions): string {
  const title = escapeHtml(oneLine(item.title));
  const address = webAddress(item.url);
  const heading = address === null ? title : `<a href="${attribute(address)}" rel="noreferrer">${title}</a>`;
  const credit = creditLine(item);
  const rating =
    item.ownRating === null
      ? ''
      : `<span class="stars" role="img" aria-label="${starNumber(item.ownRating)} / 5">${stars(item.ownRating)}</span>`;
  const details = [credit === '' ? '' : `<bdi>${escapeHtml(credit)}</bdi>`, escapeHtml(item.kind), rating]
    .filter((text) => text !== '')
    .join(' · ');
  const words = [...paragraphs(annotation), ...paragraphs(item.note ?? '')].map(
    (text) => `<p dir="auto">${escapeHtml(text)}</p>`,
  );
  const privateWords =
    options.includePrivateNotes === true
      ? paragraphs(item.privateNote ?? '').map(
          (text) => `<p class="private" dir="auto">Private note: ${escapeHtml(text)}</p>`,
        )
      : [];
  return `<li><span class="number" aria-hidden="true">${position}</span><div><h2 dir="auto">${heading}</h2><p class="credit">${details}</p>${[...words, ...privateWords].join('')}</div></li>`;
}

function footer(updatedAt: number, options: ListExportOptions): string {
  const date = new Intl.DateTimeFormat(options.locale, { dateStyle: 'long' }).format(updatedAt);
  const author =
    options.authorName === undefined || options.authorName === ''
      ? ''
      : `<bdi>${escapeHtml(options.authorName)}</bdi>, `;
  return `${author}${escapeHtml(date)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ownValue(ENTITIES, character) ?? character);
}
const attribute = escapeHtml;
