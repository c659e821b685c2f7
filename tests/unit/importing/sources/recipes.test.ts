import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import type { ImportedRow } from '../../../../renderer/src/domain/imported-row';
import { bytesFile, exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed } from './analysed';

const recipeFile = (name: string): ExportFile => ({ ...exportFile(`recipes/${name}`), name });

async function rowsOf(...files: readonly ExportFile[]): Promise<readonly ImportedRow[]> {
  const { analyses } = await analyseFiles(files);
  return analyses.flatMap(({ rows }) => rows);
}

describe('a recipe of Paprika', () => {
  it('of one’s own keeps its text as a note; without an address nothing else could be shared', async () => {
    const packed = bytesFile(
      'Honey cake.paprikarecipe',
      gzipSync(strToU8(fixtureText('recipes/paprika-honey-cake.json'))),
    );
    expect(await rowsOf(packed)).toMatchObject([
      {
        kind: 'recipe',
        title: 'Honey cake',
        creators: ['Aunt Rosa'],
        length: 60,
        tags: ['Cakes', 'Winter'],
        ownRating: 1,
        addedAt: Date.UTC(2020, 0, 2, 3, 4, 5),
        identifiers: { paprika: 'A1B2-C3' },
        note: 'Ida likes it dark\n\n200 g honey\n3 eggs\n\nStir.\nBake slowly.',
        privateNote: null,
      },
    ]);
  });

  it('of a page keeps that page’s text to itself, and 0 is no rating', async () => {
    expect(await rowsOf(recipeFile('paprika-rye.json'))).toMatchObject([
      { url: 'https://bread.example/rye', note: null, privateNote: 'rye\n\nwait', ownRating: null },
    ]);
  });
});

describe('a recipe as schema.org describes it', () => {
  it('may lie alone, in a graph or in a page', async () => {
    const rows = await rowsOf(recipeFile('nextcloud-recipe.json'), recipeFile('graph.json'), recipeFile('page.html'));
    expect(rows).toMatchObject([
      {
        title: 'Moss soup',
        length: 40,
        tags: ['Soups', 'green', 'slow'],
        url: 'https://soup.example/moss',
        note: null,
        privateNote: 'moss\nwater\n\nBoil.\nWait.',
        addedAt: Date.UTC(2022, 1, 3, 4, 5, 6),
      },
      {
        title: 'Reed & salt stew',
        creators: ['Bo Quill'],
        length: 90,
        tags: ['Coastal'],
        url: 'https://stew.example/reed',
        privateNote: 'reed\n\nFirst\nCut.\nSalt.\nBoil',
        crowd: { rating: 0.9, count: 20 },
        ownRating: null,
      },
      { title: 'Clay biscuits', creators: ['Mara Ellison'], privateNote: 'clay\n\nPress.\nDry.' },
    ]);
  });

  it('is another one at another address', async () => {
    const recipe = (url: string): ExportFile =>
      textFile(`${url}.json`, JSON.stringify({ '@type': 'Recipe', name: 'Pancakes', url: `https://${url}.example/` }));
    expect(await rowsOf(recipe('a'), recipe('b'), recipe('a'))).toHaveLength(2);
  });
});

describe('a recipe of a program', () => {
  it('of Mealie has the owner’s rating, notes and the parts of each ingredient', async () => {
    expect(await rowsOf(recipeFile('mealie.json'))).toMatchObject([
      {
        title: 'Lamp oil pie',
        tags: ['Pies', 'evening'],
        ownRating: 0.8,
        length: 60,
        note: 'Not near the kiln\n\n2 cup oil clear\n\nPour.',
      },
    ]);
  });

  it('of Tandoor adds its times up', async () => {
    expect(await rowsOf(recipeFile('tandoor.json'))).toMatchObject([
      { title: 'Tide salad', tags: ['Sea'], length: 30, note: '100 g kelp\n\nRinse.' },
    ]);
  });

  it('of Plan to Eat and My Recipe Box come as tables', async () => {
    const rows = await rowsOf(recipeFile('plan-to-eat.csv'), recipeFile('my-recipe-box.csv'));
    expect(rows).toMatchObject([
      {
        title: 'Owl rolls',
        creators: ['Grandfather'],
        tags: ['Snack', 'Nightly', 'small', 'warm'],
        ownRating: 0.8,
        length: 30,
        note: 'flour\nmilk\n\nRoll.\nBake.',
      },
      { title: 'Fern tart', url: 'https://fern.example/tart', note: null, ownRating: null },
      {
        title: 'Gull eggs',
        liked: true,
        ownRating: 1,
        url: 'https://gull.example/eggs',
        note: 'Only in May',
        privateNote: 'eggs\nsalt\n\nBoil.',
      },
    ]);
  });
});

describe('My Recipe Box', () => {
  it('finds the page of a recipe with tags, which it writes a column too far right', async () => {
    const text =
      'title,preparationTime,cookingTime,ingredients,instructions,favorite,rating,categories,tags,video,source,originalPicture,\n' +
      'Salt Salad,15,,Salt,Mix.,false,,Sides,Salad,,,https://salt.example/salad,https://salt.example/salad.jpg\n' +
      'Reed Soup,15,,Reed,Boil.,false,,Sides,,,https://salt.example/soup,https://salt.example/soup.jpg,\n' +
      'Fen Pie,15,,Fen,Bake.,false,,Sides,,,,https://salt.example/pie.jpg,\n';
    const { rows } = await analysed(textFile('recipes.csv', text));
    expect(rows.map(({ title, url }) => [title, url])).toEqual([
      ['Salt Salad', 'https://salt.example/salad'],
      ['Reed Soup', 'https://salt.example/soup'],
      ['Fen Pie', null],
    ]);
  });
});
