import { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import type { AnalysisResult } from '../../../renderer/src/importing/detect';
import {
  describedById,
  nameByMatch,
  namelessRows,
  withNames,
} from '../../../renderer/src/importing/plan/nameless-rows';
import { openCatalogueFolder } from '../catalogue/open-catalogue-folder';

/** Names the rows that have a number in place of a title, as the app does, from the catalogue in a folder. */
export async function namedFromFolder(result: AnalysisResult, folder: string): Promise<AnalysisResult> {
  const rows = namelessRows(result.analyses);
  if (rows.length === 0) return result;
  const catalogue = await openCatalogueFolder(folder).then(
    (parts) => new Catalogue(parts),
    () => null,
  );
  const names =
    catalogue === null ? 'unreadable' : rows.map((row) => nameByMatch(catalogue.recognise(describedById(row))));
  return { ...result, analyses: await withNames(result.analyses, names) };
}
