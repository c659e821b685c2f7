import { AppError, toAppError } from '../domain/errors';
import { isZip, openArchive, type ExportFile } from './containers/archive';
import { applyMapping, type CsvMapping } from './mapping/csv-mapping';
import { readCsvRecords } from './containers/csv-records';
import { headerKey, tableAt, type CsvFile, type CsvTable } from './containers/csv-table';
import { decodeText } from './containers/decode-text';
import { guessMapping } from './mapping/guess-mapping';
import type { ImportAnalysis } from '../domain/imported-row';
import type { Preparer } from '../identity/prepared-thing';
import { createPacer, type Pacer } from './pacer';
import { analysisOf, type ImportSource, type SourceReading, type TextSource } from './source';
import { goodreads } from './sources/goodreads';
import { handpickedList } from './sources/handpicked-list';
import { imdb } from './sources/imdb';
import { letterboxd } from './sources/letterboxd';

export const IMPORT_SOURCES: readonly ImportSource[] = [goodreads, letterboxd, imdb];
export const TEXT_SOURCES: readonly TextSource[] = [handpickedList];

/** A file that no source claims. A table can still be imported once the person says what its columns mean. */
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
  /** Read tables that no source claims by this mapping: the one named, or every one. */
  readonly mapping?: CsvMapping;
  readonly mappedFile?: string;
  /** Prepares the rows; given to the planning too, it need not prepare them again. */
  readonly prepare?: Preparer;
}

// Far above any library export; above it, one string of the text would strain a browser.
const MAX_FILE_BYTES = 128 * 2 ** 20;
const SAMPLE_ROWS = 8;

interface Opened extends ExportFile {
  readonly archive: string | null;
}

interface Findings {
  readonly analyses: ImportAnalysis[];
  readonly unrecognised: (UnrecognisedFile & { readonly archive: string | null })[];
  readonly ignored: { readonly archive: string; readonly file: string; readonly reason: string }[];
  readonly bySource: Map<ImportSource, CsvFile[]>;
  /** To be read by the mapping, once it is known which archives a source has claimed. */
  readonly mapped: { readonly table: CsvTable; readonly archive: string | null }[];
}

/** Words for a text that is no table. */
function otherFormat(text: string): string | null {
  const start = text.slice(0, 2000).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'a JSON file of a kind this program does not read';
  if (/^<!doctype (?:html|netscape)|^<html/i.test(start))
    return 'a web page or bookmark file, which this program does not read';
  if (start.startsWith('<')) return 'an XML file, which this program does not read';
  return null;
}

/**
 * The first record of several cells, among the first few: a preamble may stand above the header. Prose with commas is
 * no table.
 */
function tableOf(csv: CsvFile): CsvTable | null {
  const at = csv.records.slice(0, 5).findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 2);
  if (at < 0) return null;
  const table = tableAt(csv, at);
  const fitting = table.rows.filter(({ cells }) => cells.length === table.header.length).length;
  return fitting >= table.rows.length / 2 ? table : null;
}

