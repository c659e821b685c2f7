import { z } from 'zod';
import { parserOf } from '../../../domain/parsing';
import { foldTitle } from '../../../identity/fold-title';
import { readIdentifier } from '../../../identity/identifier-namespaces';
import { sourceRow, type SourceRow } from '../source-row';
import type { LineBatches } from './line-batches';

/**
 * Open Library's monthly dumps, unpacked: type, key, revision, time and the record as JSON, tabs between. Editions are
 * read twice (how many a work has; what those of the chosen works say), so each is a function that begins anew.
 */
export interface OpenLibraryFiles {
  readonly works: () => LineBatches;
  readonly authors: () => LineBatches;
  readonly editions: () => LineBatches;
}

const MAX_AUTHORS = 2;
const MAX_SUBJECTS = 20;
const MAX_ALIASES = 8;
const MAX_COUNT = 0xffff;
/** Work numbers that are counted to begin with; the list doubles when a higher one comes. */
const FIRST_NUMBERS = 1 << 20;

/**
 * The works with the most editions, falling by them. Memory: two bytes for each number of a work (about 80 MB for the
 * dumps of 2026) and the chosen works.
 */
export async function readOpenLibraryDump(files: OpenLibraryFiles, most: number): Promise<readonly SourceRow[]> {
  const editions = await countEditions(files.editions());
  const chosen = mostEditions(editions, most);
  const works = await readWorks(files.works(), chosen);
  const names = await readAuthors(files.authors(), new Set([...works.values()].flatMap(({ authors }) => authors)));
  await addEditions(files.editions(), works);
  return [...works.entries()]
    .sort(([one], [other]) => (editions[other] ?? 0) - (editions[one] ?? 0) || one - other)
    .map(([number, work]) => workRow(number, work, names, editions[number] ?? 0));
}

/** A work of its own number: "/works/OL45804W" → 45804. */
const WORK_KEY = /\/works\/OL(\d{1,9})W/;
const workNumber = (key: string): number | null => {
  const digits = WORK_KEY.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** By number of a work: how many editions name it. */
async function countEditions(lines: LineBatches): Promise<Uint16Array> {
  let counts = new Uint16Array(FIRST_NUMBERS);
  for await (const batch of lines)
    for (const line of batch) {
      const number = workNumber(line);
      if (number === null) continue;
      if (number >= counts.length) {
        const larger = new Uint16Array(Math.max(counts.length * 2, number + 1));
        larger.set(counts);
        counts = larger;
      }
      const count = counts[number] ?? 0;
      if (count < MAX_COUNT) counts[number] = count + 1;
    }
  return counts;
}

/**
 * The numbers with the highest counts; of equals the lower ones, which are the older records. Loops by index: there are
 * tens of millions of numbers, and an iterator takes seconds over them.
 */
function mostEditions(counts: Uint16Array, most: number): ReadonlySet<number> {
  const worksWith = new Uint32Array(MAX_COUNT + 1);
  for (let number = 0; number < counts.length; number += 1) {
    const count = counts[number] ?? 0;
    worksWith[count] = (worksWith[count] ?? 0) + 1;
  }
  let [least, above] = [MAX_COUNT, 0];
  while (least > 1 && above + (worksWith[least] ?? 0) < most) {
    above += worksWith[least] ?? 0;
    least -= 1;
  }
  const chosen = new Set<number>();
  let equal = most - above;
  for (let number = 0; number < counts.length; number += 1) {
    const count = counts[number] ?? 0;
    if (count < least) continue;
    if (count === least && equal <= 0) continue;
    if (count === least) equal -= 1;
    chosen.add(number);
  }
  return chosen;
}

interface Work {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subjects: readonly string[];
  year: number | null;
  length: number | null;
  readonly identifiers: Record<string, string>;
  /** By key of the folded title. */
  readonly aliases: Map<string, string>;
}

const texts = z.array(z.string()).readonly().optional();
const keyed = z.object({ key: z.string() });
const parseWork = parserOf(
  z.object({
    title: z.string(),
    authors: z.array(z.object({ author: z.union([keyed, z.string()]).optional() })).optional(),
    subjects: texts,
    first_publish_date: z.string().optional(),
  }),
);
const parseAuthor = parserOf(z.object({ name: z.string() }));
const parseEdition = parserOf(
  z.object({
    title: z.string().optional(),
    isbn_13: texts,
    isbn_10: texts,
    number_of_pages: z.number().optional(),
    publish_date: z.string().optional(),
    identifiers: z.object({ goodreads: texts }).optional(),
  }),
);

/** Key and record of a line; null for a line of another type. */
function recordOf(line: string, type: string): { readonly key: string; readonly json: unknown } | null {
  const [lineType, key = '', , , ...json] = line.split('\t');
  if (lineType !== type) return null;
  try {
    return { key, json: JSON.parse(json.join('\t')) };
  } catch {
    return null;
  }
}

async function readWorks(lines: LineBatches, chosen: ReadonlySet<number>): Promise<Map<number, Work>> {
  const works = new Map<number, Work>();
  for await (const batch of lines)
    for (const line of batch) {
      const number = workNumber(line.slice(0, line.indexOf('\t', line.indexOf('\t') + 1)));
      if (number === null || !chosen.has(number)) continue;
      const record = parseWork(recordOf(line, '/type/work')?.json);
      if (record === undefined || record.title.trim() === '') continue;
      const authors = (record.authors ?? []).map(({ author }) => (typeof author === 'string' ? author : author?.key));
      works.set(number, {
        title: record.title.trim(),
        authors: authors.filter((key) => key !== undefined).slice(0, MAX_AUTHORS),
        subjects: (record.subjects ?? []).slice(0, MAX_SUBJECTS),
        year: yearIn(record.first_publish_date),
        length: null,
        identifiers: {},
        aliases: new Map(),
      });
    }
  return works;
}

async function readAuthors(lines: LineBatches, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const batch of lines)
    for (const line of batch) {
      const key = line.split('\t', 2)[1] ?? '';
      if (!wanted.has(key)) continue;
      const record = parseAuthor(recordOf(line, '/type/author')?.json);
      if (record !== undefined) names.set(key, record.name.trim());
    }
  return names;
}

