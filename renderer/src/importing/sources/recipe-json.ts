import type { Crowd } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { splitList } from '../cells/cell-values';
import { JsonReader } from '../cells/json-reader';
import type { SourceFile } from '../containers/source-file';
import { textOfHtml } from '../containers/html-text';
import { numbered, readJson } from '../read-json';
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
  const type = new JsonReader(value).at('@type').value;
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
const nameOf = (json: JsonReader): string =>
  typeof json.value === 'string' ? json.text() : json.text('name') || json.text('title');

const namesAt = (json: JsonReader, key: string): readonly string[] => {
  const found = json.at(key);
  const names = (Array.isArray(found.value) ? found.items() : [found]).map(nameOf).filter((name) => name !== '');
  return names.flatMap((name) => splitList(name));
};

/** Steps as texts: strings, HowToStep, HowToSection with steps inside. */
function stepsOf(json: JsonReader, depth = 0): readonly string[] {
  const { value } = json;
  if (typeof value === 'string') return linesOf(textOfHtml(value) ?? '');
  if (Array.isArray(value)) return json.items().flatMap((step) => stepsOf(step, depth));
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  const inside = ['itemListElement', 'steps'].find((key) => json.has(key));
  const own = json.paragraphs('text') || json.paragraphs('instruction') || json.paragraphs('description');
  const name = json.text('name');
  if (inside !== undefined) return [...(name === '' ? [] : [name]), ...stepsOf(json.at(inside), depth + 1)];
  return own === '' ? (name === '' ? [] : [name]) : linesOf(textOfHtml(own) ?? '');
}

/** The average of a page's readers, who may use another scale. */
function crowdOf(json: JsonReader): Crowd | null {
  const best = json.number('aggregateRating', 'bestRating') ?? SCALE;
  const rating = json.rating(best, 'aggregateRating', 'ratingValue');
  const count = json.number('aggregateRating', 'ratingCount') ?? json.number('aggregateRating', 'reviewCount');
  return rating === null ? null : { rating, count };
}

const addressOf = (json: JsonReader): string =>
  [json.text('url'), json.text('org_url'), json.text('orgURL'), json.text('mainEntityOfPage', '@id')].find((text) =>
    /^https?:/i.test(text),
  ) ?? json.text('mainEntityOfPage');

function readSchemaOrg(
  file: SourceFile,
  place: number,
  json: JsonReader,
  collector: RowCollector,
): ImportedRow | string {
  const [author = ''] = namesAt(json, 'author');
  const time = ['totalTime', 'cookTime', 'performTime'].map((key) => json.text(key)).find((text) => text !== '');
  return recipeRow(
    {
      file: file.path,
      line: place,
      title: textOfHtml(json.text('name')) ?? '',
      source: author,
      address: addressOf(json),
      time: time ?? '',
      notes: json
        .values('notes')
        .map((note) => note.paragraphs('text') || nameOf(note))
        .join('\n\n'),
      ingredients: json
        .values('recipeIngredient')
        .map((line) => (typeof line.value === 'string' ? (textOfHtml(line.value) ?? '') : ingredientOf(line))),
      directions: stepsOf(json.at('recipeInstructions')),
    },
    {
      tags: distinct([
        ...namesAt(json, 'recipeCategory'),
        ...namesAt(json, 'recipeCuisine'),
        ...namesAt(json, 'keywords'),
        ...namesAt(json, 'tags'),
      ]),
      crowd: crowdOf(json),
      // Mealie's is the owner's; schema.org has none of the owner.
      ownRating: json.rating(SCALE, 'rating'),
      addedAt: json.date('dateCreated') ?? json.date('dateAdded'),
    },
    collector,
  );
}

/** Mealie and Tandoor keep amount, unit, food and remark apart. */
const ingredientOf = (json: JsonReader): string =>
  json.text('originalText') ||
  [json.text('quantity') || json.text('amount'), nameOf(json.at('unit')), nameOf(json.at('food')), json.text('note')]
    .filter((part) => part !== '' && part !== '0')
    .join(' ');

function readTandoor(file: SourceFile, place: number, json: JsonReader, collector: RowCollector): ImportedRow | string {
  const steps = json.at('steps');
  const minutes = (json.number('working_time') ?? 0) + (json.number('waiting_time') ?? 0);
  return recipeRow(
    {
      file: file.path,
      line: place,
      title: json.text('name'),
      source: '',
      address: json.text('source_url'),
      time: minutes === 0 ? '' : String(minutes),
      notes: json.paragraphs('description'),
      ingredients: steps.values().flatMap((step) => step.values('ingredients').map(ingredientOf)),
      directions: stepsOf(steps),
    },
    {
      tags: distinct(json.values('keywords').map((word) => word.text('label') || nameOf(word))),
      ownRating: json.rating(SCALE, 'rating'),
      addedAt: json.date('created_at'),
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
      const read = layout === TANDOOR ? readTandoor : readSchemaOrg;
      await readJson(file, numbered(recipesOf(file, layout)), collector, (json, place) =>
        read(file, place, json, collector),
      );
    }
    return collector.reading(`Recipes (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
