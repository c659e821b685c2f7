import { ownValue } from '../../domain/own-value';
import type { RememberedColumns } from '../../domain/settings';
import type { UnrecognisedFile } from '../../importing/detect';
import { CSV_FIELDS, type CsvField } from '../../importing/mapping/csv-fields';
import type { CsvMapping, MappingEvidence } from '../../importing/mapping/csv-mapping';
import { headerWords } from '../../importing/mapping/header-words';

type Table = NonNullable<UnrecognisedFile['table']>;

/** The newest are kept. */
const MAX_REMEMBERED = 500;

const fieldAt = ({ columns }: CsvMapping, index: number): CsvField | null =>
  CSV_FIELDS.find((field) => columns[field] === index) ?? null;

/** The table with a guess that goes by what was said of its columns before. */
export function withRemembered(table: Table, remembered: RememberedColumns): Table {
  const { guess, header, rowCount } = table;
  const columns = new Map<CsvField, number>(
    CSV_FIELDS.flatMap((field) => {
      const column = guess.columns[field];
      return column === undefined ? [] : [[field, column] as const];
    }),
  );
  const evidence = new Map<CsvField, MappingEvidence>();
  let { ratingMaximum } = guess;
  header.forEach((name, index) => {
    const said = ownValue(remembered, headerWords(name));
    if (said === undefined) return;
    const guessed = fieldAt(guess, index);
    if (guessed !== null && columns.get(guessed) === index) columns.delete(guessed);
    const field = CSV_FIELDS.find((known) => known === said.field);
    if (field === undefined) return;
    columns.set(field, index);
    evidence.set(field, { word: null, fitting: null, filled: rowCount });
    if (field === 'rating' && said.maximum !== null) ratingMaximum = said.maximum;
  });
  if (evidence.size === 0 && columns.size === Object.keys(guess.columns).length) return table;
  const said = (field: CsvField): boolean => evidence.has(field);
  return {
    ...table,
    guess: {
      ...guess,
      columns: Object.fromEntries(columns),
      ratingMaximum,
      guess: {
        evidence: { ...guess.guess?.evidence, ...Object.fromEntries(evidence) },
        questions: (guess.guess?.questions ?? []).filter(
          (question) => question === 'kind' || !(said('rating') || (question === 'rating' && said('crowdRating'))),
        ),
      },
    },
  };
}

/** What is remembered once a table was read by a mapping: where it is another than was guessed. */
export function rememberedAfter(
  before: RememberedColumns,
  { header, guess }: Table,
  mapping: CsvMapping,
): RememberedColumns {
  const remembered = new Map(Object.entries(before));
  header.forEach((name, index) => {
    const key = headerWords(name);
    const field = fieldAt(mapping, index);
    const isOtherScale = field === 'rating' && mapping.ratingMaximum !== guess.ratingMaximum;
    if (key === '' || (field === fieldAt(guess, index) && !isOtherScale)) return;
    remembered.delete(key);
    remembered.set(key, { field, maximum: field === 'rating' ? mapping.ratingMaximum : null });
  });
  return Object.fromEntries([...remembered].slice(-MAX_REMEMBERED));
}
