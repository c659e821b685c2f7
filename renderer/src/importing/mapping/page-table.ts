import { cleanCell } from '../cells/cell-values';
import type { MarkupToken } from '../containers/markup-tokens';
import type { SourceFile } from '../containers/source-file';

/** A saved page whose own content is a table, or lists under headings. */

/** A row of a table that is made of a file without columns. */
export interface TreeRow {
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
const LISTS = new Set(['ul', 'ol']);
const CELLS = new Set(['td', 'th']);
/** Distinct columns; what comes after them is left out. */
export const MAX_COLUMNS = 300;
/** Share of the letters of a page that its lists must have: else they are menus. */
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

/** What of a page is content, from its tags and texts in order. */
class PageContent {
  readonly tables: TableInPage[] = [];
  readonly items: Item[] = [];
  /** Characters, those of headings and of what is no list too. */
  letters = 0;
  readonly #openTables: TableInPage[] = [];
  readonly #openItems: Item[] = [];
  /** How many lists are open. */
  #depth = 0;
  /** The element around what nobody reads; null: none is open. */
  #aside: string | null = null;
  /** The heading that is open, as far as it was read. */
  #heading: string | null = null;
  #lastHeading = '';
  #isCell = false;

  take(token: MarkupToken): void {
    if (token.type === 'close') this.#close(token.name);
    else if (this.#aside !== null) return;
    else if (token.type === 'text') this.#say(token.text);
    else this.#open(token.name, token.line);
  }

  get #row(): { readonly line: number; readonly cells: string[] } | undefined {
    return this.#openTables.at(-1)?.rows.at(-1);
  }

  #say(text: string): void {
    this.letters += cleanCell(text).length;
    const item = this.#openItems.at(-1);
    if (this.#heading !== null) this.#heading += text;
    else if (this.#isCell && this.#row !== undefined) this.#addToCell(text);
    else if (item !== undefined) item.text += text;
  }

  #addToCell(text: string): void {
    const cells = this.#row?.cells;
    if (cells !== undefined) cells[cells.length - 1] += text;
  }

  #open(name: string, line: number): void {
    if (ASIDE.has(name)) this.#aside = name;
    else if (HEADING.test(name)) this.#heading = '';
    else if (LISTS.has(name)) this.#depth += 1;
    else if (CELLS.has(name)) {
      this.#isCell = this.#row !== undefined && this.#row.cells.length < MAX_COLUMNS;
      if (this.#isCell) this.#row?.cells.push('');
    } else if (name === 'table') {
      const table: TableInPage = { rows: [] };
      this.tables.push(table);
      this.#openTables.push(table);
    } else if (name === 'tr') this.#openTables.at(-1)?.rows.push({ line, cells: [] });
    else if (name === 'li') {
      // Its end is often left out.
      this.#closeItems(this.#depth - 1);
      const item: Item = { line, depth: this.#depth, heading: this.#lastHeading, text: '' };
      this.items.push(item);
      this.#openItems.push(item);
    } else if ((name === 'br' || name === 'p') && this.#isCell) this.#addToCell('\n');
  }

  #close(name: string): void {
    if (name === this.#aside) this.#aside = null;
    else if (name === 'table') {
      this.#openTables.pop();
      this.#isCell = false;
    } else if (CELLS.has(name) || name === 'tr') this.#isCell = false;
    else if (LISTS.has(name)) {
      this.#depth = Math.max(0, this.#depth - 1);
      this.#closeItems(this.#depth);
    } else if (name === 'li') this.#openItems.pop();
    else if (HEADING.test(name) && this.#heading !== null) {
      this.#lastHeading = cleanCell(this.#heading);
      this.#heading = null;
    }
  }

  /** Those that lie deeper. */
  #closeItems(depth: number): void {
    while ((this.#openItems.at(-1)?.depth ?? -1) > depth) this.#openItems.pop();
  }
}

/**
 * null: the page has neither a table with a header and rows, nor lists that are most of it.
 * @param columnOf what the column of the headings over lists is called
 */
export async function pageRows(
  file: SourceFile,
  columnOf: (headings: readonly string[]) => string,
): Promise<readonly TreeRow[] | null> {
  const page = new PageContent();
  for await (const tokens of file.tokens()) for (const token of tokens) page.take(token);
  return rowsOfTable(page.tables) ?? rowsOfLists(page.items, page.letters, columnOf);
}

/** Of the longest table with a header. */
function rowsOfTable(tables: readonly TableInPage[]): readonly TreeRow[] | null {
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
  letters: number,
  columnOf: (headings: readonly string[]) => string,
): readonly TreeRow[] | null {
  const said = items.filter(({ text }) => cleanCell(text) !== '');
  const inLists = said.reduce(
    (sum, { text, heading }) => sum + cleanCell(text).length + heading.length / items.length,
    0,
  );
  if (said.length < 2 || inLists < letters * MOSTLY) return null;
  const top = said.filter(({ depth }) => depth <= 1);
  const parents = new Set(said.filter(({ depth }, index) => (said[index + 1]?.depth ?? 0) > depth));
  const parentsOnTop = top.filter((item) => parents.has(item)).length;
  const areGroups = parentsOnTop > top.length / 2 && said.length - top.length >= parentsOnTop * 2;
  let group = '';
  const found = said.flatMap((item) => {
    const title = cleanCell(item.text);
    if (areGroups && item.depth <= 1 && parents.has(item)) {
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
