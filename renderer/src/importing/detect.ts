import { AppError, toAppError } from '../domain/errors';
import type { ImportAnalysis } from '../domain/imported-row';
import type { Preparer } from '../identity/prepared-thing';
import { isZip, openArchive, type ExportFile } from './containers/archive';
import { headerKey, type CsvTable } from './containers/csv-table';
import { gunzip, isGzip } from './containers/gzip';
import { headerAt, openFile } from './containers/open-file';
import type { SourceFile } from './containers/source-file';
import { IMPORT_SOURCES } from './import-sources';
import { applyMapping, type CsvMapping } from './mapping/csv-mapping';
import { guessMapping } from './mapping/guess-mapping';
import { createPacer, type Pacer } from './pacer';
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
  /** What the person said to the questions of sources, by the source's id. */
  readonly answers?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Read tables that no source claims by this mapping: the one named, or every one. */
  readonly mapping?: CsvMapping;
  readonly mappedFile?: string;
  /** Prepares the rows; given to the planning too, it need not prepare them again. */
  readonly prepare?: Preparer;
}

const SAMPLE_ROWS = 8;
const MAX_UNPACKED_BYTES = 2 ** 28;

interface Opened {
  readonly file: SourceFile;
  /** The archive that was chosen; null for a file that was. */
  readonly archive: string | null;
}

interface Findings {
  readonly analyses: ImportAnalysis[];
  readonly unrecognised: (UnrecognisedFile & { readonly archive: string | null })[];
  readonly ignored: { readonly archive: string; readonly file: string; readonly reason: string }[];
  readonly bySource: Map<ImportSource, SniffedFile[]>;
  /** To be read by the mapping, once it is known which archives a source has claimed. */
  readonly mapped: { readonly table: CsvTable; readonly archive: string | null }[];
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
  json: 'a JSON file of a kind this program does not read',
  html: 'a web page or bookmark file, which this program does not read',
  xml: 'an XML file, which this program does not read',
  table: 'no table with several columns, and no export this program knows',
  text: 'no table with several columns, and no export this program knows',
};

/** The table of a file that nobody claims, whole. */
async function tableOf(file: SourceFile): Promise<CsvTable | null> {
  const at = headerAt(file.firstRecords);
  const header = file.firstRecords[at];
  if (file.container !== 'table' || header === undefined) return null;
  const warnings = [...file.warnings];
  const rows = [];
  for await (const records of file.records({ header: header.cells, warn: (warning) => warnings.push(warning) }))
    rows.push(...records.filter(({ line }) => line > header.line));
  return { file: file.path, header: header.cells, headerLine: header.line, rows, warnings };
}

function holdsPersonalData(table: CsvTable): boolean {
  const keys = new Set(table.header.map(headerKey));
  return keys.has('email address') && keys.has('username');
}

async function sortFile({ file, archive }: Opened, findings: Findings, options: AnalysisOptions): Promise<void> {
  const refuse = (reason: string, table?: UnrecognisedFile['table']): void => {
    findings.unrecognised.push({ file: file.path, reason, archive, ...(table === undefined ? {} : { table }) });
  };
  const found = sniffFile(file);
  if (found?.sniffed.refusal !== undefined) return refuse(found.sniffed.refusal);
  if (found !== null) {
    const { source, sniffed } = found;
    const others = findings.bySource.get(source) ?? [];
    findings.bySource.set(source, [...others, { file, layout: sniffed.layout }]);
    return;
  }
  const table = await tableOf(file);
  if (table === null) return refuse(OTHER[file.container]);
  if (holdsPersonalData(table)) return refuse('a profile with personal data; never read');
  const cells = table.rows.map((record) => record.cells);
  if (options.mapping !== undefined && (options.mappedFile ?? file.path) === file.path) {
    findings.mapped.push({ table, archive });
    return;
  }
  refuse('a table of no export this program knows; say what its columns mean to import it', {
    header: table.header,
    sampleRows: cells.slice(0, SAMPLE_ROWS),
    rowCount: cells.length,
    guess: guessMapping(table.header, cells),
  });
}

/** Members of archives, and all else as it came. What cannot be opened is refused with its reason. */
async function openAll(files: readonly ExportFile[], findings: Findings, pacer: Pacer): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  const open = async ({ name, blob }: ExportFile, archive: string | null): Promise<void> => {
    if (archive !== null) findings.archives.set(name, archive);
    try {
      const packed = isGzip(new Uint8Array(await blob.slice(0, 2).arrayBuffer()));
      const whole = packed ? await gunzip(name, blob, MAX_UNPACKED_BYTES, pacer) : blob;
      opened.push({ file: await openFile(name, whole, pacer), archive });
    } catch (error) {
      findings.unrecognised.push({ file: name, reason: reasonOf(error), archive });
    }
  };
  for (const file of files) {
    await pacer.yieldIfDue();
    if (!isZip(new Uint8Array(await file.blob.slice(0, 4).arrayBuffer()))) {
      await open(file, null);
      continue;
    }
    try {
      const contents = await openArchive(file, pacer);
      findings.ignored.push(...contents.ignored.map((member) => ({ ...member, archive: file.name })));
      for (const member of contents.files) await open(member, file.name);
      if (contents.files.length === 0)
        findings.unrecognised.push({
          file: file.name,
          reason: 'an archive with nothing in it that this program reads',
          archive: null,
        });
    } catch (error) {
      findings.unrecognised.push({ file: file.name, reason: reasonOf(error), archive: null });
    }
  }
  return opened;
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
    findings.analyses.push(
      await analysisOf(source.id, names, { ...reading, ignoredFiles, warnings }, pacer, options.prepare),
    );
  } catch (error) {
    const reason = reasonOf(error);
    for (const { file } of files)
      findings.unrecognised.push({ file: file.path, reason, archive: findings.archives.get(file.path) ?? null });
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
  const pacer = createPacer(options.signal);
  const findings: Findings = {
    analyses: [],
    unrecognised: [],
    ignored: [],
    bySource: new Map(),
    mapped: [],
    archives: new Map(),
  };
  try {
    const opened = await openAll(files, findings, pacer);
    for (const [done, file] of opened.entries()) {
      options.onProgress?.({ done, total: opened.length });
      await sortFile(file, findings, options);
    }
    const understood = new Set([...findings.bySource.values()].flatMap((found) => [...archivesOf(found, findings)]));
    for (const { table, archive } of findings.mapped) {
      // A table beside a recognised export is a part of it that is left alone, not a library of its own.
      if (archive !== null && understood.has(archive))
        findings.ignored.push({ archive, file: table.file, reason: 'no part of a library' });
      else if (options.mapping !== undefined)
        findings.analyses.push(
          await analysisOf(
            'csv',
            [table.file],
            await applyMapping(table, options.mapping, pacer),
            pacer,
            options.prepare,
          ),
        );
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
