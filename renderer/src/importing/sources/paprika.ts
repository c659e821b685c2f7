import { readJson } from '../read-json';
import { RowCollector, type ImportSource } from '../source';
import { linesOf, recipeRow } from './recipe-row';

const SCALE = 5;
/** Keys that no other program writes together. The picture may stand before the rest and fill the beginning. */
const KEYS = ['photo_hash', 'photo_data', 'nutritional_info', 'source_url', 'directions', 'image_url', 'photo_large'];

/** Recipes of Paprika: a zip (.paprikarecipes) of packed files, each with one. */
export const paprika: ImportSource = {
  id: 'paprika',
  containers: ['json'],
  scale: SCALE,
  sniff: ({ text, path }) => {
    const found = KEYS.filter((key) => text.includes(`"${key}"`)).length;
    if (found >= 3) return { layout: 'recipe', confidence: 'certain' };
    return found >= 1 && /\.paprikarecipe(?:\.gz)?$/i.test(path) ? { layout: 'recipe', confidence: 'likely' } : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files)
      // One recipe is one value; a few people have joined theirs into a list.
      await readJson(file, [], collector, (json, place) => {
        const uid = json.text('uid');
        return recipeRow(
          {
            file: file.path,
            line: place,
            title: json.text('name'),
            source: json.text('source'),
            address: json.text('source_url'),
            time: json.text('total_time') || json.text('cook_time'),
            notes: json.paragraphs('notes'),
            ingredients: linesOf(json.paragraphs('ingredients')),
            directions: linesOf(json.paragraphs('directions')),
          },
          {
            tags: json.texts('categories'),
            ownRating: json.rating(SCALE, 'rating'),
            addedAt: json.date('created'),
            identifiers: uid === '' ? {} : { paprika: uid },
          },
          collector,
        );
      });
    return collector.reading('Paprika recipes');
  },
};
