import { AppError, toAppError } from '../domain/errors';
import type { ImportAnalysis } from '../domain/imported-row';
import type { Preparer } from '../identity/prepared-thing';
import type { ExportFile } from './containers/archive';
import { headerKey, isRule, type CsvTable } from './containers/csv-table';
import { BUDGETS, tooSlow } from './containers/budgets';
import { headerAt } from './containers/open-file';
import { encodingQuestionId } from './containers/text-encoding';
import type { SourceFile } from './containers/source-file';
import { IMPORT_SOURCES } from './import-sources';
import { knownRefusal } from './known-refusals';
import { applyMapping, type CsvMapping } from './mapping/csv-mapping';
import { guessMapping } from './mapping/guess-mapping';
import { hasNoHeader } from './mapping/headless-table';
import { plainHeader, treeTable } from './mapping/tree-table';
import { openFiles, type OpenedFile } from './open-files';
import { createPacer, type Pacer, type PacerOptions } from './pacer';
import { analysisOf, CONFIDENCES, type ImportSource, type Sniffed, type SniffedFile } from './source';

/** A file that no source reads. A table can still be imported once the person says what its columns mean. */
export interface UnrecognisedFile {
  readonly file: string;
  /** Why it is not recognised, and what to do. */
  readonly reason: string;
  readonly table?: {
    readonly header: readonly string[];
    readonly sampleRows: readonly (readonly string[])[];
    readonly rowCount: number;
    readonly guess: CsvMapping;
  };
}

export interface AnalysisResult {
  readonly analyses: readonly ImportAnalysis[];
  readonly unrecognised: readonly UnrecognisedFile[];
}

export interface AnalysisOptions {
  readonly signal?: AbortSignal;
  /** Files done and files in all; archives count their members. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** What the person said to the questions of sources and of files, by the source's id. */
  readonly answers?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Read tables that no source claims by this mapping. */
  readonly mapping?: CsvMapping;
  /** Read this one table by the mapping, and nothing else. */
  readonly mappedFile?: string;
  /** Prepares the rows; given to the planning too, it need not prepare them again. */
  readonly prepare?: Preparer;
  /** The clock, and how the thread is given to others. */
  readonly pacing?: Pick<PacerOptions, 'now' | 'pause'>;
}

/** What may be asked of a worker. */
export type AnalysisRequest = Omit<AnalysisOptions, 'prepare' | 'pacing'>;

const SAMPLE_ROWS = 8;

interface Findings {
  readonly analyses: ImportAnalysis[];
  readonly unrecognised: (UnrecognisedFile & { readonly archive: string | null })[];
  readonly ignored: { readonly archive: string; readonly file: string; readonly reason: string }[];
  readonly bySource: Map<ImportSource, SniffedFile[]>;
  /** To be read by the mapping, once it is known which archives a source has claimed. */
  readonly mapped: { readonly file: SourceFile; readonly table: CsvTable; readonly archive: string | null }[];
  /** The archive of each member that was opened. */
  readonly archives: Map<string, string>;
}

/** The surest source of a file; the first in the order of the table where several are as sure. */
export function sniffFile(file: SourceFile): { readonly source: ImportSource; readonly sniffed: Sniffed } | null {
  let best: { readonly source: ImportSource; readonly sniffed: Sniffed } | null = null;
  for (const source of IMPORT_SOURCES) {
    if (!source.containers.includes(file.container)) continue;
    const sniffed = source.sniff(file);
    if (sniffed !== null && (best === null || sureness(sniffed) > sureness(best.sniffed))) best = { source, sniffed };
  }
  return best;
}

const sureness = ({ confidence }: Sniffed): number => CONFIDENCES.indexOf(confidence);

/** Words for what no source reads and no mapping can. */
const OTHER: Readonly<Record<SourceFile['container'], string>> = {
  json: 'a JSON file of a kind this program does not read: no list of things is in it',
  html: 'a web page, which this program does not read',
  xml: 'an XML file, which this program does not read',
  table: 'no table with several columns, and no export this program knows',
  text: 'no export this program knows, and neither a table nor a list with one title on each line',
};

/** A column of people: a data set has the ratings of thousands, each by a number. */
const isUserNumber = (name: string): boolean =>
  /^(?:user|reviewer|customer|member)[ _-]?(?:id|number)$/i.test(name.trim());
