import { describe, expect, it } from 'vitest';
import { planImports, totalSize } from '../../../../renderer/src/importing/plan/plan-imports';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import type { ImportAnalysis, ImportedRow } from '../../../../renderer/src/domain/imported-row';
import { createPacer } from '../../../../renderer/src/importing/pacer';
import { blankRow } from '../../../../renderer/src/importing/source';
import { exportFile } from '../../application/import/export-file';

const NOW = Date.UTC(2026, 0, 1);

async function readExport(): Promise<ImportAnalysis> {
  const [analysis] = (await analyseFiles([exportFile('goodreads-24-columns.csv')])).analyses;
  if (analysis === undefined) throw new Error('not read');
  return analysis;
}

const inventedRows = (count: number): readonly ImportedRow[] =>
  Array.from({ length: count }, (_unused, index) => blankRow('f.csv', index + 2, 'book', `Title ${String(index)}`));

describe('the plans of several exports', () => {
  it('count a thing that two exports hold as new once', async () => {
    const once = await readExport();
    const [first, second] = await planImports([once, once], [], [], NOW);
    expect(first?.plan.additions.length).toBeGreaterThan(3);
    expect(second?.plan.additions).toEqual([]);
    expect(totalSize(first === undefined ? [] : [first])).toBe(first?.plan.additions.length);
  });

  it('are made in slices, between which the window can paint and cancel', async () => {
    const long = { ...(await readExport()), rows: inventedRows(20_000) };
    const running = new AbortController();
    const planning = planImports([long], [], [], NOW, createPacer(running.signal));
    setTimeout(() => {
      running.abort();
    }, 0);
    await expect(planning).rejects.toMatchObject({ code: 'cancelled' });
  });
});
