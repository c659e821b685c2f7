import { cleanCell } from '../cells/cell-values';
import type { SourceFile } from '../containers/source-file';

/** A saved page whose own content is a table, or lists under headings. */

export interface PageRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** What stands around the content of a page, and what nobody reads. */
const ASIDE = new Set([
  'script',
  'style',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'noscript',
  'template',
  'svg',
  'head',
]);
const HEADING = /^h[1-6]$/u;
const MAX_COLUMNS = 300;
/** Share of the words of a page that its lists must have: else they are menus. */
const MOSTLY = 0.5;

interface TableInPage {
  readonly rows: { readonly line: number; readonly cells: string[] }[];
}
interface Item {
  readonly line: number;
  readonly depth: number;
  readonly heading: string;
  text: string;
}

/**
 * null: the page has neither a table with a header and rows, nor lists that are most of it.
 * @param columnOf what the column of the headings over lists is called
 */
export async function pageRows(
  file: SourceFile,
  columnOf: (headings: readonly string[]) => string,
): Promise<readonly PageRow[] | null> {
  const tables: TableInPage[] = [];
  const openTables: TableInPage[] = [];
  const items: Item[] = [];
  const openItems: Item[] = [];
  let [depth, words, aside, heading] = [0, 0, null as string | null, null as string | null];
  let lastHeading = '';
  let isCell = false;
  for await (const tokens of file.tokens())
    for (const token of tokens) {
      if (token.type === 'text') {
        if (aside !== null) continue;
        words += cleanCell(token.text).length;
        const row = openTables.at(-1)?.rows.at(-1);
        const item = openItems.at(-1);
        if (heading !== null) heading += token.text;
        else if (isCell && row !== undefined) row.cells[row.cells.length - 1] += token.text;
        else if (item !== undefined) item.text += token.text;
        continue;
      }
      const { name } = token;
      if (token.type === 'open') {
        if (aside !== null) continue;
        if (ASIDE.has(name)) aside = name;
        else if (name === 'table') {
          const table: TableInPage = { rows: [] };
          tables.push(table);
          openTables.push(table);
        } else if (name === 'tr') openTables.at(-1)?.rows.push({ line: token.line, cells: [] });
        else if (name === 'td' || name === 'th') {
          const row = openTables.at(-1)?.rows.at(-1);
          isCell = row !== undefined && row.cells.length < MAX_COLUMNS;
          if (isCell) row?.cells.push('');
        } else if (name === 'ul' || name === 'ol') depth += 1;
        else if (name === 'li') {
          while (openItems.length > 0 && (openItems.at(-1)?.depth ?? 0) >= depth) openItems.pop();
          const item: Item = { line: token.line, depth, heading: lastHeading, text: '' };
          items.push(item);
          openItems.push(item);
        } else if (HEADING.test(name)) heading = '';
        else if (name === 'br' || name === 'p') {
          const row = isCell ? openTables.at(-1)?.rows.at(-1) : undefined;
          if (row !== undefined) row.cells[row.cells.length - 1] += '\n';
        }
        continue;
      }
      if (name === aside) aside = null;
      else if (name === 'table') {
        openTables.pop();
        isCell = false;
      } else if (name === 'td' || name === 'th' || name === 'tr') isCell = false;
      else if (name === 'ul' || name === 'ol') {
        depth = Math.max(0, depth - 1);
        while (openItems.length > 0 && (openItems.at(-1)?.depth ?? 0) > depth) openItems.pop();
      } else if (name === 'li') openItems.pop();
      else if (HEADING.test(name) && heading !== null) {
        lastHeading = cleanCell(heading);
        heading = null;
      }
    }
  return rowsOfTable(tables) ?? rowsOfLists(items, words, columnOf);
}

/** Of the longest table with a header. */
function rowsOfTable(tables: readonly TableInPage[]): readonly PageRow[] | null {
  const [best] = tables
    .map(({ rows }) => rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')))
    .filter((rows) => rows.length > 1 && (rows[0]?.cells.filter((cell) => cell.trim() !== '').length ?? 0) > 1)
    .toSorted((left, right) => right.length - left.length);
  const [header, ...below] = best ?? [];
  if (header === undefined) return null;
  const names = header.cells.map((cell, column) => cleanCell(cell) || `#${String(column + 1)}`);
  return below.map(({ line, cells }) => ({
    line,
    cells: new Map(cells.slice(0, names.length).map((cell, column) => [names[column] ?? '', cell.trim()])),
  }));
}

/** Items of lists as titles. A list within an item is one of things where most items hold one, else it is about it. */
function rowsOfLists(
  items: readonly Item[],
  words: number,
  columnOf: (headings: readonly string[]) => string,
): readonly PageRow[] | null {
  const said = items.filter(({ text }) => cleanCell(text) !== '');
  const inLists = said.reduce(
    (sum, { text, heading }) => sum + cleanCell(text).length + heading.length / items.length,
    0,
  );
  if (said.length < 2 || inLists < words * MOSTLY) return null;
  const top = said.filter(({ depth }) => depth <= 1);
  const isParent = (item: Item): boolean => {
    const next = said[said.indexOf(item) + 1];
    return next !== undefined && next.depth > item.depth;
  };
  const parents = top.filter(isParent);
  const areGroups = parents.length > top.length / 2 && said.length - top.length >= parents.length * 2;
  let group = '';
  const found = said.flatMap((item) => {
    const title = cleanCell(item.text);
    if (areGroups && item.depth <= 1 && isParent(item)) {
      group = title;
      return [];
    }
    if (!areGroups && item.depth > 1) return [];
    return [{ line: item.line, title, list: item.depth > 1 ? group : item.heading }];
  });
  const lists = [...new Set(found.map(({ list }) => list).filter((list) => list !== ''))];
  const column = columnOf(lists);
  return found.map(({ line, title, list }) => ({
    line,
    cells: new Map([['title', title], ...(list === '' ? [] : [[column, list] as const])]),
  }));
}
