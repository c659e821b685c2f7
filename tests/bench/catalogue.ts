import MiniSearch from 'minisearch';
import { foldLetters } from '../../renderer/src/domain/fold-letters';
import type { CatalogueEntry } from '../../renderer/src/domain/catalogue';
import { Catalogue } from '../../renderer/src/catalogue/catalogue';
import { openCatalogue, readCatalogue } from '../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue, writeCatalogue } from '../../renderer/src/catalogue/catalogue-writer';
import { inventedCatalogue } from './invented-catalogue';
import type { Measure } from './kernels';
import { median } from './median';

/** More things than this are not given to MiniSearch: it would need more memory than a page has. */
const LIMIT = 8;
const TYPED = 60;
const LOOK_UPS = 2_000;
const MEGABYTE = 2 ** 20;

/** What a keystroke, a look-up and opening cost with `count` invented things, beside MiniSearch on the same titles. */
export function catalogueMeasures(count: number, clock: () => number): readonly Measure[] {
  const size = count.toLocaleString('en');
  const entries = inventedCatalogue(count);
  const file = count > 200_000 ? null : writeCatalogue(entries);
  const packed = packCatalogue(entries);
  const before = heldBytes();
  const start = clock();
  const catalogue = new Catalogue([file === null ? openCatalogue(packed) : readCatalogue(file)]);
  const opening = clock() - start;
  const held = heldBytes() - before + (file === null ? packed.byteLength : 0);
  const strokes = keystrokes(entries);
  const ours = strokes.map((text) =>
    millisecondsOf(clock, () => catalogue.complete({ text, kind: 'movie', limit: LIMIT })),
  );
  const beforeSearch = heldBytes();
  const startOfSearch = clock();
  const search = searchOf(entries);
  const openingSearch = clock() - startOfSearch;
  const heldBySearch = heldBytes() - beforeSearch;
  const theirs = strokes.map((text) => millisecondsOf(clock, () => search.search(text).slice(0, LIMIT)));
  const ids = lookUps(entries).map(({ kind, identifiers }) => ({ ...BLANK, kind, title: '?', identifiers }));
  const titles = lookUps(entries).map(({ kind, title, year }) => ({ ...BLANK, kind, title, year }));
  const [byId, byTitle] = [ids, titles].map((list) =>
    list.map((description) => millisecondsOf(clock, () => catalogue.recognise(description))),
  );
  console.log(
    `${size} things: ${file === null ? '' : `${megabytes(file.byteLength)} on disk, `}${megabytes(held)} in memory ` +
      `(MiniSearch ${megabytes(heldBySearch)})`,
  );
  return [
    {
      name: `a keystroke, ${size} things`,
      milliseconds: median(ours),
      runs: strokes.length,
      beside: [
        { name: 'the slowest', milliseconds: Math.max(...ours) },
        { name: 'MiniSearch', milliseconds: median(theirs) },
        { name: 'its slowest', milliseconds: Math.max(...theirs) },
      ],
    },
    {
      name: `one description recognised by id, ${size} things`,
      milliseconds: median(byId ?? []),
      runs: LOOK_UPS,
      beside: [{ name: 'by title and year', milliseconds: median(byTitle ?? []) }],
    },
    {
      name: `the catalogue opened, ${size} things`,
      milliseconds: opening,
      runs: 1,
      beside: [{ name: 'MiniSearch filled', milliseconds: openingSearch }],
    },
  ];
}

const BLANK = { creators: [], year: null, series: null };

/** Every beginning of some titles as they are typed; every other title with two letters changed about. */
function keystrokes(entries: readonly CatalogueEntry[]): readonly string[] {
  const step = Math.floor(entries.length / TYPED);
  return Array.from({ length: TYPED }, (_unused, place) => {
    const title = (entries[place * step]?.title ?? '').slice(0, 24);
    return place % 2 === 0 ? title : `${title.slice(0, 3)}${title.slice(4, 5)}${title.slice(3, 4)}${title.slice(5)}`;
  }).flatMap((typed) => Array.from({ length: typed.length }, (_unused, length) => typed.slice(0, length + 1)));
}

const lookUps = (entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] =>
  Array.from({ length: LOOK_UPS }, (_unused, place) => entries[(place * 7919 * 2) % entries.length]).filter(
    (entry) => entry !== undefined,
  );

/** As the library's search is made (application/library/library-index.ts), with a weight for fame. */
function searchOf(entries: readonly CatalogueEntry[]): MiniSearch {
  const search = new MiniSearch({
    fields: ['title', 'aliases'],
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boostDocument: (id) => 1 + (entries[Number(id)]?.popularity ?? 0),
    },
    processTerm: (term) => foldLetters(term),
  });
  search.addAll(entries.map(({ title, aliases }, id) => ({ id, title, aliases: aliases.join(' ') })));
  return search;
}

function millisecondsOf(clock: () => number, work: () => unknown): number {
  const start = clock();
  work();
  return clock() - start;
}

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** What is in use, after a clearing where Node allows one (--expose-gc). */
function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
