import { AppError } from '../../domain/errors';
import type { Pacer } from '../pacer';
import { BUDGETS, cellTooLarge, tooLarge, tooManyColumns, tooManyRows } from './budgets';
import type { ByteSource } from './byte-source';
import type { CsvRecord } from './csv-records';
import { markupTokens, type MarkupToken } from './markup-tokens';
import { isTable } from './open-file';
import { HEAD_CHARACTERS, HEAD_RECORDS, type SourceFile } from './source-file';
import { textParts, withPlainLineEnds } from './text-parts';
import { cellStyles, cellText, dayOfSerial, type CellStyles } from './workbook-cells';
import { zipMembers } from './zip-members';

const MAX_PARTS = 5_000;
const MAX_SHEETS = 100;
/** Texts of all cells together, which a workbook keeps once each. */
const MAX_SHARED_CHARACTERS = 2 ** 27;
const BATCH = 500;

/** What the sheets of a workbook share. */
interface Workbook {
  readonly texts: readonly string[];
  readonly styles: CellStyles;
  /** Days count from 1904 instead of 1900 (workbooks that began on an old Macintosh). */
  readonly from1904: boolean;
}

interface Sheet {
  readonly name: string;
  /** "xl/worksheets/sheet1.xml" */
  readonly part: string;
}

/**
 * The sheets of a workbook (.xlsx: Office Open XML, ECMA-376) as tables named "book.xlsx/Sheet 1", those without a cell
 * left out. Days come as 2021-03-14, numbers as they are shown. Rejects with an AppError where it is damaged or has
 * nothing in it.
 */
export async function openWorkbook(path: string, blob: Blob, pacer: Pacer): Promise<readonly SourceFile[]> {
  const members = await zipMembers(path, blob, MAX_PARTS, pacer);
  const partOf = (name: string): ByteSource | undefined =>
    members.find((member) => member.name.toLowerCase() === name.toLowerCase())?.source;
  const tokensOf = (part: ByteSource): AsyncGenerator<readonly MarkupToken[]> =>
    markupTokens(withPlainLineEnds(textParts(part, 'utf-8', pacer)), 'xml');
  const main = partOf('xl/workbook.xml');
  const relations = partOf('xl/_rels/workbook.xml.rels');
  const { sheets, from1904 } =
    main === undefined
      ? { sheets: loneSheets(members.map(({ name }) => name)), from1904: false }
      : await readMain(tokensOf(main), relations && tokensOf(relations));
  if (sheets.length === 0) throw damagedWorkbook(path);
  const [texts, styles] = [partOf('xl/sharedStrings.xml'), partOf('xl/styles.xml')];
  const workbook: Workbook = {
    texts: texts === undefined ? [] : await sharedTexts(tokensOf(texts)),
    styles: await cellStyles(styles && tokensOf(styles)),
    from1904,
  };
  const files: SourceFile[] = [];
  for (const sheet of sheets.slice(0, MAX_SHEETS)) {
    const part = partOf(sheet.part);
    if (part === undefined) continue;
    const file = await openSheet(`${path}/${sheet.name}`, part, () => sheetRecords(tokensOf(part), workbook), pacer);
    if (file !== null) files.push(file);
  }
  if (files.length > 0) return files;
  throw new AppError('format-unknown', `a workbook whose sheets are empty. If you see rows in it: ${AS_CSV}`);
}

const AS_CSV =
  'open it in Excel or LibreOffice, choose File, Save as, and CSV (UTF-8) as the type, and drop the file that this makes.';

const damagedWorkbook = (path: string): AppError =>
  new AppError('file-unreadable', `${path} is not a whole workbook. If a program still opens it: ${AS_CSV}`);

/** Of a workbook that has lost the list of its sheets: "xl/worksheets/sheet2.xml" is "sheet2". */
const loneSheets = (members: readonly string[]): readonly Sheet[] =>
  members
    .flatMap((part) => {
      const name = /^xl\/worksheets\/([^/]+)\.xml$/i.exec(part)?.[1];
      return name === undefined ? [] : [{ name, part }];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));

