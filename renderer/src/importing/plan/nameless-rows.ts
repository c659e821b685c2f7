import type { CatalogueDescription, CatalogueMatch } from '../../domain/catalogue';
import type { ImportAnalysis, ImportedRow, SkippedRow } from '../../domain/imported-row';
import { namespaceOf, readIdentifier } from '../../identity/identifier-namespaces';
import { createPreparer } from '../../identity/prepared-thing';
import { createPacer, type Pacer } from '../pacer';
import { joinedRows } from './joined-rows';
import { soundRow } from './sound-row';

/** What is known of a thing by its id. */
export type NameOfRow = Pick<ImportedRow, 'title' | 'creators' | 'year'>;

/** For each row what it is called, or null; or why nothing was looked up. */
export type NamesOfRows = readonly (NameOfRow | null)[] | 'switched-off' | 'unreadable';

const WHY: Readonly<Record<'unknown' | Extract<NamesOfRows, string>, string>> = {
  unknown: 'the catalogue does not know what they are called',
  'switched-off': 'the catalogue, which may know what they are called, is switched off in Settings',
  unreadable: 'the catalogue, which may know what they are called, could not be read',
};

/** The ids of a row that could lead to its name, in words: "Steam number 570". */
const usableIds = ({ identifiers }: ImportedRow): readonly string[] =>
  Object.entries(identifiers).flatMap(([name, value]) => {
    const namespace = namespaceOf(name);
    return namespace === undefined || 'unusable' in readIdentifier(name, value) ? [] : [`${namespace.label} ${value}`];
  });

/** Whether only a title keeps a row out: some exports have numbers in place of titles. */
export const isNameless = (row: ImportedRow): boolean => row.title.trim() === '' && usableIds(row).length > 0;

/** Such a row as one that is left out, until somebody knows its name. */
export const namelessRow = (row: ImportedRow): SkippedRow => ({
  file: row.file,
  line: row.line,
  reason: `no title, only the ${usableIds(row).join(' and the ')}`,
  excerpt: '',
  nameless: row,
});

/** The rows of analyses that wait for a name, in order. */
export const namelessRows = (analyses: readonly ImportAnalysis[]): readonly ImportedRow[] =>
  analyses.flatMap(({ skipped }) => skipped.flatMap(({ nameless }) => nameless ?? []));

/** What the catalogue is asked about such a row. */
export const describedById = ({ kind, identifiers }: ImportedRow): CatalogueDescription => ({
  kind,
  title: '',
  creators: [],
  year: null,
  series: null,
  identifiers,
});

/** What its answer says: only an id names a row that has nothing else. */
export const nameByMatch = (match: CatalogueMatch): NameOfRow | null =>
  match.verdict === 'same' && match.by === 'id' ? match.entry : null;

/**
 * The analyses with the rows that have a name now; those that have none stay left out, with the reason and what to do.
 * @param names of `namelessRows`, in their order
 */
export async function withNames(
  analyses: readonly ImportAnalysis[],
  names: NamesOfRows,
  pacer: Pacer = createPacer(),
): Promise<readonly ImportAnalysis[]> {
  let start = 0;
  const named: ImportAnalysis[] = [];
  for (const analysis of analyses) {
    const count = namelessRows([analysis]).length;
    const own = typeof names === 'string' ? names : names.slice(start, start + count);
    start += count;
    named.push(count === 0 ? analysis : await analysisWithNames(analysis, own, pacer));
  }
  return named;
}

async function analysisWithNames(analysis: ImportAnalysis, names: NamesOfRows, pacer: Pacer): Promise<ImportAnalysis> {
  const found: ImportedRow[] = [];
  const skipped: SkippedRow[] = [];
  const [unknown, why] = typeof names === 'string' ? [[], WHY[names]] : [names, WHY.unknown];
  let place = 0;
  for (const row of analysis.skipped) {
    if (row.nameless === undefined) {
      skipped.push(row);
      continue;
    }
    const name = unknown[place] ?? null;
    place += 1;
    const named = name === null ? null : soundRow(rowCalled(row.nameless, name));
    if (named !== null && typeof named !== 'string') found.push(named);
    else skipped.push(row);
  }
  const left = place - found.length;
  const warnings = [
    ...(found.length === 0
      ? []
      : [
          `${counted(found.length)} in place of a title, and ${found.length === 1 ? 'was' : 'were'} named from the catalogue`,
        ]),
    ...(left === 0
      ? []
      : [
          [
            `${counted(left)} in place of a title, and ${left === 1 ? 'is' : 'are'} left out: ${why}.`,
            analysis.namelessAdvice,
          ]
            .filter((sentence) => sentence !== undefined)
            .join(' '),
        ]),
  ];
  if (found.length === 0) return { ...analysis, warnings: [...analysis.warnings, ...warnings] };
  // What has a name now may be what another row is.
  const again = await joinedRows([...analysis.rows, ...found], createPreparer(), pacer);
  return {
    ...analysis,
    ...again,
    joined: [...analysis.joined, ...again.joined],
    mergedCount: analysis.mergedCount + again.joined.length,
    skipped,
    warnings: [...analysis.warnings, ...warnings],
  };
}

const counted = (count: number): string =>
  count === 1 ? '1 row has a number' : `${count.toLocaleString('en')} rows have numbers`;

/** What the export says itself stays. */
const rowCalled = (row: ImportedRow, { title, creators, year }: NameOfRow): ImportedRow => ({
  ...row,
  title,
  creators: row.creators.length === 0 ? creators : row.creators,
  year: row.year ?? year,
});
