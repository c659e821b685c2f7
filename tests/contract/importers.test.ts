import { describe, expect, it } from 'vitest';
import { AppError } from '../../renderer/src/domain/errors';
import { itemId } from '../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../renderer/src/domain/item';
import { isLength } from '../../renderer/src/domain/item-length';
import { summariseAnalysis } from '../../renderer/src/importing/analysis-summary';
import type { ExportFile } from '../../renderer/src/importing/containers/archive';
import { analyseFiles, type AnalysisOptions } from '../../renderer/src/importing/detect';
import type { ImportAnalysis, ImportedRow } from '../../renderer/src/domain/imported-row';
import type { ImportPlan } from '../../renderer/src/domain/import-plan';
import { planImport } from '../../renderer/src/importing/plan/merge-plan';
import { exportFile, latin1File, letterboxdMembers, textFile, textOf, zipOf } from '../fixtures/exports/files';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly files: () => readonly ExportFile[];
  readonly options?: AnalysisOptions;
  readonly rows: number;
  readonly items: number;
  readonly ratings: number;
  readonly skipped: number;
  readonly statuses: Readonly<Record<string, number>>;
}

const members = letterboxdMembers();
const underFolder = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(members).map(([path, bytes]) => [`${folder}/${path}`, bytes]));
const LETTERBOXD = {
  source: 'letterboxd',
  rows: 17,
  items: 7,
  ratings: 3,
  skipped: 1,
  statuses: { finished: 3, wanted: 2, none: 2 },
};
const GENERIC_CSV =
  'Name;Maker;Stars;Tags;When\nHoney cake;Aunt Rosa;5;"sweet, slow";03.04.2021\nRye bread;;0;;\n;;3;;\nHoney cake;Aunt Rosa;4;festive;25.12.2021\n';

