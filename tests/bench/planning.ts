import type { ImportedRow } from '../../renderer/src/domain/imported-row';
import { itemId } from '../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../renderer/src/domain/item';
import { createPreparer } from '../../renderer/src/identity/prepared-thing';
import { createPacer } from '../../renderer/src/importing/pacer';
import { planImport } from '../../renderer/src/importing/plan/merge-plan';
import { analysisOf, blankRow } from '../../renderer/src/importing/source';
import type { Measure } from './kernels';
import { median } from './median';

const ROWS = 20_000;
const MANY_ROWS = 100_000;
const WARM_UPS = 1;
const RUNS = 5;
const NOW = Date.UTC(2026, 0, 1);

/**
 * What an import of 20,000 books costs the window's thread where the library has the same books already: recognising
 * repeats among the rows, then planning. Rows and library are new in each run, as after a start of the app.
 */
export async function planningMeasures(clock: () => number): Promise<readonly Measure[]> {
  const analysing: number[] = [];
  const planning: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    const prepare = createPreparer();
    const library = inventedRows(ROWS).map(itemOf);
    const reading = { label: 'invented', rows: inventedRows(ROWS), skipped: [], ignoredFiles: [], warnings: [] };
    const start = clock();
    const analysis = await analysisOf('csv', ['books.csv'], reading, createPacer(), prepare);
    const analysed = clock();
    const plan = await planImport(analysis, library, NOW, [], createPacer(), prepare);
    const planned = clock();
    if (plan.unchangedCount !== ROWS) throw new Error('a book was not recognised');
    if (run < WARM_UPS) continue;
    analysing.push(analysed - start);
    planning.push(planned - analysed);
  }
  return [
    {
      name: '20,000 rows planned into a library of as many',
      milliseconds: median(planning),
      runs: RUNS,
      beside: [{ name: 'finding repeats among them', milliseconds: median(analysing) }],
    },
    await longPlanning(clock),
  ];
}

/** Planning 100,000 rows into a library of as many, with the most processor time between two pauses. */
async function longPlanning(clock: () => number): Promise<Measure> {
  const library = inventedRows(MANY_ROWS).map(itemOf);
  const reading = { label: 'invented', rows: inventedRows(MANY_ROWS), skipped: [], ignoredFiles: [], warnings: [] };
  const analysis = await analysisOf('csv', ['books.csv'], reading, createPacer());
  let [longest, before] = [0, process.cpuUsage()];
  const endSlice = (): void => {
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
  };
  const pacer = createPacer(undefined, {
    pause: async () => {
      endSlice();
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      before = process.cpuUsage();
    },
  });
  const start = clock();
  before = process.cpuUsage();
  await planImport(analysis, library, NOW, [], pacer, createPreparer());
  endSlice();
  return {
    name: '100,000 rows planned into a library of as many',
    milliseconds: clock() - start,
    runs: 1,
    beside: [{ name: 'the most processor time between two pauses, memory clean-up included', milliseconds: longest }],
  };
}

function itemOf(row: ImportedRow, index: number): Item {
  const { file: _file, line: _line, ratedAt: _ratedAt, liked: _liked, addedAt: _addedAt, ...facts } = row;
  return completeItem(facts, itemId(`item-${String(index)}`), NOW);
}

const inventedRows = (count: number): readonly ImportedRow[] =>
  Array.from({ length: count }, (_unused, index) => ({
    ...blankRow('books.csv', index + 2, 'book', `The Title, Number ${String(index)}`),
    creators: [`First${String(index % 97)} Last${String(index % 500)}`],
    year: 1900 + (index % 100),
    identifiers: { goodreads: String(index + 1) },
    series: index % 3 === 0 ? { name: `Series ${String(index % 500)}`, position: 1 + (index % 7) } : null,
  }));
