import type { ImportedRow } from '../../domain/imported-row';
import { parseLength } from '../cells/cell-length';
import { cleanCell } from '../cells/cell-values';
import { readAddress } from '../cells/web-address';
import { blankRow, type RowCollector } from '../source';

/** Stars of the programs whose recipes are a table. */
export const RECIPE_SCALE = 5;

/** What programs that keep recipes say of one. */
export interface SavedRecipe {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  /** Who it is from: a person, a book, a site. */
  readonly source: string;
  readonly address: string;
  /** Of all the work, in any form that `parseLength` reads. */
  readonly time: string;
  /** The owner's words. */
  readonly notes: string;
  readonly ingredients: readonly string[];
  readonly directions: readonly string[];
}

/** Characters; a recipe of twenty pages. */
const MAX_TEXT = 40_000;

/**
 * The row of a recipe, or why it is none. Ingredients and directions are kept: where the recipe lies on the web they
 * are somebody else's text and stay private; without an address they are all that could be shared.
 */
export function recipeRow(
  recipe: SavedRecipe,
  facts: Partial<ImportedRow>,
  collector: RowCollector,
): ImportedRow | string {
  const title = cleanCell(recipe.title);
  if (title === '') return 'no title';
  const address = readAddress(recipe.address);
  const url = 'url' in address ? address.url : null;
  if ('url' in address && address.hadSecret)
    collector.warn(recipe.file, 'passwords and keys that stood in addresses were left out');
  const source = cleanCell(recipe.source);
  const text = wholeText(recipe);
  const notes = recipe.notes.trim();
  return {
    ...blankRow(recipe.file, recipe.line, 'recipe', title),
    creators: source === '' || /^https?:\/\/|^www\./i.test(source) ? [] : [source],
    length: parseLength(cleanCell(recipe.time), 'recipe', 'minutes'),
    ...facts,
    url,
    note: [notes, url === null ? text : ''].filter((part) => part !== '').join('\n\n') || null,
    privateNote: url === null || text === '' ? null : text,
  };
}

function wholeText({ ingredients, directions }: SavedRecipe): string {
  const parts = [ingredients, directions]
    .map((lines) => lines.map((line) => line.trim()).filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'));
  const text = parts.join('\n\n');
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
}

export const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/);
