/** npm run bench: how fast the app is on this machine, in Node and in real Chromium. See USAGE. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { openModel, readBundle } from '../../renderer/src/inference/load-model';
import { folderFiles, nodeRuntime } from '../benchmark/node-model';
import { aligned } from '../benchmark/tables';
import { closeSharedBrowser } from '../e2e/app-under-test';
import { launchApp } from '../e2e/harness';
import { appMeasures } from './app-bench';
import { catalogueMeasures } from './catalogue-process';
import { generatedGoodreads } from './goodreads-file';
import { historyMeasures } from './history';
import { importingMeasures } from './importing';
import { keepingMeasures } from './keeping';
import { kernelMeasures } from './kernels';
import type { Measure } from './kernels';
import { parsingMeasures } from './parsing';
import { fileReadingMeasures } from './reading-files';
import { planningMeasures } from './planning';
import { questionMeasure } from './question';
import { sourceMeasures, throughputRows } from './source-throughput';
import { typingMeasures } from './typing';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';

const ROOT = resolve(import.meta.dirname, '../..');
/** What may be measured alone. */
const PARTS: readonly string[] = [
  'app',
  'catalogue',
  'history',
  'typing',
  'keeping',
  'importing',
  'parsing',
  'sources',
];
const BOOKS = '900';
const EVENTS_PER_THING = 10;
/** The friend loves the 201st. */
const MIN_BOOKS = 201;

interface HostMeasure extends Measure {
  readonly host: 'node' | 'chromium';
}

const USAGE = `Usage: npm run bench -- [options]
How fast the app is on this machine, in Node and in real Chromium.
  --only app         only what a person waits for in the window
  --only typing      only whether typing a title ever makes it wait
  --only history     only what a thing was before, from a long journal
  --only catalogue   only completion and look-up, to a million things
  --only parsing     only reading: tables and JSON beside other parsers, and what arrives in the worker
  --only sources     only exports of sixteen forms, 10,000 and 100,000 records of each: rows in a second, beside
                     papaparse or JSON.parse alone (part of --only parsing; not measured otherwise: it takes minutes)
  --rows N           with --only sources or parsing: so many records of each instead, several numbers with commas
  --only keeping     only what keeping a large library safe costs (not measured otherwise: it takes long)
  --only importing   only an import of many rows, beside a bare write of the same rows (not measured otherwise)
  --things N         with --only keeping: so many things (default 100000), each with ten events;
                     with --only importing: so many rows, and a tenth of that
  --export FILE      a Goodreads export to import
  --books N          instead of one: so many invented books (default ${BOOKS})
  --json FILE        write the figures as JSON`;

const OPTIONS = {
  export: { type: 'string' },
  books: { type: 'string', default: BOOKS },
  only: { type: 'string' },
  things: { type: 'string', default: '100000' },
  rows: { type: 'string', default: '10000,100000' },
  json: { type: 'string' },
} as const;
interface Values {
  readonly export?: string;
  readonly books: string;
  readonly only?: string;
  readonly things: string;
  readonly rows: string;
  readonly json?: string;
}