const CASES: readonly Case[] = [
  {
    name: 'Goodreads, 24 columns',
    source: 'goodreads',
    files: () => [exportFile('goodreads-24-columns.csv')],
    rows: 7,
    items: 5,
    ratings: 2,
    skipped: 1,
    statuses: { finished: 2, wanted: 1, abandoned: 1, 'in-progress': 1 },
  },
  {
    name: 'Goodreads, 23 columns',
    source: 'goodreads',
    files: () => [exportFile('goodreads-23-columns.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, none: 1 },
  },
  {
    name: 'Goodreads, 31 columns',
    source: 'goodreads',
    files: () => [exportFile('goodreads-31-columns.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'Goodreads, saved again without header',
    source: 'goodreads',
    files: () => [exportFile('goodreads-no-header.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'Goodreads, two files',
    source: 'goodreads',
    files: () => [exportFile('goodreads-23-columns.csv'), exportFile('goodreads-31-columns.csv')],
    rows: 4,
    items: 4,
    ratings: 2,
    skipped: 0,
    statuses: { finished: 2, wanted: 1, none: 1 },
  },
  { name: 'Letterboxd, zip', ...LETTERBOXD, files: () => [zipOf('letterboxd.zip', members)] },
  {
    name: 'Letterboxd, wrapped in a folder',
    ...LETTERBOXD,
    files: () => [
      zipOf('mine.zip', {
        ...underFolder('letterboxd-someone-utc'),
        '__MACOSX/letterboxd-someone-utc/._diary.csv': new Uint8Array([0, 5, 22, 7]),
      }),
    ],
  },
  {
    name: 'Letterboxd, zip in a zip',
    ...LETTERBOXD,
    files: () => [zipOf('outer.zip', { 'inner/letterboxd.zip': zipOf('', members).bytes })],
  },
  {
    name: 'Letterboxd, single files',
    source: 'letterboxd',
    files: () => ['ratings.csv', 'watchlist.csv'].map((name) => ({ name, bytes: members[name] ?? new Uint8Array() })),
    rows: 4,
    items: 4,
    ratings: 2,
    skipped: 0,
    statuses: { finished: 2, wanted: 2 },
  },
  {
    name: 'IMDb ratings until 2017',
    source: 'imdb',
    files: () => [exportFile('imdb-2017-ratings.csv')],
    rows: 3,
    items: 3,
    ratings: 3,
    skipped: 0,
    statuses: { finished: 3 },
  },
  {
    name: 'IMDb ratings 2018–2023 in Latin-1',
    source: 'imdb',
    files: () => [latin1File('ratings.csv', textOf(exportFile('imdb-2019-ratings-latin1.csv')))],
    rows: 4,
    items: 3,
    ratings: 3,
    skipped: 1,
    statuses: { finished: 3 },
  },
  {
    name: 'IMDb watchlist 2018–2022',
    source: 'imdb',
    files: () => [exportFile('imdb-2022-watchlist.csv')],
    rows: 3,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'IMDb ratings 2025, Italian account',
    source: 'imdb',
    files: () => [exportFile('imdb-2025-ratings-italian.csv')],
    rows: 4,
    items: 4,
    ratings: 4,
    skipped: 0,
    statuses: { finished: 4 },
  },
  {
    name: 'IMDb list 2025',
    source: 'imdb',
    files: () => [exportFile('imdb-2025-list.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'any CSV through a mapping',
    source: 'csv',
    files: () => [textFile('cakes.csv', GENERIC_CSV)],
    options: {
      mapping: {
        columns: { title: 0, creators: 1, rating: 2, tags: 3, finishedAt: 4 },
        kind: 'recipe',
        ratingMaximum: 5,
        crowdMaximum: 5,
      },
    },
    rows: 4,
    items: 2,
    ratings: 1,
    skipped: 1,
    statuses: { finished: 1, none: 1 },
  },
  {
    name: 'a list of this program',
    source: 'handpicked-list',
    files: () => [exportFile('handpicked-list.json')],
    rows: 4,
    items: 3,
    ratings: 2,
    skipped: 0,
    statuses: { finished: 1, wanted: 1, abandoned: 1 },
  },
];

async function analyse(
  { files, options }: Case,
  change: (file: ExportFile) => ExportFile = (file) => file,
): Promise<ImportAnalysis> {
  const { analyses, unrecognised } = await analyseFiles(files().map(change), options);
  expect(unrecognised).toEqual([]);
  expect(analyses).toHaveLength(1);
  const [analysis] = analyses;
  if (analysis === undefined) throw new Error('nothing was recognised');
  return analysis;
}

function applied(plan: ImportPlan, existing: readonly Item[], now: number): Item[] {
  const changed = existing.map((item) => ({
    ...item,
    ...plan.changes.find(({ itemId: id }) => id === item.id)?.patch,
  }));
  return [
    ...changed,
    ...plan.additions.map(({ draft }, index) => completeItem(draft, itemId(`i${existing.length + index}`), now)),
  ];
}

const withoutPlace = (rows: readonly ImportedRow[]): unknown[] =>
  rows.map(({ file: _file, line: _line, ...rest }) => rest);
const isDate = (at: number | null | undefined): boolean =>
  at === null || at === undefined || (Number.isInteger(at) && Math.abs(at) < 8e12);

describe.each(CASES)('$name', (example) => {
  it('is recognised and counted', async () => {
    const analysis = await analyse(example);
    const summary = summariseAnalysis(analysis);
    expect({
      source: analysis.source,
      rows: analysis.rowCount,
      items: summary.itemCount,
      ratings: summary.ratingCount,
      skipped: analysis.skipped.length,
    }).toEqual({
      source: example.source,
      rows: example.rows,
      items: example.items,
      ratings: example.ratings,
      skipped: example.skipped,
    });
    expect(Object.fromEntries(summary.statuses.map(({ value, count }) => [value, count]))).toEqual(example.statuses);
  });

  it('accounts for every record', async () => {
    const { rowCount, rows, mergedCount, skipped } = await analyse(example);
    expect(rows.length + mergedCount + skipped.length).toBe(rowCount);
    for (const { line, reason, file } of skipped) {
      expect(line).toBeGreaterThan(0);
      expect(reason).not.toBe('');
      expect(file).not.toBe('');
    }
  });

  it('gives rows within their bounds', async () => {
    for (const row of (await analyse(example)).rows) {
      expect(row.title).toBe(row.title.trim());
      expect(row.title).not.toBe('');
      expect(row.ownRating === null || (row.ownRating > 0 && row.ownRating <= 1)).toBe(true);
      expect(row.length === null || isLength(row.length)).toBe(true);
      expect(row.crowd?.rating == null || (row.crowd.rating > 0 && row.crowd.rating <= 1)).toBe(true);
      expect([row.finishedAt, row.addedAt, row.ratedAt].every(isDate)).toBe(true);
      expect([...row.creators, ...row.tags, ...row.shelves].every((text) => text !== '' && text === text.trim())).toBe(
        true,
      );
    }
  });

  it('does not care for line endings', async () => {
    const binary = (file: ExportFile): boolean => file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
    const plain = await analyse(example);
    for (const ending of [13, 10] as const) {
      // Latin-1 bytes stay as they are: only the newline byte is exchanged.
      const changed = await analyse(example, (file) =>
        binary(file)
          ? file
          : {
              ...file,
              bytes: Uint8Array.from(
                [...file.bytes].flatMap((byte) =>
                  byte === 10 ? (ending === 13 ? [13] : [13, 10]) : byte === 13 ? [] : [byte],
                ),
              ),
            },
      );
      expect(withoutPlace(changed.rows)).toEqual(withoutPlace(plain.rows));
      expect(changed.rows.map(({ line }) => line)).toEqual(plain.rows.map(({ line }) => line));
    }
  });

  it('plans nothing the second time', async () => {
    const analysis = await analyse(example);
    const first = await planImport(analysis, [], 1_800_000_000_000);
    expect(first.additions).toHaveLength(example.items);
    expect(first.changes).toEqual([]);
    for (const { draft, event } of first.additions)
      expect([...Object.values(draft), ...Object.values(event ?? {})]).not.toContain(undefined);
    const library = applied(first, [], 1_800_000_000_000);
    const second = await planImport(analysis, library, 1_800_000_100_000);
    expect(second).toMatchObject({ additions: [], changes: [], unchangedCount: example.items });
  });

  it('stops when cancelled', async () => {
    const signal = AbortSignal.abort();
    const failure = await analyseFiles(example.files(), { ...example.options, signal }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'cancelled' });
  });
});

describe('a table with tags and shelves', () => {
  const csv = `Title,Genre,Collections
Salt Roads,Nautical,"To read, own-kindle, Fantasy"
Reed Hours,,"Your library, Read but unowned"
`;
  const mapping = { columns: { title: 0, tags: 1, shelves: 2 }, kind: 'book', ratingMaximum: 5, crowdMaximum: 5 };

  it('gives tags, shelves and statuses, each where it belongs', async () => {
    const [analysis] = (await analyseFiles([textFile('own.csv', csv)], { mapping })).analyses;
    expect(analysis?.rows.map(({ tags, shelves, status }) => ({ tags, shelves, status }))).toEqual([
      { tags: ['Nautical', 'Fantasy'], shelves: ['own-kindle'], status: 'wanted' },
      { tags: [], shelves: [], status: 'finished' },
    ]);
  });
});

describe('what is recognised does not depend on the name', () => {
  it.each(CASES.filter(({ source }) => source !== 'letterboxd'))('$name', async (example) => {
    const renamed = await analyse(example, (file) => ({ ...file, name: 'download' }));
    expect(renamed.source).toBe(example.source);
    expect(withoutPlace(renamed.rows)).toEqual(withoutPlace((await analyse(example)).rows));
  });
});