async function readMain(
  main: AsyncIterable<readonly MarkupToken[]>,
  relations: AsyncIterable<readonly MarkupToken[]> | undefined,
): Promise<{ readonly sheets: readonly Sheet[]; readonly from1904: boolean }> {
  const targets = new Map<string, string>();
  for await (const tokens of relations ?? [])
    for (const token of tokens)
      if (token.type === 'open' && localName(token.name) === 'Relationship')
        targets.set(token.attributes.get('Id') ?? '', token.attributes.get('Target') ?? '');
  const sheets: Sheet[] = [];
  let from1904 = false;
  for await (const tokens of main)
    for (const token of tokens) {
      if (token.type !== 'open') continue;
      const name = localName(token.name);
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(token.attributes.get('date1904') ?? '');
      if (name !== 'sheet') continue;
      const id = [...token.attributes].find(([key]) => localName(key) === 'id')?.[1] ?? '';
      const target = targets.get(id) ?? `worksheets/sheet${String(sheets.length + 1)}.xml`;
      const sheet = token.attributes.get('name') ?? `Sheet${String(sheets.length + 1)}`;
      sheets.push({ name: sheet, part: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
    }
  return { sheets, from1904 };
}

/** "x:sheet" → "sheet": some programs write every name with a prefix. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The texts that cells refer to by number. Runs of one text are joined, readings of Japanese left out. */
async function sharedTexts(tokens: AsyncIterable<readonly MarkupToken[]>): Promise<readonly string[]> {
  const texts: string[] = [];
  let [text, total, isText, isReading] = ['', 0, false, false];
  for await (const batch of tokens)
    for (const token of batch)
      if (token.type === 'text') {
        if (isText && !isReading) text += token.text;
      } else {
        const name = localName(token.name);
        const isOpen = token.type === 'open';
        if (name === 't') isText = isOpen;
        if (name === 'rPh') isReading = isOpen;
        if (name === 'si' && isOpen) text = '';
        if (name === 'si' && !isOpen) {
          texts.push(text);
          total += text.length;
          if (total > MAX_SHARED_CHARACTERS)
            throw tooLarge(
              'the workbook',
              'more text than can be read at once',
              'Save the sheet as CSV and drop that.',
            );
        }
      }
  return texts;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** Of `<v>`, or of the `<t>` of a cell that holds its own text. */
  text: string;
}

/** Rows with any cell, each with the number it has in the workbook as its line. */
async function* sheetRecords(
  tokens: AsyncIterable<readonly MarkupToken[]>,
  workbook: Workbook,
): AsyncGenerator<readonly CsvRecord[]> {
  let line = 0;
  let cells: string[] = [];
  let cell: OpenCell | null = null;
  let isValue = false;
  let isReading = false;
  for await (const batch of tokens) {
    const records: CsvRecord[] = [];
    for (const token of batch) {
      if (token.type === 'text') {
        if (cell !== null && isValue && !isReading) cell.text += token.text;
        if ((cell?.text.length ?? 0) > BUDGETS.cellCharacters) throw cellTooLarge(line);
        continue;
      }
      const name = localName(token.name);
      const isOpen = token.type === 'open';
      if (name === 'v' || name === 't') isValue = isOpen;
      else if (name === 'rPh') isReading = isOpen;
      else if (name === 'row' && isOpen) {
        line = Number(token.attributes.get('r') ?? line + 1) || line + 1;
        cells = [];
      } else if (name === 'row') {
        if (cells.some((text) => text.trim() !== '')) records.push({ line, cells });
        if (line > BUDGETS.rows) throw tooManyRows();
      } else if (name === 'c' && isOpen) {
        const column = columnOf(token.attributes.get('r') ?? '') ?? cells.length;
        if (column >= BUDGETS.columns) throw tooManyColumns(line);
        cell = {
          column,
          type: token.attributes.get('t') ?? 'n',
          style: Number(token.attributes.get('s') ?? 0),
          text: '',
        };
      } else if (name === 'c' && cell !== null) {
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = textOfCell(cell, workbook);
        cell = null;
      }
    }
    for (let start = 0; start < records.length; start += BATCH) yield records.slice(start, start + BATCH);
  }
}

function textOfCell({ type, style, text }: OpenCell, { texts, styles, from1904 }: Workbook): string {
  if (type === 's') return texts[Number(text)] ?? '';
  if (type === 'n' && text !== '') {
    const kind = styles(style);
    return kind === null || kind === 'percent' ? cellText(text, kind) : dayOfSerial(Number(text), kind, from1904);
  }
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return type === 'e' ? '' : text;
}

/** "BC12" → 54, 0-based; null where there is no column. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A sheet as a file; null where it has no cell. */
async function openSheet(
  path: string,
  part: ByteSource,
  rows: () => AsyncIterable<readonly CsvRecord[]>,
  pacer: Pacer,
): Promise<SourceFile | null> {
  const firstRecords: CsvRecord[] = [];
  for await (const batch of rows()) {
    firstRecords.push(...batch);
    if (firstRecords.length >= HEAD_RECORDS) break;
  }
  firstRecords.splice(HEAD_RECORDS);
  if (firstRecords.length === 0) return null;
  const noSuch = (): never => {
    throw new AppError('format-invalid', `${path} is a sheet of a workbook, not the file that was expected.`);
  };
  return {
    path,
    container: isTable(firstRecords) ? 'table' : 'text',
    text: firstRecords.map(lineOf).join('\n').slice(0, HEAD_CHARACTERS),
    firstRecords,
    bytes: part.size,
    warnings: [],
    questions: [],
    records: async function* ({ header } = {}) {
      for await (const batch of rows()) {
        await pacer.yieldIfDue();
        // A workbook leaves out blanks at the end of a row.
        yield batch.map(({ line, cells }) => ({ line, cells: padded(cells, header?.length ?? 0) }));
      }
    },
    lines: async function* () {
      for await (const batch of rows()) yield batch.map((record) => ({ line: record.line, text: lineOf(record) }));
    },
    jsonItems: noSuch,
    json: async () => await Promise.resolve(noSuch()),
    tokens: noSuch,
  };
}

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')];

/** As a line of CSV. */
const lineOf = ({ cells }: CsvRecord): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
