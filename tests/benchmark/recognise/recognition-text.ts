import { RECOGNISED_BY, type CatalogueDescription, type RecognisedBy } from '../../../renderer/src/domain/catalogue';
import { aligned } from '../tables';
import type { CheckedThing, IdVerdict } from './checked-ids';
import { isRecognised, rowOf, type DetailedRow, type RecognisedThing, type RecognitionRow } from './recognition';
import { WRITINGS, writingOf } from './writing';

const BY_WORDS: Readonly<Record<RecognisedBy, string>> = {
  id: 'id',
  'title-year': 'title+year',
  alias: 'alias',
  'title-creator': 'title+maker',
  title: 'by title',
};

const percent = (count: number, all: number): string =>
  all === 0 ? '–' : `${String(Math.round((100 * count) / all))} %`;

export function tableText(rows: readonly DetailedRow[]): string {
  return aligned([
    [
      '',
      'things',
      'recognised',
      'table',
      'catalogue',
      ...RECOGNISED_BY.map((way) => BY_WORDS[way]),
      'part of',
      'doubtful',
      'author only',
    ],
    ...rows.map(({ file, things, recognised, known, listed, by, part, doubtful, authorOnly }) => [
      file,
      String(things),
      percent(recognised, things),
      percent(known, things),
      percent(listed, things),
      ...RECOGNISED_BY.map((way) => String(by[way])),
      String(part),
      String(doubtful),
      String(authorOnly),
    ]),
  ]);
}

export const jsonRows = (rows: readonly DetailedRow[]): readonly RecognitionRow[] =>
  rows.map(({ file, things, recognised, known, authorOnly }) => ({ file, things, recognised, known, authorOnly }));

/** One row for each way of writing, of all files together. */
export const byWriting = (found: readonly RecognisedThing[]): readonly DetailedRow[] =>
  Object.keys(WRITINGS)
    .map((writing) =>
      rowOf(
        writing,
        found.filter(({ description }) => writingOf(description.title) === writing),
      ),
    )
    .filter(({ things }) => things > 0);

export function unknownText(file: string, found: readonly RecognisedThing[]): string {
  const unknown = found.filter((thing) => !isRecognised(thing));
  return [
    `\n${file}: ${String(unknown.length)} not recognised`,
    ...unknown.map(({ description, match }) => {
      const why =
        match.verdict === 'doubtful'
          ? `  ? ${match.candidates.map(({ entry, evidence }) => `${factsText(entry)} (${evidence.join(', ')})`).join(' or ')}`
          : match.verdict === 'none' && match.authorKnown
            ? '  (author known)'
            : '';
      return `  ${factsText(description)}${why}`;
    }),
  ].join('\n');
}

/**
 * How many are others by their ids or what else was hidden, of all and of some drawn at random.
 * @param what how they were recognised
 */
export function checkText(what: string, all: readonly CheckedThing[], drawn: readonly CheckedThing[]): string {
  const faults = drawn.filter(({ verdict }) => verdict !== 'right');
  return [
    `${what}: of ${countsText(drawn)}; of all ${countsText(all)}.`,
    ...faults.map(
      ({ file, description, match, verdict }) =>
        `  ${verdict}  ${file}: ${factsText(description)} → ${factsText(match.entry)}, ${BY_WORDS[match.by]}`,
    ),
  ].join('\n');
}

function countsText(things: readonly CheckedThing[]): string {
  const count = (verdict: IdVerdict): number => things.filter((thing) => thing.verdict === verdict).length;
  const share = things.length === 0 ? 0 : (100 * count('wrong')) / things.length;
  return (
    `${String(things.length)}, ${String(count('wrong'))} are others by what was hidden (${share.toFixed(2)} %) and ` +
    `${String(count('twice'))} stand twice in the catalogue`
  );
}

const factsText = ({
  kind,
  title,
  creators,
  year,
}: Pick<CatalogueDescription, 'kind' | 'title' | 'creators' | 'year'>): string =>
  [kind, title, creators[0], year].filter((fact) => fact != null).join(' · ');
