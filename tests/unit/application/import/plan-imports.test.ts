import { describe, expect, it } from 'vitest';
import { planImports, totalSize } from '../../../../renderer/src/application/import/plan-imports';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { exportFile } from './export-file';

describe('the plans of several exports', () => {
  it('count a thing that two exports hold as new once', async () => {
    const once = (await analyseFiles([exportFile('goodreads-24-columns.csv')])).analyses;
    const [first, second] = planImports([...once, ...once], [], [], Date.UTC(2026, 0, 1));
    expect(first?.plan.additions.length).toBeGreaterThan(3);
    expect(second?.plan.additions).toEqual([]);
    expect(totalSize(first === undefined ? [] : [first])).toBe(first?.plan.additions.length);
  });
});
