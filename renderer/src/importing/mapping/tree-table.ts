import { cleanCell } from '../cells/cell-values';
import { IMDB_NUMBER } from '../cells/identifier-cells';
import { kindOfWord } from '../cells/kind-words';
import { statusOfWord } from '../cells/status-words';
import type { CsvTable } from '../containers/csv-table';
import type { MarkupElement } from '../containers/markup-elements';
import { elementsOf } from '../containers/markup-elements';
import type { SourceFile } from '../containers/source-file';
import { MAX_COLUMNS, pageRows, type TreeRow } from './page-table';

/**
 * JSON and XML of no known kind as a table: each object, or each element of a name that comes again and again, is a
 * row; its keys are the columns, "a.b" for what lies inside something else. Pages have a table or lists of their own.
 */

/** Levels below a row. */
const MAX_DEPTH = 4;
/** Places that are searched for the longest list. */
const MAX_PLACES = 20_000;
const MAX_CELL = 100_000;
const MIN_SHARE = 0.8;

type Cells = Map<string, string>;

/** null: there is no list of objects in the file. */
export async function treeTable(file: SourceFile): Promise<CsvTable | null> {
  if (file.container === 'json') return jsonTable(file);
  if (file.container === 'html') {
    const rows = await pageRows(file, columnOfLists);
    return rows === null ? null : tableOf(file, rows);
  }
  return file.container === 'xml' ? xmlTable(file) : null;
}

async function jsonTable(file: SourceFile): Promise<CsvTable | null> {
  const items: unknown[] = [];
  for await (const batch of file.jsonItems([])) for (const { value } of batch) items.push(value);
  const found = isList(items) && items.length > 1 ? { values: items, keys: null, name: '' } : longestList(items);
  if (found === null) {
    const titles = listsOfTitles(items);
    return titles === null ? null : tableOf(file, titles);
  }
  const { values: rows, keys, name } = found;
  const lists = siblingLists(items, rows);
  if (lists !== null) return tableOf(file, rowsOfLists(lists));
  const areNames = keys !== null && areTitles(keys) && !rows.some(hasName);
  return tableOf(
    file,
    rows.map((value, index) => {
      const cells: Cells = new Map();
      const key = keys?.[index] ?? '';
      // { "tt9001000": { … } }
      if (IMDB_NUMBER.test(key)) put(cells, 'imdb id', key);
      if (areNames) put(cells, 'title', key);
      flatten(value, '', cells, 0);
      putKind(cells, name);
      return { line: index + 1, cells };
    }),
  );
}

/** The name of a list or of an element says the kind of what is in it, where the things do not: "movies". */
function putKind(cells: Cells, name: string): void {
  const word = name.slice(name.lastIndexOf(':') + 1);
  if (isKind(word) && ![...cells.keys()].some((key) => SAYS_KIND.test(key))) cells.set('kind', word);
}
const SAYS_KIND = /(?:^|[._ ])(?:kind|type|media|category|format|lot)/iu;

/** Longer texts are no titles, nor are addresses and numbers of things. */
const MAX_TITLE = 200;
const isTitle = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TITLE && /\p{L}/u.test(value) && !/^\S{25,}$|:\/\//u.test(value);
const areTitleTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isTitle);

/** `["Kiln", "Oven"]`, `{ "watched": ["Kiln"], "to_watch": ["Oven"] }`; null where the file is nothing but that. */
function listsOfTitles(items: readonly unknown[]): readonly TreeRow[] | null {
  if (items.length > 1 && areTitleTexts(items))
    return items.map((title, index) => ({ line: index + 1, cells: new Map([['title', title]]) }));
  const [root] = items;
  if (items.length !== 1 || !isObject(root)) return null;
  const lists = Object.entries(root);
  const told = lists.flatMap(([name, values]) => (areTitleTexts(values) ? [[name, values] as const] : []));
  const all = told.flatMap(([name, values]) => values.map((title) => [name, title] as const));
  if (all.length < 2 || told.length < lists.filter(([, values]) => Array.isArray(values)).length) return null;
  const column = columnOfLists(told.map(([name]) => name));
  return all.map(([name, title], index) => ({
    line: index + 1,
    cells: new Map([
      ['title', title],
      [column, name],
    ]),
  }));
}

