import type { ImportedRow } from '../../domain/imported-row';
import type { TableRow } from '../read-table';
import type { RowCollector } from '../source';
import { saysTrue } from '../cells/cell-values';
import { tableSource } from '../table-source';
import { linesOf, RECIPE_SCALE, recipeRow } from './recipe-row';

const COLUMNS = ['title', 'preparationTime', 'cookingTime', 'ingredients', 'instructions'] as const;

/**
 * Of rows with tags the app writes one blank cell too many, so that what follows stands a column further right: then
 * the last column, which has no name and is blank else, says something.
 */
const sourceOf = (row: TableRow): string =>
  row.cell('source') === '' && row.cell('') !== '' ? row.cell('originalPicture') : row.cell('source');

function readRow(row: TableRow, collector: RowCollector): ImportedRow | string {
  const source = sourceOf(row);
  const isAddress = /^https?:\/\//i.test(source);
  return recipeRow(
    {
      file: row.file,
      line: row.line,
      title: row.cell('title'),
      source: isAddress ? '' : source,
      address: isAddress ? source : row.cell('video'),
      time: row.cell('totalTime') || row.cell('cookingTime'),
      notes: row.text('notes'),
      ingredients: linesOf(row.text('ingredients')),
      directions: linesOf(row.text('instructions')),
    },
    {
      tags: [...row.list(/[,;]/, 'categories'), ...row.list(/[,;]/, 'tags')],
      ownRating: row.rating(RECIPE_SCALE, 'rating'),
      liked: saysTrue(row.cell('favorite')),
    },
    collector,
  );
}

export const myRecipeBox = tableSource({
  id: 'my-recipe-box',
  scale: RECIPE_SCALE,
  required: COLUMNS,
  layout: 'recipes',
  label: 'My Recipe Box recipes',
  read: readRow,
});
