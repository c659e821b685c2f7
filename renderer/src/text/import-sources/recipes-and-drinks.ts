import type { NamedSourceText } from './source-text';

/** Exports of recipes and drinks, by name. */
export const KITCHEN_SOURCES: readonly NamedSourceText[] = [
  [
    'my-recipe-box',
    {
      name: 'My Recipe Box',
      brings: 'Recipes: ratings, favourites, notes, ingredients and directions',
      how: 'In the settings of the app, look for Export; choose CSV.',
    },
  ],
  [
    'paprika',
    {
      name: 'Paprika',
      brings: 'Recipes: notes, ratings, categories, ingredients and directions',
      how: 'In Paprika: Export, in the format “Paprika Recipe Format”. Drop the .paprikarecipes file.',
    },
  ],
  [
    'plan-to-eat',
    {
      name: 'Plan to Eat',
      brings: 'Recipes: ratings, courses, tags, ingredients and directions',
      how: 'On the website, look for the export of your recipes; choose CSV.',
    },
  ],
  [
    'recipes',
    {
      name: 'Recipes of Nextcloud, Mealie, Tandoor or a web page',
      brings: 'Recipes: ingredients, directions, tags, times',
      how: 'Nextcloud Cookbook: its folder of recipes, as a zip. Mealie, Tandoor: their export or backup. Any page with a recipe: save it in the browser as HTML and drop it.',
    },
  ],
  [
    'untappd',
    {
      name: 'Untappd',
      brings: 'Beers: ratings, comments, how often',
      how: 'At untappd.com: Account settings, Export history (for supporters), as CSV or JSON.',
    },
  ],
  [
    'vivino',
    {
      name: 'Vivino',
      brings: 'Wines: ratings, reviews, notes',
      how: 'At vivino.com: Settings, your data, request a copy. Drop full_wine_list.csv or the whole archive.',
    },
  ],
];