type NamedList = readonly [name: string, values: readonly unknown[]];

/** `{ "films": […], "books": […] }`: lists alike side by side, the longest among them; null where there are none. */
function siblingLists(items: readonly unknown[], longest: readonly unknown[]): readonly NamedList[] | null {
  const [root] = items;
  if (items.length !== 1 || !isObject(root)) return null;
  const lists = Object.entries(root).filter(
    (entry): entry is [string, unknown[]] =>
      Array.isArray(entry[1]) && isList(entry[1]) && areAlike([longest[0], entry[1][0]]),
  );
  return lists.length > 1 && lists.some(([, values]) => values === longest) ? lists : null;
}

/** What the names of lists say of the things in them: the kind, how far their owner is, or else where they are kept. */
const columnOfLists = (names: readonly string[]): string =>
  names.every(isKind) ? 'kind' : names.every((name) => statusOfWord(name) !== 'none') ? 'status' : 'lists';

/** The name of a list is a column of its rows. */
function rowsOfLists(lists: readonly NamedList[]): { readonly line: number; readonly cells: Cells }[] {
  const column = columnOfLists(lists.map(([name]) => name));
  const rows = lists.flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return rows.map(({ name, value }, index) => {
    const cells: Cells = new Map([[column, name]]);
    flatten(value, '', cells, 0);
    return { line: index + 1, cells };
  });
}

/** A kind itself: no genre, and no form in which things of any kind come. */
function isKind(word: string): boolean {
  const said = kindOfWord(word, '');
  return said !== null && said.kind !== '' && said.tag === null;
}

/** Some keep what they say of a thing under what it is called: { "Salt Roads": { … }, "The Mill": { … } }. */
const areTitles = (keys: readonly string[]): boolean =>
  keys.every((key) => /\p{L}/u.test(key) && !/^[\w-]{20,}$/u.test(key)) &&
  keys.filter((key) => /\s/u.test(key.trim())).length >= keys.length / 3;

const hasName = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).some((key) => /title|name/iu.test(key));

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (values: readonly unknown[]): boolean =>
  values.length > 0 && values.filter(isObject).length >= values.length * MIN_SHARE;

interface FoundList {
  readonly values: readonly unknown[];
  /** Of an object whose values they are. */
  readonly keys: readonly string[] | null;
  /** Of the key under which it lies; '' where it has none. */
  readonly name: string;
}

/** The longest array of objects, wherever it lies; an object whose values are objects alike is one too. */
function longestList(root: unknown): FoundList | null {
  let best: FoundList | null = null;
  const waiting: (readonly [name: string, value: unknown])[] = [['', root]];
  for (let place = 0; place < waiting.length && place < MAX_PLACES; place += 1) {
    const [name, value] = waiting[place] ?? ['', null];
    if (typeof value !== 'object' || value === null) continue;
    const values: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    const isBetter = isList(values) && values.length > (best?.values.length ?? 0);
    if (isBetter && (place > 0 || values.length > 1) && (Array.isArray(value) || areAlike(values)))
      best = { values, keys: Array.isArray(value) ? null : Object.keys(value), name };
    const inner = Array.isArray(value) ? values.map((one) => ['', one] as const) : Object.entries(value);
    waiting.push(...inner.slice(0, MAX_PLACES - waiting.length));
  }
  return best;
}

/** Objects by id: { "17": { … }, "18": { … } }. */
function areAlike(values: readonly unknown[]): boolean {
  const [first, ...others] = values.slice(0, 20).map((value) => Object.keys(Object(value) as object));
  if (first === undefined || others.length === 0) return false;
  return others.every(
    (keys) => keys.filter((key) => first.includes(key)).length * 2 > Math.min(keys.length, first.length),
  );
}

function flatten(value: unknown, key: string, cells: Cells, depth: number): void {
  if (Array.isArray(value)) {
    const said = value.map(nameOf).filter((name) => name !== '');
    if (said.length > 0) put(cells, key === '' ? 'value' : key, said.join(', '));
  } else if (isObject(value)) {
    if (depth <= MAX_DEPTH)
      for (const [inner, own] of Object.entries(value))
        flatten(own, key === '' ? inner : `${key}.${inner}`, cells, depth + 1);
  } else {
    const said = scalar(value);
    if (said !== '') put(cells, key === '' ? 'value' : key, said);
  }
}