const OF_MANY_PEOPLE =
  'a data set: ratings of many people, who and what by numbers alone. A list of your own has titles; export it where you rate';

/** Rows of a table nobody claims that are looked at to guess what its columns mean. */
const GUESSED_ROWS = 20_000;

/**
 * The table of a file that nobody claims, and how many rows it has.
 * @param maxRows rows to keep
 */
async function tableOf(
  file: SourceFile,
  maxRows: number,
): Promise<{ readonly table: CsvTable; readonly rowCount: number } | null> {
  const at = headerAt(file.firstRecords);
  const first = file.firstRecords[at];
  if (file.container !== 'table') {
    const table = await treeTable(file);
    return table === null ? null : { table, rowCount: table.rows.length };
  }
  if (first === undefined) return null;
  const isHeadless = at === 0 && hasNoHeader(file.firstRecords);
  const header = isHeadless ? { line: 0, cells: first.cells.map(() => '') } : first;
  const warnings = [...file.warnings];
  const rows = [];
  let rowCount = 0;
  for await (const records of file.records({ header: header.cells, warn: (warning) => warnings.push(warning) })) {
    const below = records.filter((record) => record.line > header.line && !isRule(record));
    rowCount += below.length;
    if (rows.length < maxRows) rows.push(...below);
  }
  return { table: { file: file.path, header: header.cells, headerLine: header.line, rows, warnings }, rowCount };
}

function holdsPersonalData(table: CsvTable): boolean {
  const keys = new Set(table.header.map(headerKey));
  return keys.has('email address') && keys.has('username');
}

async function sortFile({ file, archive }: OpenedFile, findings: Findings, options: AnalysisOptions): Promise<void> {
  const refuse = (reason: string, table?: UnrecognisedFile['table']): void => {
    findings.unrecognised.push({ file: file.path, reason, archive, ...(table === undefined ? {} : { table }) });
  };
  const known = sniffFile(file);
  if (known?.sniffed.refusal !== undefined) return refuse(known.sniffed.refusal);
  if (known !== null) {
    const { source, sniffed } = known;
    const others = findings.bySource.get(source) ?? [];
    findings.bySource.set(source, [...others, { file, layout: sniffed.layout }]);
    return;
  }
  const refusal = knownRefusal(file);
  if (refusal !== null) return refuse(refusal);
  const isMapped = options.mapping !== undefined && (options.mappedFile ?? file.path) === file.path;
  const found = await tableOf(file, isMapped ? Infinity : GUESSED_ROWS);
  if (found === null) return refuse(OTHER[file.container]);
  const { table, rowCount } = found;
  if (holdsPersonalData(table)) return refuse('a profile with personal data; never read');
  if (isMapped) {
    findings.mapped.push({ file, table, archive });
    return;
  }
  const cells = table.rows.filter(({ fault }) => fault === undefined).map((record) => record.cells);
  const guess = guessMapping(plainHeader(table.header), cells, file.path);
  if (guess.columns.title === undefined && table.header.some(isUserNumber)) return refuse(OF_MANY_PEOPLE);
  // Archives are full of such files; the others are what a program keeps for itself.
  if (file.container !== 'table' && archive !== null && guess.columns.title === undefined)
    return refuse(OTHER[file.container]);
  refuse('no service’s own table: its columns are guessed, look whether they are right and read it', {
    header: table.header,
    sampleRows: cells.slice(0, SAMPLE_ROWS),
    rowCount,
    guess,
  });
}

/** What the person said of the encoding of a file; the question stands with whatever read the file. */
function encodingAnswer({ answers }: AnalysisOptions, path: string): string | undefined {
  const id = encodingQuestionId(path);
  for (const said of answers?.values() ?? []) if (said.has(id)) return said.get(id);
  return undefined;
}

/** Why a file could not be read, in words. Throws what cancels everything. */
function reasonOf(error: unknown): string {
  const known = toAppError(error);
  if (known.code === 'cancelled') throw known;
  return known.message;
}

