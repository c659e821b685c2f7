import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { splitList } from '../cells/cell-values';
import { numberIdentifier } from '../cells/identifier-cells';
import type { NamedCells } from '../cells/named-cells';
import { partialDate } from '../cells/partial-date';
import { tagsAndShelves } from '../cells/shelves';
import { readElements } from '../read-markup';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const SCALE = 10;

const KINDS = ['anime', 'manga'] as const;
type Kind = (typeof KINDS)[number];

/** The words of the export, and the numbers that some programs write in their place. */
const STATUSES: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['watching', 'in-progress'],
  ['reading', 'in-progress'],
  ['1', 'in-progress'],
  ['completed', 'finished'],
  ['2', 'finished'],
  ['on-hold', 'in-progress'],
  ['3', 'in-progress'],
  ['dropped', 'abandoned'],
  ['4', 'abandoned'],
  ['plan to watch', 'wanted'],
  ['plan to read', 'wanted'],
  ['6', 'wanted'],
]);

/** Whoever watches or reads a thing again has finished it once. */
const isAgain = (cell: string): boolean => /^(?:yes|[1-9]\d*)$/i.test(cell);

function readEntry(kind: Kind, { file, line, cell, text, rating, number, read }: NamedCells): ImportedRow | string {
  const title = titleOf(cell('series_title', 'manga_title'));
  if (title === null) return 'no title';
  const identifiers = numberIdentifier('mal', cell('series_animedb_id', 'manga_mangadb_id'));
  const comments = text('my_comments');
  const episodes = kind === 'anime' ? number('my_watched_episodes') : null;
  const status = read((word) => STATUSES.get(word.toLowerCase()) ?? null, 'my_status') ?? 'none';
  return {
    ...blankRow(file, line, kind, title),
    ...tagsAndShelves(splitList(cell('my_tags'))),
    identifiers,
    url: identifiers.mal === undefined ? null : `https://myanimelist.net/${kind}/${identifiers.mal}`,
    ownRating: rating(SCALE, 'my_score'),
    status: isAgain(cell('my_rewatching', 'my_rereading')) ? 'finished' : status,
    finishedAt: read(partialDate, 'my_finish_date'),
    note: comments === '' ? null : comments,
    ...(episodes === null || episodes <= 0 ? {} : { plays: episodes }),
  };
}

/** Lists of anime and of manga, as XML. The format has two element names for most fields, one of each kind. */
export const myAnimeList: ImportSource = {
  id: 'myanimelist',
  containers: ['xml'],
  scale: SCALE,
  sniff: ({ text }) => {
    if (!/<myanimelist[\s>]/.test(text)) return null;
    const stated = /<user_export_type>\s*([12])\s*</.exec(text)?.[1];
    const isManga = stated === undefined ? /<manga[\s>]/.test(text) : stated === '2';
    return { layout: isManga ? 'manga' : 'anime', confidence: 'certain' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files) {
      const kind = KINDS.find((one) => one === layout) ?? 'anime';
      await readElements(file, kind, collector, (cells) => readEntry(kind, cells));
    }
    const layouts = new Set(files.map(({ layout }) => layout));
    return collector.reading(`MyAnimeList export (${[...layouts].join(', ')})`);
  },
};