const scalar = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** A member of an array: itself, or what it is called. */
function nameOf(value: unknown): string {
  if (!isObject(value)) return scalar(value);
  for (const key of ['name', 'title', 'label', 'text', 'value'])
    if (Object.hasOwn(value, key)) return scalar(Reflect.get(value, key));
  return '';
}

function put(cells: Cells, key: string, text: string): void {
  const known = cells.get(key);
  const whole = known === undefined ? text : `${known}, ${text}`;
  cells.set(key, whole.slice(0, MAX_CELL));
}

function tableOf(file: SourceFile, rows: readonly TreeRow[]): CsvTable | null {
  const columns = new Map<string, number>();
  for (const { cells } of rows)
    for (const key of cells.keys()) if (!columns.has(key) && columns.size < MAX_COLUMNS) columns.set(key, columns.size);
  if (columns.size === 0) return null;
  const header = [...columns.keys()];
  return {
    file: file.path,
    header,
    headerLine: 0,
    rows: rows.map(({ line, cells }) => ({ line, cells: header.map((key) => cells.get(key) ?? '') })),
    warnings: file.warnings,
  };
}

/** What a key says only with what it lies in: "rating.value"; "author.name" beside a title. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(['value', 'text', 'label', 'amount', '#text', '$t', '_']);

/** Names of columns for guessing what they mean: without what they lie in, where that leaves no two alike. */
export function plainHeader(header: readonly string[]): readonly string[] {
  const keys = header.map((key) => key.split('.'));
  const hasTitle = keys.some((parts) => parts.at(-1) === 'title');
  const short = keys.map((parts) => {
    const last = parts.at(-1) ?? '';
    if (parts.length > 1 && SAYS_LITTLE.has(last)) return parts.at(-2) ?? '';
    return last === 'name' && hasTitle ? parts.join('.') : last;
  });
  return header.map((key, index) => {
    const name = short[index] ?? key;
    return short.filter((other) => other === name).length === 1 ? name : key;
  });
}

async function xmlTable(file: SourceFile): Promise<CsvTable | null> {
  const name = await repeatedElement(file);
  if (name === null) return null;
  const rows: { line: number; cells: Cells }[] = [];
  for await (const elements of elementsOf(file.tokens(), name))
    for (const element of elements) {
      const cells: Cells = new Map();
      flattenElement(element, '', cells, 0);
      putKind(cells, name);
      rows.push({ line: element.line, cells });
    }
  return tableOf(file, rows);
}

/** The element that comes most often and holds others, or has attributes. */
async function repeatedElement(file: SourceFile): Promise<string | null> {
  const open: { readonly name: string; isFilled: boolean }[] = [];
  const counts = new Map<string, number>();
  for await (const tokens of file.tokens())
    for (const token of tokens)
      if (token.type === 'open') {
        const parent = open.at(-1);
        if (parent !== undefined) parent.isFilled = true;
        open.push({ name: token.name, isFilled: token.attributes.size > 1 });
      } else if (token.type === 'close') {
        const closed = open.pop();
        if (closed?.isFilled === true && open.length > 0 && open.length <= MAX_DEPTH)
          counts.set(closed.name, (counts.get(closed.name) ?? 0) + 1);
      }
  const [best] = [...counts].sort(([, left], [, right]) => right - left);
  return best !== undefined && best[1] > 1 ? best[0] : null;
}

function flattenElement({ attributes, text, children }: MarkupElement, key: string, cells: Cells, depth: number): void {
  for (const [name, value] of attributes) if (value !== '') put(cells, key === '' ? name : `${key}.${name}`, value);
  const said = cleanCell(text);
  if (said !== '') put(cells, key === '' ? 'text' : key, children.length === 0 ? text.trim() : said);
  if (depth >= MAX_DEPTH) return;
  for (const child of children)
    flattenElement(child, key === '' ? child.name : `${key}.${child.name}`, cells, depth + 1);
}