/** Reads files of one source as one import. */
async function readSource(
  source: ImportSource,
  files: readonly SniffedFile[],
  findings: Findings,
  options: AnalysisOptions,
  pacer: Pacer,
): Promise<void> {
  pacer.beginFile();
  try {
    const answers = options.answers?.get(source.id) ?? new Map<string, string>();
    const reading = await source.read(files, { pacer, answers });
    const archives = archivesOf(files, findings);
    const isHere = ({ archive }: { readonly archive: string | null }): boolean =>
      archive !== null && archives.has(archive);
    const ignoredFiles = [
      ...reading.ignoredFiles,
      ...findings.ignored.filter(isHere).map(({ file, reason }) => ({ file, reason })),
      ...findings.unrecognised
        .filter(isHere)
        .map(({ file, reason, table }) => ({ file, reason: table === undefined ? reason : 'no part of a library' })),
    ];
    const ignored = new Set(ignoredFiles.map(({ file }) => file));
    const names = files.map(({ file }) => file.path).filter((path) => !ignored.has(path));
    const decoding = files.flatMap(({ file }) => file.warnings.map((warning) => `${file.path}: ${warning}`));
    const warnings = [...decoding, ...reading.warnings];
    const questions = [...files.flatMap(({ file }) => file.questions), ...(reading.questions ?? [])];
    findings.analyses.push(
      await analysisOf(source.id, names, { ...reading, ignoredFiles, warnings, questions }, pacer, options.prepare),
    );
  } catch (error) {
    const reason = reasonOf(error);
    // What was recognised and could not be read is said, whatever else its archive holds.
    for (const { file } of files) findings.unrecognised.push({ file: file.path, reason, archive: null });
  }
}

const archivesOf = (files: readonly SniffedFile[], { archives }: Findings): ReadonlySet<string> =>
  new Set(files.flatMap(({ file }) => archives.get(file.path) ?? []));

/**
 * Recognises and reads files; writes nothing. Files of one source become one analysis. Rejects only
 * with an AppError, `cancelled` above all; a file that cannot be read is in `unrecognised` with its reason.
 */
export async function analyseFiles(
  files: readonly ExportFile[],
  options: AnalysisOptions = {},
): Promise<AnalysisResult> {
  const limit = { milliseconds: BUDGETS.fileMilliseconds, tooSlow };
  const pacer = createPacer(options.signal, { ...options.pacing, limit });
  const findings: Findings = {
    analyses: [],
    unrecognised: [],
    ignored: [],
    bySource: new Map(),
    mapped: [],
    archives: new Map(),
  };
  try {
    const { opened, refused, ignored } = await openFiles(
      files,
      { only: options.mappedFile, encodingOf: (path) => encodingAnswer(options, path) },
      pacer,
    );
    findings.unrecognised.push(...refused);
    findings.ignored.push(...ignored);
    for (const [done, one] of opened.entries()) {
      options.onProgress?.({ done, total: opened.length });
      if (one.archive !== null) findings.archives.set(one.file.path, one.archive);
      pacer.beginFile();
      try {
        await sortFile(one, findings, options);
      } catch (error) {
        findings.unrecognised.push({ file: one.file.path, reason: reasonOf(error), archive: one.archive });
      }
    }
    const understood = new Set([...findings.bySource.values()].flatMap((found) => [...archivesOf(found, findings)]));
    for (const { file, table, archive } of findings.mapped) {
      // A table beside a recognised export is a part of it that is left alone, not a library of its own.
      if (archive !== null && understood.has(archive))
        findings.ignored.push({ archive, file: table.file, reason: 'no part of a library' });
      else if (options.mapping !== undefined) {
        pacer.beginFile();
        findings.analyses.push(
          await analysisOf(
            'csv',
            [table.file],
            { ...(await applyMapping(table, options.mapping, pacer)), questions: file.questions },
            pacer,
            options.prepare,
          ),
        );
      }
    }
    for (const [source, found] of findings.bySource)
      for (const group of source.eachFile === true ? found.map((file) => [file]) : [found])
        await readSource(source, group, findings, options, pacer);
    options.onProgress?.({ done: opened.length, total: opened.length });
    return {
      analyses: findings.analyses,
      // An unrecognised member of a recognised archive is listed there, among the ignored files.
      unrecognised: findings.unrecognised
        .filter(({ archive }) => archive === null || !understood.has(archive))
        .map(({ archive: _archive, ...rest }) => rest),
    };
  } catch (error) {
    throw error instanceof AppError ? error : toAppError(error);
  }
}
