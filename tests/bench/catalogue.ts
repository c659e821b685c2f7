/** Run by catalogue-process.ts with a number of things; prints its measures as JSON, and sizes to the error output. */
import MiniSearch from 'minisearch';
import { Catalogue } from '../../renderer/src/catalogue/catalogue';
import { openCatalogue, readCatalogue } from '../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../renderer/src/catalogue/catalogue-writer';
import { compressed } from '../../renderer/src/catalogue/format/gzip';
import type { CatalogueEntry } from '../../renderer/src/domain/catalogue';
import { foldLetters } from '../../renderer/src/domain/fold-letters';
import { inventedCatalogue } from './invented-catalogue';
import type { Measure } from './kernels';
import { median } from './median';

const SUGGESTIONS = 8;
const TITLES_TYPED = 60;
const LOOK_UPS = 2_000;
/** Of this many runs of one keystroke the fastest counts: whatever else the machine does is not the search. */
const RUNS = 3;
/** MiniSearch takes seconds for some; so many are asked, once. */
const SEARCHES = 40;
/** More are not compressed: nobody ships them. */
const MAX_COMPRESSED = 200_000;
const MEGABYTE = 2 ** 20;

/** What a keystroke, a look-up and opening cost with `count` invented things, beside MiniSearch on the same titles. */
function catalogueMeasures(count: number, clock: () => number): readonly Measure[] {
  const size = count.toLocaleString('en');
  const timed = (work: () => unknown): number => {
    const start = clock();
    work();
    return clock() - start;
  };
  const best = (work: () => unknown): number => Math.min(...Array.from({ length: RUNS }, () => timed(work)));
  const entries = inventedCatalogue(count);
  const packed = packCatalogue(entries);
  const file = count > MAX_COMPRESSED ? null : compressed(packed);
  const before = heldBytes();
  const open = (): Catalogue => new Catalogue([file === null ? openCatalogue(packed) : readCatalogue(file)]);
  let catalogue = open();
  const held = heldBytes() - before + (file === null ? packed.byteLength : 0);
  const opening = best(() => (catalogue = open()));
  const strokes = keystrokes(entries);
  const completing = strokes.map((text) => best(() => catalogue.complete({ text, kind: 'movie', limit: SUGGESTIONS })));
  const some = lookUps(entries);
  const byId = some.map(({ kind, identifiers }) =>
    timed(() => catalogue.recognise({ ...BLANK, kind, title: '?', identifiers })),
  );
  const byTitle = some.map(({ kind, title, year }) =>
    timed(() => catalogue.recognise({ ...BLANK, kind, title, year })),
  );

  const beforeSearch = heldBytes();
  const search = emptySearch(entries);
  const filling = timed(() => {
    search.addAll(entries.map(({ title, aliases }, id) => ({ id, title, aliases: aliases.join(' ') })));
  });
  const heldBySearch = heldBytes() - beforeSearch;
  const searching = strokes
    .filter((_stroke, place) => place % Math.floor(strokes.length / SEARCHES) === 0)
    .map((text) => timed(() => search.search(text).slice(0, SUGGESTIONS)));
  console.error(
    `${size} things: ${file === null ? '' : `${megabytes(file.byteLength)} on disk, `}${megabytes(held)} in memory; ` +
      `MiniSearch ${megabytes(heldBySearch)}`,
  );
  return [
    {
      name: `a keystroke completed among ${size} things`,
      milliseconds: median(completing),
      runs: strokes.length,
      beside: [
        ...slowest(completing),
        { name: 'MiniSearch', milliseconds: median(searching) },
        ...slowest(searching).map(({ name, milliseconds }) => ({ name: `MiniSearch, ${name}`, milliseconds })),
      ],
    },
    {
      name: `one of ${size} things recognised by id`,
      milliseconds: median(byId),
      runs: some.length,
      beside: [{ name: 'by title and year', milliseconds: median(byTitle) }],
    },
    {
      name: `a catalogue of ${size} things opened`,
      milliseconds: opening,
      runs: RUNS,
      beside: [{ name: 'MiniSearch filled', milliseconds: filling }],
    },
  ];
}

const BLANK = { creators: [], year: null, series: null };

/** Every beginning of some titles as they are typed; in every other one two letters are changed about. */
function keystrokes(entries: readonly CatalogueEntry[]): readonly string[] {
  const step = Math.floor(entries.length / TITLES_TYPED);
  return Array.from({ length: TITLES_TYPED }, (_unused, place) => {
    const title = entries[place * step]?.title ?? '';
    return place % 2 === 0 ? title : `${title.slice(0, 3)}${title.slice(4, 5)}${title.slice(3, 4)}${title.slice(5)}`;
  }).flatMap((typed) => Array.from({ length: typed.length }, (_unused, length) => typed.slice(0, length + 1)));
}

/** Things that have an id. */
const lookUps = (entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] =>
  Array.from({ length: LOOK_UPS }, (_unused, place) => entries[(place * 15_838) % entries.length]).filter(
    (entry) => entry !== undefined,
  );

/** Made like the library's search (application/library/library-index.ts), with a weight for fame. */
const emptySearch = (entries: readonly CatalogueEntry[]): MiniSearch =>
  new MiniSearch({
    fields: ['title', 'aliases'],
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boostDocument: (id) => 1 + (entries[Number(id)]?.popularity ?? 0),
    },
    processTerm: (term) => foldLetters(term),
  });

/** What one run in twenty and one in a hundred take at least, and the one that takes longest. */
const slowest = (times: readonly number[]): Measure['beside'] => [
  { name: 'one in twenty', milliseconds: quantile(times, 0.95) },
  { name: 'one in a hundred', milliseconds: quantile(times, 0.99) },
  { name: 'the slowest', milliseconds: Math.max(...times) },
];

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length * share)] ?? Number.NaN;

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** What is in use, after a clearing. */
function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

console.log(JSON.stringify(catalogueMeasures(Number(process.argv[2]), () => performance.now())));
