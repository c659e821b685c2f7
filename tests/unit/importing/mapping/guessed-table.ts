import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { guessMapping } from '../../../../renderer/src/importing/mapping/guess-mapping';
import { textFile } from '../../../fixtures/exports/files';

/** What each column of a table is taken for, and the rest of the guess. */
export function guessed(header: string, ...rows: readonly string[]) {
  const names = header.split(';');
  const { columns, ...rest } = guessMapping(
    names,
    rows.map((row) => row.split(';')),
  );
  return {
    ...rest,
    columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, names[column]])),
  };
}

/** The rows of a table that is read as it is guessed, and the analysis. */
export async function readByGuess(text: string) {
  const file = textFile('t.csv', text);
  const { unrecognised } = await analyseFiles([file]);
  const guess = unrecognised[0]?.table?.guess;
  if (guess === undefined) throw new Error('no table');
  const { analyses } = await analyseFiles([file], { mapping: guess });
  const [analysis] = analyses;
  if (analysis === undefined) throw new Error('nothing was read');
  return analysis;
}
