import type { ImportedRow } from '../../domain/imported-row';
import type { CataloguePort } from '../../domain/ports/catalogue';
import { createPacer } from '../../importing/pacer';
import {
  describedById,
  nameByMatch,
  type NameOfRow,
  namelessRows,
  type NamesOfRows,
  withNames,
} from '../../importing/plan/nameless-rows';
import { lookUpInSlices } from '../catalogue/look-up-in-slices';
import type { AnalyseFiles } from './import-session';

export interface NamingPorts {
  readonly analyseFiles: AnalyseFiles;
  readonly catalogue: Pick<CataloguePort, 'recognise' | 'state'>;
  /** Whether the owner lets things be looked up. */
  readonly isOn: () => Promise<boolean>;
}

/**
 * Reads files, and asks the catalogue what the rows are called that have a number in place of a title. The catalogue is
 * read only where there is such a row.
 */
export function analyseAndName({ analyseFiles, catalogue, isOn }: NamingPorts): AnalyseFiles {
  return async (files, options = {}) => {
    const result = await analyseFiles(files, options);
    const rows = namelessRows(result.analyses);
    if (rows.length === 0) return result;
    const names = (await isOn()) ? await namesIn(catalogue, rows, options.signal) : 'switched-off';
    return { ...result, analyses: await withNames(result.analyses, names, createPacer(options.signal)) };
  };
}

async function namesIn(
  catalogue: NamingPorts['catalogue'],
  rows: readonly ImportedRow[],
  signal: AbortSignal | undefined,
): Promise<NamesOfRows> {
  const { status } = await catalogue.state({}, signal === undefined ? {} : { signal });
  if (status !== 'ready') return 'unreadable';
  const names: (NameOfRow | null)[] = [];
  const asked = rows.map((row) => ({ descriptions: [describedById(row)] }));
  for await (const slice of lookUpInSlices(catalogue, asked, signal))
    names.push(...slice.map(({ match }) => nameByMatch(match)));
  return names;
}
