import { parseDate } from '../cells/cell-dates';
import { parseRating } from '../cells/cell-values';
import { paragraphsAt, textAt, textsAt } from '../cells/json-values';
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
      for await (const items of file.jsonItems([]))
        for (const { place, value } of items) {
          const ownRating = parseRating(textAt(value, 'rating'), SCALE);
          const uid = textAt(value, 'uid');
          const row = recipeRow(
            {
              file: file.path,
              line: place,
              title: textAt(value, 'name'),
              source: textAt(value, 'source'),
              address: textAt(value, 'source_url'),
              time: textAt(value, 'total_time') || textAt(value, 'cook_time'),
              notes: paragraphsAt(value, 'notes'),
              ingredients: linesOf(paragraphsAt(value, 'ingredients')),
              directions: linesOf(paragraphsAt(value, 'directions')),
            },
            {
              tags: textsAt(value, 'categories'),
              ownRating,
              addedAt: parseDate(textAt(value, 'created')),
              identifiers: uid === '' ? {} : { paprika: uid },
            },
            collector,
          );
          if (typeof row === 'string') collector.skip(file.path, place, row, textAt(value, 'source_url').slice(0, 80));
          else collector.add(row);
        }
    return collector.reading('Paprika recipes');
  },
};
