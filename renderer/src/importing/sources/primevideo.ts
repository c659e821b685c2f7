import type { ImportedRow } from '../../domain/imported-row';
import { seriesOfLine } from '../../identity/whole-of-part';
import { identifiersIn } from '../cells/service-identifiers';
import { findHeader } from '../containers/csv-table';
import { SeriesRows } from '../episodes';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const REQUIRED = ['Date Watched', 'Type', 'Title', 'Episode Title', 'Global Title Identifier'] as const;

/** What Amazon sends of an account: hours of playing, with no ids. */
const SENT = ['Playback Hour', 'Video Type', 'Title'] as const;

/** "Salt Harbour - Season 2", "Salt Harbour: Staffel 3". */
const SEASON =
  /[\s:,–-]+(?:\(?(?:season|series|staffel|saison|temporada|stagione|seizoen|sezon|säsong|sesong|sæson)\s?\d{1,3}\)?|シーズン\s?\d{1,3})$/iu;

/** "Episode 0: Official Trailer" is a film to it. */
const TRAILER = /^(?:.*[:–-]\s*)?(?:official |final |teaser )*(?:trailer|teaser)(?:\s?\d)?$/iu;

/** A row of the file that Amazon sends; whoever watches for hours has one for each. */
function readSent(row: TableRow, series: SeriesRows): ImportedRow | readonly ImportedRow[] | string {
  const title = titleOf(row.cell('Title'));
  if (title === null) return 'no title';
  const type = row.cell('Video Type').toLowerCase();
  if (
    /trailer|promo|bonus|extra|advert/.test(
      `${type} ${row.cell('Content Quality Entitled', 'Entitlement Type')}`.toLowerCase(),
    )
  )
    return `no film or episode (${type === '' ? 'trailer' : type})`;
  const at = row.date('Playback Hour');
  const day = at === null ? null : at - (at % 86_400_000);
  const name = (seriesOfLine(title) ?? title).replace(SEASON, '');
  if (type === 'feature' || type === 'movie' || (type === '' && name === title))
    return { ...blankRow(row.file, row.line, 'movie', title), status: 'finished', finishedAt: day, plays: 1 };
  series.see(name.toLowerCase(), () => blankRow(row.file, row.line, 'series', name), [{ id: title, at: day }]);
  return [];
}

/** The history that a script of the browser saves, or the file that Amazon sends on request. */
export const primeVideo: ImportSource = {
  id: 'primevideo',
  containers: ['table'],
  scale: null,
  sniff: ({ firstRecords }) =>
    findHeader(firstRecords, REQUIRED) >= 0
      ? { layout: 'history', confidence: 'certain' }
      : findHeader(firstRecords, SENT) >= 0
        ? { layout: 'sent', confidence: 'certain' }
        : null,
  read: async (files) => {
    const collector = new RowCollector();
    const seriesRows = new SeriesRows(collector);
    for (const { file, layout } of files) {
      if (layout === 'sent') {
        await readTable(file, { required: SENT, dates: ['Playback Hour'] }, collector, (row) =>
          readSent(row, seriesRows),
        );
        continue;
      }
      await readTable(file, { required: REQUIRED }, collector, (row) => {
        const title = titleOf(row.cell('Title'));
        if (title === null) return 'no title';
        if (TRAILER.test(title)) return 'no film or episode (trailer)';
        const at = row.date('Date Watched');
        const day = at === null ? null : at - (at % 86_400_000);
        const episode = row.cell('Episode Title');
        const isFilm = /movie|film/i.test(row.cell('Type')) || (episode === '' && row.cell('Type') === '');
        if (isFilm)
          return {
            ...blankRow(row.file, row.line, 'movie', title),
            identifiers: identifiersIn({ primevideo: row.cell('Global Title Identifier') }),
            status: 'finished',
            finishedAt: day,
            plays: 1,
          };
        // The id of a series is the one of a season.
        const name = title.replace(SEASON, '');
        const id = `${title} ${row.cell('Episode Global Title Identifier') || episode}`;
        seriesRows.see(name.toLowerCase(), () => blankRow(row.file, row.line, 'series', name), [{ id, at: day }]);
        return [];
      });
    }
    seriesRows.finish();
    return collector.reading('Prime Video history');
  },
};