async function measure(values: Values): Promise<void> {
  const { only = null } = values;
  if (only !== null && !PARTS.includes(only))
    throw new WrongUsage(`--only knows ${PARTS.map((part) => `“${part}”`).join(', ')}, not “${only}”.`);
  const books = Number(values.books);
  if (!Number.isInteger(books) || books < MIN_BOOKS)
    throw new WrongUsage(`--books takes a whole number from ${String(MIN_BOOKS)}, not “${values.books}”.`);
  const things = Number(values.things);
  if (!Number.isInteger(things) || things < 1)
    throw new WrongUsage(`--things takes a whole number from 1, not “${values.things}”.`);
  const sizes = values.rows.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1))
    throw new WrongUsage(`--rows takes whole numbers from 1, with commas, not “${values.rows}”.`);
  const folder = mkdtempSync(join(tmpdir(), 'handpicked-bench-'));
  try {
    const exportFile = values.export === undefined ? join(folder, 'goodreads.csv') : resolve(values.export);
    if (values.export === undefined) writeFileSync(exportFile, generatedGoodreads(books));
    console.log(`${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);

    const everything = only === null;
    const node = everything ? await nodeMeasures() : only === 'parsing' ? await parsingAlone() : [];
    const sources =
      only === 'parsing' || only === 'sources'
        ? await sourceMeasures(
            () => performance.now(),
            sizes,
            (line) => console.error(line),
          )
        : [];
    const catalogue =
      everything || only === 'catalogue' ? catalogueMeasures(everything ? [100_000] : [100_000, 1_000_000]) : [];
    const chromium = everything ? await kernelsInChromium(join(folder, 'kernels')) : [];
    const window =
      only === 'catalogue' || only === 'parsing' || only === 'sources'
        ? []
        : await windowMeasures(join(folder, 'app'), { exportFile, only, things });
    const measures: readonly HostMeasure[] = [
      ...[...window, ...chromium].map((measure): HostMeasure => ({ ...measure, host: 'chromium' })),
      ...[...node, ...sources, ...catalogue].map((measure): HostMeasure => ({ ...measure, host: 'node' })),
    ];
    if (measures.length > sources.length) console.log(`\n${tableOf(measures)}`);
    if (sources.length > 0) console.log(`\n${aligned(throughputRows(sources))}`);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measures, null, 1)}\n`);
  } finally {
    await closeSharedBrowser();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function parsingAlone(): Promise<readonly Measure[]> {
  const clock = (): number => performance.now();
  return [...(await fileReadingMeasures(clock)), ...(await parsingMeasures(clock))];
}

async function nodeMeasures(): Promise<readonly Measure[]> {
  const clock = (): number => performance.now();
  const start = clock();
  const { model } = await openModel(await readBundle(folderFiles(join(ROOT, 'models/taste'))), nodeRuntime());
  const loading: Measure = {
    name: 'read, check and open the model',
    milliseconds: clock() - start,
    runs: 1,
    beside: [],
  };
  return [
    loading,
    ...(await kernelMeasures(model, clock)),
    await questionMeasure(model, clock),
    ...(await parsingMeasures(clock)),
    ...(await planningMeasures(clock)),
  ];
}

interface WindowOptions {
  readonly exportFile: string;
  /** A part; null: all but those that take long. */
  readonly only: string | null;
  readonly things: number;
}

async function windowMeasures(
  folder: string,
  { exportFile, only, things }: WindowOptions,
): Promise<readonly Measure[]> {
  const page = buildApp(folder);
  if (only === 'keeping') return await keepingMeasures(page, things, things * EVENTS_PER_THING, console.log);
  if (only === 'importing') return await importingMeasures(page, [Math.ceil(things / 10), things], console.log);
  const wants = (part: string): boolean => only === null || only === part;
  return [
    ...(wants('app') ? await appMeasures(page, exportFile, titlesOf(exportFile)) : []),
    ...(wants('history') ? await historyMeasures(page) : []),
    ...(wants('typing') ? await typingMeasures(page, exportFile) : []),
  ];
}

/** The whole app, built apart from the working tree's own output. Answers with the folder of its page. */
function buildApp(folder: string): string {
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'error', '--outDir', folder],
    { cwd: ROOT, stdio: 'inherit' },
  );
  return join(folder, 'renderer');
}

async function kernelsInChromium(folder: string): Promise<readonly Measure[]> {
  await build({
    root: join(import.meta.dirname, 'kernel-page'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
  });
  const app = await launchApp({ build: folder });
  try {
    return await app.page.evaluate(async () => [...(await window.kernelPage()), ...(await window.parsingPage())]);
  } finally {
    await app.close();
  }
}

/** Two titles of the file, for the friend to love: what stands in quotes or bare in its second column. */
function titlesOf(file: string): readonly string[] {
  const rows = readFileSync(file, 'utf8').split(/\r?\n/).slice(1);
  const titles = rows.flatMap((row) => /^"?[^",]*"?,"?([^",(]{3,})/.exec(row)?.[1]?.trim() ?? []);
  return [titles[10], titles[200]].filter((title) => title !== undefined);
}

function tableOf(measures: readonly HostMeasure[]): string {
  // Sources have a table of their own.
  const lines = measures
    .filter((measure) => !('source' in measure))
    .map(({ name, host, milliseconds, runs, beside }) => [
      name,
      host,
      time(milliseconds),
      String(runs),
      beside.map((other) => `${time(other.milliseconds)} (${other.name})`).join(', '),
    ]);
  return aligned([['what', 'where', 'median', 'runs', 'beside'], ...lines]);
}

function time(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`;
}

await runThisCommand({ usage: USAGE, options: OPTIONS, takesFiles: false, run: ({ values }) => measure(values) });
