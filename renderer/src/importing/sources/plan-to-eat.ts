import type { ImportedRow } from '../../domain/imported-row';
import type { TableRow } from '../read-table';
import type { RowCollector } from '../source';
import { tableSource } from '../table-source';
import { linesOf, RECIPE_SCALE, recipeRow } from './recipe-row';

const COLUMNS = ['Title', 'Course', 'Main Ingredient', 'Url Host', 'Ingredients', 'Directions'] as const;

function readRow(row: TableRow, collector: RowCollector): ImportedRow | string {
  return recipeRow(
    {
      file: row.file,
      line: row.line,
      title: row.cell('Title'),
      source: row.cell('Source'),
      address: row.cell('Url'),
      time: row.cell('Total Time') || row.cell('Cook Time'),
      // Plan to Eat has no notes of the owner; what it calls a description comes from the page.
      notes: row.cell('Url') === '' ? row.text('Description') : '',
      ingredients: linesOf(row.text('Ingredients')),
      directions: linesOf(row.text('Directions')),
    },
    {
      tags: [...row.list(',', 'Course'), ...row.list(',', 'Cuisine'), ...row.list(',', 'Tags')],
      ownRating: row.rating(RECIPE_SCALE, 'Rating'),
      addedAt: row.date('Created At'),
    },
    collector,
  );
}

export const planToEat = tableSource({
  id: 'plan-to-eat',
  scale: RECIPE_SCALE,
  required: COLUMNS,
  layout: 'recipes',
  label: 'Plan to Eat recipes',
  dates: ['Created At'],
  read: readRow,
});
