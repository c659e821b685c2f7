import type { ImportedRow } from '../../domain/imported-row';
import { splitList } from '../cells/cell-values';
import { eachJson } from '../read-json';
import { findHeader } from '../containers/csv-table';
import { elementsOf } from '../containers/markup-elements';
import type { SourceFile } from '../containers/source-file';
import { readTable } from '../read-table';
import { RowCollector, type ImportSource } from '../source';
import { linkRow, timeOfNumber } from './link-row';

const COLUMNS = ['title', 'url', 'time_added', 'tags', 'status'] as const;
const PARTS = 'parts';
const PAGE = 'page';
const HIGHLIGHTS = 'highlights';

/** What was archived has been read; everything else is still to be. */
const statusOf = (isUnread: boolean): ImportedRow['status'] => (isUnread ? 'wanted' : 'finished');

async function readParts(file: SourceFile, collector: RowCollector): Promise<void> {
  await readTable(file, { required: COLUMNS }, collector, (row) =>
    linkRow(
      { file: row.file, line: row.line, address: row.cell('url'), title: row.cell('title'), kind: 'article' },
      {
        // A tag may hold commas.
        tags: row.list('|', 'tags'),
        status: statusOf(row.cell('status') === 'unread'),
        addedAt: timeOfNumber(row.cell('time_added')),
      },
      collector,
    ),
  );
}

/** `<h1>Unread</h1>` or `<h1>Read Archive</h1>`, each with a list of links. */
async function readPage(file: SourceFile, collector: RowCollector): Promise<void> {
  let isUnread = true;
  for await (const elements of elementsOf(file.tokens(), 'h1', 'a'))
    for (const { name, line, attributes, text } of elements) {
      if (name === 'h1') {
        isUnread = !/archive/i.test(text);
        continue;
      }
      const row = linkRow(
        { file: file.path, line, address: attributes.get('href') ?? '', title: text, kind: 'article' },
        {
          tags: splitList(attributes.get('tags') ?? ''),
          status: statusOf(isUnread),
          addedAt: timeOfNumber(attributes.get('time_added')),
        },
        collector,
      );
      if (typeof row === 'string') collector.skip(file.path, line, row, text.trim().slice(0, 80));
      else collector.add(row);
    }
}

interface Highlights {
  readonly quotes: readonly string[];
  readonly title: string;
  readonly address: string;
  readonly file: string;
  /** Place in the array. */
  readonly line: number;
}

/** What the owner marked in a page: annotations/part_000000.json. */
async function readHighlights(file: SourceFile, collector: RowCollector): Promise<readonly Highlights[]> {
  const found: Highlights[] = [];
  await eachJson(file, file.jsonItems([]), collector, (json, place) => {
    found.push({
      quotes: json
        .values('highlights')
        .map((highlight) => highlight.paragraphs('quote'))
        .filter((quote) => quote !== ''),
      title: json.text('title'),
      address: json.text('url'),
      file: file.path,
      line: place,
    });
  });
  return found;
}

const noteOf = (quotes: readonly string[]): string | null =>
  quotes.length === 0 ? null : quotes.map((quote) => `“${quote}”`).join('\n\n');

export const pocket: ImportSource = {
  id: 'pocket',
  containers: ['table', 'html', 'json'],
  scale: null,
  sniff: ({ container, text, firstRecords }) => {
    if (container === 'table')
      return findHeader(firstRecords, COLUMNS) < 0 ? null : { layout: PARTS, confidence: 'certain' };
    if (container === 'html')
      return /<title>\s*Pocket Export\s*<\/title>/i.test(text) || /<a\s[^>]*\btime_added="\d/i.test(text)
        ? { layout: PAGE, confidence: 'certain' }
        : null;
    return /"highlights"\s*:\s*\[/.test(text) && /"quote"\s*:/.test(text) && /"url"\s*:/.test(text)
      ? { layout: HIGHLIGHTS, confidence: 'likely' }
      : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    const highlights: Highlights[] = [];
    for (const { file, layout } of files)
      if (layout === PARTS) await readParts(file, collector);
      else if (layout === PAGE) await readPage(file, collector);
      else highlights.push(...(await readHighlights(file, collector)));
    // A page that was marked is most often one of the list too: its row and this one become one.
    for (const { quotes, title, address, file, line } of highlights) {
      const row = linkRow({ file, line, address, title, kind: 'article' }, { note: noteOf(quotes) }, collector);
      if (typeof row === 'string') collector.skip(file, line, row, title);
      else collector.add(row);
    }
    return collector.reading(`Pocket export (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
