import { foldLetters } from '../../domain/fold-letters';
import type { ImportedRow, ImportQuestion } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { isbnIdentifiers } from '../cells/identifier-cells';
import { makersOf } from '../cells/maker-cells';
import { findHeader } from '../containers/csv-table';
import { namesKeys, readJson } from '../read-json';
import { readTable } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const REQUIRED = ['cover', 'title', 'author', 'isbn', 'timestamp', 'activity', 'library'] as const;

const QUESTION = 'status';
const STATUSES: readonly { readonly value: ItemStatus; readonly label: string }[] = [
  { value: 'none', label: 'left without a status' },
  { value: 'finished', label: 'finished' },
];

/** One event of the timeline: borrowed, renewed, returned, put on hold. */
interface Activity {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly author: string;
  readonly isbn: string;
  readonly at: number | null;
  readonly activity: string;
}

interface Loan {
  readonly row: ImportedRow;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly wasBorrowed: boolean;
}

/** Which books were lent, from many events of each. */
class Loans {
  readonly #loans = new Map<string, Loan>();
  readonly #status: ItemStatus;
  joinedCount = 0;

  constructor(answers: ReadonlyMap<string, string>) {
    this.#status = STATUSES.find(({ value }) => value === answers.get(QUESTION))?.value ?? 'none';
  }

  /** @returns why the event says nothing of a book */
  add({ file, line, title, author, isbn, at, activity }: Activity): string | readonly ImportedRow[] {
    const named = titleOf(title);
    if (named === null) return 'no title';
    if (/cancel|remov|expire/i.test(activity)) return 'a hold that was taken back';
    const key = foldLetters(`${named}\n${author}`);
    const known = this.#loans.get(key);
    if (known !== undefined) this.joinedCount += 1;
    const times = [known?.firstAt, known?.lastAt, at].filter((time) => typeof time === 'number');
    this.#loans.set(key, {
      row: known?.row ?? {
        ...blankRow(file, line, 'book', named),
        creators: makersOf(author, { named: 'people', order: 'first-last' }),
        identifiers: isbnIdentifiers([isbn]),
      },
      firstAt: times.length === 0 ? null : Math.min(...times),
      lastAt: times.length === 0 ? null : Math.max(...times),
      wasBorrowed: (known?.wasBorrowed ?? false) || !/hold/i.test(activity),
    });
    return [];
  }

  /** A loan says that somebody took a book, not that they read it; a hold that they want it. */
  get rows(): readonly ImportedRow[] {
    return [...this.#loans.values()].map(({ row, firstAt, lastAt, wasBorrowed }) => {
      const status = wasBorrowed ? this.#status : 'wanted';
      return { ...row, status, finishedAt: status === 'finished' ? lastAt : null, addedAt: firstAt };
    });
  }

  get question(): ImportQuestion {
    return { id: QUESTION, text: 'Books that you borrowed are', options: STATUSES, answer: this.#status };
  }
}

/** The timeline of Libby, the app of libraries with OverDrive. In which library the book was stays out. */
export const libby: ImportSource = {
  id: 'libby',
  containers: ['table', 'json'],
  scale: null,
  sniff: ({ container, text, firstRecords }) =>
    (
      container === 'table'
        ? findHeader(firstRecords, REQUIRED) >= 0
        : namesKeys(text, 'timeline', 'activity', 'library') && text.includes('libbyapp.com')
    )
      ? { layout: 'timeline', confidence: 'certain' }
      : null,
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const loans = new Loans(answers);
    for (const { file } of files)
      if (file.container === 'table')
        await readTable(file, { required: REQUIRED, dates: ['timestamp'] }, collector, (row) =>
          loans.add({
            file: row.file,
            line: row.line,
            title: row.cell('title'),
            author: row.cell('author'),
            isbn: row.cell('isbn'),
            at: row.date('timestamp'),
            activity: row.cell('activity'),
          }),
        );
      else
        await readJson(file, ['timeline'], collector, (json, place) =>
          json.text('cover', 'format') === 'magazine'
            ? 'an issue of a magazine'
            : loans.add({
                file: file.path,
                line: place,
                title: json.text('title', 'text'),
                author: json.text('author'),
                isbn: json.text('isbn'),
                at: json.date('timestamp'),
                activity: json.text('activity'),
              }),
        );
    collector.add(loans.rows);
    collector.joinedCount += loans.joinedCount;
    return collector.reading('Libby timeline', { questions: [loans.question] });
  },
};
