import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseNumber } from '../cells/cell-values';
import { asinIn } from '../cells/identifier-cells';
import { makersOf } from '../cells/maker-cells';
import { findHeader } from '../containers/csv-table';
import { namesKeys, readJson } from '../read-json';
import { readTable } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { splitTitle } from './goodreads-title';

/** As Amazon's reader names what it knows of a book, and as programs write it into tables. */
const REQUIRED = ['asin', 'title', 'authors', 'percentageRead'] as const;

/** What shops add to a title: "Kiln: The gripping bestseller from the author of Lamps". */
const PRAISE =
  /\s*[:–—|-]\s+(?=[^:]*(?:best-?\s?sell|million cop|sunday times|new york times|award|tie-in|now a major|netflix|from the author|gripping|unputdownable|sensation))[^:]*$/iu;

interface Kept {
  readonly file: string;
  readonly line: number;
  readonly asin: string;
  readonly title: string;
  readonly authors: string;
  readonly percent: string;
  readonly form: string;
  readonly origin: string;
}

function statusOf(percent: string): ItemStatus {
  const read = parseNumber(percent.replace('%', '')) ?? 0;
  return read >= 100 ? 'finished' : read > 0 ? 'in-progress' : 'none';
}

function rowOf({ file, line, asin, title, authors, percent, form, origin }: Kept): ImportedRow | string {
  const full = titleOf(title);
  if (full === null) return 'no title';
  if (/sample/i.test(form)) return 'a sample';
  if (/pdoc|personal|document/i.test(`${form} ${origin}`)) return 'a document of your own';
  const split = splitTitle(full);
  return {
    ...blankRow(file, line, 'book', split.title.replace(PRAISE, '')),
    // "Vole, Ann:Quill, Bo:"
    creators: makersOf(authors.replaceAll(':', ';'), { named: 'people', order: 'last-first' }),
    series: split.series,
    identifiers: asinIn(asin),
    status: statusOf(percent),
    shelves: /purchase/i.test(origin) ? ['owned'] : [],
  };
}

/** Books of a Kindle account: as the reader on the web answers, or a table made of that. */
export const kindleLibrary: ImportSource = {
  id: 'kindle-library',
  containers: ['table', 'json'],
  scale: null,
  sniff: ({ container, text, firstRecords }) => {
    const isOwn =
      container === 'json'
        ? namesKeys(text, 'asin', 'percentageRead', 'originType')
        : findHeader(firstRecords, REQUIRED) >= 0;
    return isOwn ? { layout: container === 'json' ? 'answer' : 'table', confidence: 'certain' } : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files) {
      if (layout === 'table') {
        await readTable(file, { required: REQUIRED }, collector, (row) =>
          rowOf({
            file: row.file,
            line: row.line,
            asin: row.cell('asin'),
            title: row.cell('title'),
            authors: row.cell('authors'),
            percent: row.cell('percentageRead'),
            form: row.cell('resourceType'),
            origin: row.cell('originType'),
          }),
        );
        continue;
      }
      const isBare = /^\s*\[/.test(file.text);
      await readJson(file, isBare ? [] : ['itemsList'], collector, (json, line) =>
        rowOf({
          file: file.path,
          line,
          asin: json.text('asin'),
          title: json.text('title'),
          authors: json.texts('authors').join(';') || json.text('authors'),
          percent: json.text('percentageRead'),
          form: json.text('resourceType'),
          origin: json.text('originType'),
        }),
      );
    }
    return collector.reading('Kindle library');
  },
};