/** Adds to the works what their editions say: other titles, ISBN, pages, the earliest year where the work has none. */
async function addEditions(lines: LineBatches, works: ReadonlyMap<number, Work>): Promise<void> {
  const undated = new Set([...works].filter(([, { year }]) => year === null).map(([number]) => number));
  for await (const batch of lines)
    for (const line of batch) {
      const number = workNumber(line);
      const work = number === null ? undefined : works.get(number);
      if (number === null || work === undefined) continue;
      const edition = parseEdition(recordOf(line, '/type/edition')?.json);
      if (edition === undefined) continue;
      work.length ??= edition.number_of_pages ?? null;
      addIdentifier(work, 'isbn13', edition.isbn_13);
      addIdentifier(work, 'isbn10', edition.isbn_10);
      addIdentifier(work, 'goodreads', edition.identifiers?.goodreads);
      const year = yearIn(edition.publish_date);
      if (undated.has(number) && year !== null) work.year = Math.min(work.year ?? year, year);
      const title = edition.title?.trim() ?? '';
      const { key } = foldTitle(title);
      if (title !== '' && work.aliases.size < MAX_ALIASES && key !== foldTitle(work.title).key)
        work.aliases.set(key, work.aliases.get(key) ?? title);
    }
}

function addIdentifier(
  { identifiers }: Work,
  name: 'isbn13' | 'isbn10' | 'goodreads',
  values: readonly string[] = [],
): void {
  const usable = values.find((value) => 'value' in readIdentifier(name, value));
  if (usable !== undefined) identifiers[name] ??= usable;
}

/** "March 1999", "1999-03-01", "c1999" */
function yearIn(date: string | undefined): number | null {
  const year = /\b(?:c|©)?(1[4-9]\d\d|20\d\d)\b/.exec(date ?? '')?.[1];
  return year === undefined ? null : Number(year);
}

function workRow(number: number, work: Work, names: ReadonlyMap<string, string>, editions: number): SourceRow {
  const key = `OL${String(number)}W`;
  return sourceRow({
    id: key,
    kind: 'book',
    title: work.title,
    aliases: [...work.aliases.values()],
    creators: work.authors.map((author) => names.get(author)).filter((name) => name !== undefined),
    year: work.year,
    tags: work.subjects,
    length: work.length !== null && work.length >= 1 ? Math.round(work.length) : null,
    identifiers: { openlibraryWork: key, ...work.identifiers },
    renown: editions,
  });
}
