import type { Crowd } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { cleanCell, parseRating, splitList } from '../cells/cell-values';
import { listAt, numberAt, paragraphsAt, textAt, valueAt } from '../cells/json-values';
import type { SourceFile } from '../containers/source-file';
import { textOfHtml } from '../containers/html-text';
import { RowCollector, type ImportSource } from '../source';
import { linesOf, recipeRow } from './recipe-row';

const SCHEMA_ORG = 'schema.org';
const MEALIE = 'Mealie';
const TANDOOR = 'Tandoor';
const PAGE = 'page';

const SCALE = 5;
/** Recipes inside a page's description of itself lie a few levels deep. */
const MAX_PLACES = 5_000;

const isRecipe = (value: unknown): boolean => {
  const type = valueAt(value, '@type');
  return (Array.isArray(type) ? type : [type]).some((one) => typeof one === 'string' && /(?:^|[/:#])Recipe$/.test(one));
};

/** Objects that are recipes, in their order, wherever they lie: alone, in an array, in "@graph". */
function recipesIn(root: unknown): readonly unknown[] {
  const found: unknown[] = [];
  const waiting: unknown[] = [root];
  for (let places = 0; waiting.length > 0 && places < MAX_PLACES; places += 1) {
    const value = waiting.shift();
    if (isRecipe(value)) found.push(value);
    else if (typeof value === 'object' && value !== null) waiting.push(...Object.values(value));
  }
  return found;
}

/** A text, or what an object is called: authors and sources come as either. */
const nameOf = (value: unknown): string =>
  typeof value === 'string' ? cleanCell(value) : textAt(value, 'name') || textAt(value, 'title');

const namesAt = (value: unknown, key: string): readonly string[] => {
  const found = valueAt(value, key);
  const names = (Array.isArray(found) ? found : [found]).map(nameOf).filter((name) => name !== '');
  return names.flatMap((name) => splitList(name));
};

/** Steps as texts: strings, HowToStep, HowToSection with steps inside. */
function stepsOf(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return linesOf(textOfHtml(value) ?? '');
  if (Array.isArray(value)) return value.flatMap((step) => stepsOf(step, depth));
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  const inside = valueAt(value, 'itemListElement') ?? valueAt(value, 'steps');
  const own = paragraphsAt(value, 'text') || paragraphsAt(value, 'instruction') || paragraphsAt(value, 'description');
  const name = textAt(value, 'name');
  if (inside !== undefined) return [...(name === '' ? [] : [name]), ...stepsOf(inside, depth + 1)];
  return own === '' ? (name === '' ? [] : [name]) : linesOf(textOfHtml(own) ?? '');
}

/** The average of a page's readers, who may use another scale. */
function crowdOf(value: unknown): Crowd | null {
  const best = numberAt(value, 'aggregateRating', 'bestRating') ?? SCALE;
  const rating = parseRating(textAt(value, 'aggregateRating', 'ratingValue'), best);
  const count = numberAt(value, 'aggregateRating', 'ratingCount') ?? numberAt(value, 'aggregateRating', 'reviewCount');
  return rating === null ? null : { rating, count };
}

const addressOf = (value: unknown): string => {
  const page = valueAt(value, 'mainEntityOfPage');
  return (
    [textAt(value, 'url'), textAt(value, 'org_url'), textAt(value, 'orgURL'), textAt(page, '@id')].find((text) =>
      /^https?:/i.test(text),
    ) ?? (typeof page === 'string' ? page : '')
  );
};

function readSchemaOrg(file: SourceFile, place: number, value: unknown, collector: RowCollector): ImportedRow | string {
  const [author = ''] = namesAt(value, 'author');
  const time = ['totalTime', 'cookTime', 'performTime'].map((key) => textAt(value, key)).find((text) => text !== '');
  return recipeRow(
    {
      file: file.path,
      line: place,
      title: textOfHtml(textAt(value, 'name')) ?? '',
      source: author,
      address: addressOf(value),
      time: time ?? '',
      notes: listAt(value, 'notes')
        .map((note) => paragraphsAt(note, 'text') || nameOf(note))
        .join('\n\n'),
      ingredients: listAt(value, 'recipeIngredient').map((line) =>
        typeof line === 'string' ? (textOfHtml(line) ?? '') : ingredientOf(line),
      ),
      directions: stepsOf(valueAt(value, 'recipeInstructions')),
    },
    {
      tags: distinct([
        ...namesAt(value, 'recipeCategory'),
        ...namesAt(value, 'recipeCuisine'),
        ...namesAt(value, 'keywords'),
        ...namesAt(value, 'tags'),
      ]),
      crowd: crowdOf(value),
      // Mealie's is the owner's; schema.org has none of the owner.
      ownRating: parseRating(textAt(value, 'rating'), SCALE),
      addedAt: parseDate(textAt(value, 'dateCreated') || textAt(value, 'dateAdded')),
    },
    collector,
  );
}

/** Mealie and Tandoor keep amount, unit, food and remark apart. */
const ingredientOf = (value: unknown): string =>
  textAt(value, 'originalText') ||
  [
    textAt(value, 'quantity') || textAt(value, 'amount'),
    nameOf(valueAt(value, 'unit')),
    nameOf(valueAt(value, 'food')),
    textAt(value, 'note'),
  ]
    .filter((part) => part !== '' && part !== '0')
    .join(' ');

function readTandoor(file: SourceFile, place: number, value: unknown, collector: RowCollector): ImportedRow | string {
  const steps = listAt(value, 'steps');
  const minutes = (numberAt(value, 'working_time') ?? 0) + (numberAt(value, 'waiting_time') ?? 0);
  return recipeRow(
    {
      file: file.path,
      line: place,
      title: textAt(value, 'name'),
      source: '',
      address: textAt(value, 'source_url'),
      time: minutes === 0 ? '' : String(minutes),
      notes: paragraphsAt(value, 'description'),
      ingredients: steps.flatMap((step) => listAt(step, 'ingredients').map(ingredientOf)),
      directions: stepsOf(steps),
    },
    {
      tags: distinct(listAt(value, 'keywords').map((word) => textAt(word, 'label') || nameOf(word))),
      ownRating: parseRating(textAt(value, 'rating'), SCALE),
      addedAt: parseDate(textAt(value, 'created_at')),
    },
    collector,
  );
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words.filter((word) => word !== ''))];

/** What a page says of itself in `<script type="application/ld+json">`. */
async function recipesInPage(file: SourceFile): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  let script: string | null = null;
  for await (const tokens of file.tokens())
    for (const token of tokens)
      if (token.type === 'open' && token.name === 'script')
        script = /ld\+json/i.test(token.attributes.get('type') ?? '') ? '' : null;
      else if (token.type === 'text' && script !== null) script += token.text;
      else if (token.type === 'close' && token.name === 'script' && script !== null) {
        found.push(...recipesIn(parsed(script)));
        script = null;
      }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function recipesOf(file: SourceFile, layout: string): Promise<readonly unknown[]> {
  if (layout === PAGE) return recipesInPage(file);
  const values: unknown[] = [];
  for await (const items of file.jsonItems([])) values.push(...items.map(({ value }) => value));
  return layout === SCHEMA_ORG ? values.flatMap(recipesIn) : values;
}

/** Recipes as schema.org describes them (Nextcloud Cookbook, saved pages, others), and those of Mealie and Tandoor. */
export const recipeJson: ImportSource = {
  id: 'recipes',
  containers: ['json', 'html'],
  scale: SCALE,
  sniff: ({ container, text }) => {
    const isSchemaOrg = /"@type"\s*:\s*(?:\[[^\]]*)?"(?:https?:\/\/schema\.org\/)?Recipe"/.test(text);
    if (container === 'html')
      return /ld\+json/i.test(text) && isSchemaOrg ? { layout: PAGE, confidence: 'likely' } : null;
    if (isSchemaOrg) return { layout: SCHEMA_ORG, confidence: 'certain' };
    const has = (...keys: readonly string[]): boolean => keys.every((key) => text.includes(`"${key}"`));
    if (has('recipeIngredient', 'recipeInstructions')) return { layout: MEALIE, confidence: 'certain' };
    return has('steps', 'working_time', 'keywords') ? { layout: TANDOOR, confidence: 'certain' } : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files) {
      const recipes = await recipesOf(file, layout);
      for (const [index, value] of recipes.entries()) {
        const read = layout === TANDOOR ? readTandoor : readSchemaOrg;
        const row = read(file, index + 1, value, collector);
        if (typeof row === 'string') collector.skip(file.path, index + 1, row, textAt(value, 'url').slice(0, 80));
        else collector.add(row);
      }
    }
    return collector.reading(`Recipes (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
