import { expect, it } from 'vitest';
import { sourceMeasures, throughputRows } from '../../bench/source-throughput';
import { SOURCE_FILES } from '../../bench/source-files';

// `sourceMeasures` throws where a file is not read as its source, or any record is lost.
it('reads every invented file as the source that it is of, and counts all of its records', async () => {
  let now = 0;
  const said: string[] = [];
  const measures = await sourceMeasures(
    () => (now += 10),
    [40],
    (line) => said.push(line),
  );
  expect(said).toHaveLength(SOURCE_FILES.length);
  expect(new Set(measures.map(({ source }) => source)).size).toBeGreaterThanOrEqual(15);
  const [header, goodreads] = throughputRows(measures);
  expect(header?.[2]).toBe('rows/s');
  // 40 rows in 10 ms by the clock given, as fast as the parser beside it.
  expect(goodreads?.filter((_cell, column) => column !== 3)).toEqual([
    'goodreads: goodreads_library_export.csv',
    '40',
    '4,000',
    'papaparse',
    '4,000',
    '1.0',
  ]);
}, 60_000);
