import { describe, expect, it } from 'vitest';
import { AppError } from '../../../renderer/src/domain/errors';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../renderer/src/domain/item';
import { isLength } from '../../../renderer/src/domain/item-length';
import { summariseAnalysis } from '../../../renderer/src/importing/analysis-summary';
import type { ExportFile } from '../../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import type { ImportAnalysis, ImportedRow } from '../../../renderer/src/domain/imported-row';
import type { ImportPlan } from '../../../renderer/src/domain/import-plan';
import { planImport } from '../../../renderer/src/importing/plan/merge-plan';
import { eventsIn } from '../../../renderer/src/importing/plan/plan-imports';
import { bytesFile, bytesOf, textFile } from '../../fixtures/exports/files';
import { IMPORT_CASES } from './import-cases';
import type { ImportCase } from './import-case';

async function analyse(
  { files, options }: ImportCase,
  change: (file: ExportFile) => ExportFile | Promise<ExportFile> = (file) => file,
): Promise<ImportAnalysis> {
  const { analyses, unrecognised } = await analyseFiles(
    await Promise.all(files().map(async (file) => await change(file))),
    options,
  );
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

describe.each(IMPORT_CASES)('$name', (example) => {
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
    const plain = await analyse(example);
    for (const ending of [13, 10] as const) {
      // Latin-1 bytes stay as they are: only the newline byte is exchanged.
      const withEndings = async (file: ExportFile): Promise<ExportFile> => {
        const bytes = await bytesOf(file);
        if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0x1f && bytes[1] === 0x8b)) return file;
        const changed = [...bytes].flatMap((byte) =>
          byte === 10 ? (ending === 13 ? [13] : [13, 10]) : byte === 13 ? [] : [byte],
        );
        return bytesFile(file.name, Uint8Array.from(changed));
      };
      const changed = await analyse(example, withEndings);
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
    const events = first.additions.flatMap((addition, place) =>
      eventsIn(addition, library[place]?.id ?? itemId(''), first.source, 1_800_000_000_000),
    );
    const second = await planImport(analysis, library, 1_800_000_100_000, events);
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
  it.each(IMPORT_CASES.filter(({ source, pathMatters }) => source !== 'letterboxd' && pathMatters !== true))(
    '$name',
    async (example) => {
      const renamed = await analyse(example, (file) => ({ ...file, name: 'download' }));
      expect(renamed.source).toBe(example.source);
      expect(withoutPlace(renamed.rows)).toEqual(withoutPlace((await analyse(example)).rows));
    },
  );
});