/** True where more than one character in fifty is a control character: real exports have stray NULs, but fewer. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) controls += 1;
  }
  return controls > text.length / 50;
}

function holdsPersonalData(table: CsvTable): boolean {
  const keys = new Set(table.header.map(headerKey));
  return keys.has('email address') && keys.has('username');
}

async function readText(file: Opened, findings: Findings, options: AnalysisOptions, pacer: Pacer): Promise<void> {
  const refuse = (reason: string, table?: UnrecognisedFile['table']): void => {
    findings.unrecognised.push({
      file: file.name,
      reason,
      archive: file.archive,
      ...(table === undefined ? {} : { table }),
    });
  };
  if (file.bytes.length === 0) return refuse('the file is empty');
  if (file.bytes.length > MAX_FILE_BYTES) return refuse(`the file is larger than ${MAX_FILE_BYTES / 2 ** 20} MB`);
  if (file.bytes[0] === 0x1f && file.bytes[1] === 0x8b)
    return refuse('a gzip archive, which this program does not read; unpack it first');
  const { text, warning } = decodeText(file.bytes);
  if (looksBinary(text.slice(0, 20_000))) return refuse('not a text file');
  const textSource = TEXT_SOURCES.find(({ recognises }) => recognises(text));
  if (textSource !== undefined) {
    const reading = readingOf(textSource, file.name, text);
    if (reading instanceof AppError) return refuse(reading.message);
    const warnings = [...(warning === null ? [] : [warning]), ...reading.warnings];
    findings.analyses.push(
      await analysisOf(textSource.id, [file.name], { ...reading, warnings }, pacer, options.prepare),
    );
    return;
  }
  const other = otherFormat(text);
  if (other !== null) return refuse(other);
  await pacer.yieldIfDue();
  const records = await readCsvRecords(text, pacer);
  const encodingWarnings = [warning, text.includes('\0') ? 'NUL characters were left out' : null].filter(
    (line) => line !== null,
  );
  const csv: CsvFile = { ...records, file: file.name, warnings: [...encodingWarnings, ...records.warnings] };
  const source = IMPORT_SOURCES.find(({ recognises }) => recognises(csv));
  if (source !== undefined) {
    findings.bySource.set(source, [...(findings.bySource.get(source) ?? []), csv]);
    return;
  }
  const table = tableOf(csv);
  if (table === null) return refuse('no table with several columns, and no export this program knows');
  if (holdsPersonalData(table)) return refuse('a profile with personal data; never read');
  const cells = table.rows.map((record) => record.cells);
  if (options.mapping !== undefined && (options.mappedFile ?? file.name) === file.name) {
    findings.mapped.push({ table, archive: file.archive });
    return;
  }
  const guess = guessMapping(table.header, cells);
  refuse('a table of no export this program knows; say what its columns mean to import it', {
    header: table.header,
    sampleRows: cells.slice(0, SAMPLE_ROWS),
    rowCount: cells.length,
    guess,
  });
}

/** What the file holds, or why it cannot be read. */
function readingOf(source: TextSource, file: string, text: string): SourceReading | AppError {
  try {
    return source.read(file, text);
  } catch (error) {
    return toAppError(error);
  }
}

/** Archives opened, everything else as it came; what cannot be opened is refused with its reason. */
async function openAll(files: readonly ExportFile[], findings: Findings, pacer: Pacer): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const file of files) {
    await pacer.yieldIfDue();
    if (!isZip(file.bytes)) {
      opened.push({ ...file, archive: null });
      continue;
    }
    try {
      const contents = await openArchive(file, pacer);
      opened.push(...contents.files.map((member) => ({ ...member, archive: file.name })));
      findings.ignored.push(...contents.ignored.map((member) => ({ ...member, archive: file.name })));
      if (contents.files.length === 0)
        findings.unrecognised.push({
          file: file.name,
          reason: 'an archive with nothing in it that this program reads',
          archive: null,
        });
    } catch (error) {
      const known = toAppError(error);
      if (known.code === 'cancelled') throw known;
      findings.unrecognised.push({ file: file.name, reason: known.message, archive: null });
    }
  }
  return opened;
}

/**
 * Recognises and reads files; writes nothing. Files of one source become one analysis. Rejects only
 * with an AppError, `cancelled` above all; a file that cannot be read is in `unrecognised` with its reason.
 */
export async function analyseFiles(
  files: readonly ExportFile[],
  options: AnalysisOptions = {},
): Promise<AnalysisResult> {
  const pacer = createPacer(options.signal);
  const findings: Findings = { analyses: [], unrecognised: [], ignored: [], bySource: new Map(), mapped: [] };
  try {
    const opened = await openAll(files, findings, pacer);
    for (const [done, file] of opened.entries()) {
      options.onProgress?.({ done, total: opened.length });
      await readText(file, findings, options, pacer);
    }
    const understood = new Set(
      [...findings.bySource.values()].flatMap((csvFiles) => [...archivesOf(csvFiles, opened)]),
    );
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
    for (const [source, csvFiles] of findings.bySource) {
      const reading = await source.read(csvFiles, pacer);
      const archives = archivesOf(csvFiles, opened);
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
      const names = csvFiles.map(({ file }) => file).filter((file) => !ignored.has(file));
      findings.analyses.push(await analysisOf(source.id, names, { ...reading, ignoredFiles }, pacer, options.prepare));
    }
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

function archivesOf(csvFiles: readonly CsvFile[], opened: readonly Opened[]): ReadonlySet<string> {
  const names = new Set(csvFiles.map(({ file }) => file));
  return new Set(opened.flatMap(({ name, archive }) => (archive !== null && names.has(name) ? [archive] : [])));
}
