import { identifiersIn } from '../cells/service-identifiers';
import { findHeader } from '../containers/csv-table';
import { SeriesRows } from '../episodes';
import { readTable } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const REQUIRED = ['Date Watched', 'Type', 'Title', 'Episode Title', 'Global Title Identifier'] as const;

/** "Salt Harbour - Season 2", "Salt Harbour: Staffel 3". */
const SEASON =
  /[\s:,–-]+(?:\(?(?:season|series|staffel|saison|temporada|stagione|seizoen|sezon|säsong|sesong|sæson)\s?\d{1,3}\)?|シーズン\s?\d{1,3})$/iu;

/** The history that a script of the browser saves: Amazon has no export of its own. */
export const primeVideo: ImportSource = {
  id: 'primevideo',
  containers: ['table'],
  scale: null,
  sniff: ({ firstRecords }) =>
    findHeader(firstRecords, REQUIRED) < 0 ? null : { layout: 'history', confidence: 'certain' },
  read: async (files) => {
    const collector = new RowCollector();
    const seriesRows = new SeriesRows(collector);
    for (const { file } of files)
      await readTable(file, { required: REQUIRED }, collector, (row) => {
        const title = titleOf(row.cell('Title'));
        if (title === null) return 'no title';
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
    seriesRows.finish();
    return collector.reading('Prime Video history');
  },
};
