import type { Series } from '../../domain/item-values';
import { cleanCell } from './cell-values';

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)(?:\s?[-–—]\s?\d{1,3}(?:[.,]\d+)?)?(?:\s?(?:of|\/|von|sur|di|de|из)\s?\d{1,3})?`;
const WORD = String.raw`(?:book|vol(?:ume)?|part|no|nr|n[º°]|number|bd|band|buch|teil|tome?|tomo|livre|libro|livro|parte|partie|deel|bok|bind|del|osa|część|tom|díl|kniha|kötet|cilt|kitap|книга|том|часть|βιβλίο)\.?`;
/** "Lamps (#8)", "Lamps [Book 8]", "Lamps (8)". */
const IN_BRACKETS = new RegExp(String.raw`^(.*\S)\s*[([]\s*(?:#|${WORD})?\s*${NUMBER}\s*[)\]]$`, 'iu');
/** "Lamps #9", "Lamps, #9". */
const AFTER_SIGN = new RegExp(String.raw`^(.*?\S)\s*[,;:–—-]*\s*#\s*${NUMBER}$`, 'iu');
/** "Lamps, Book 10", "Lamps Vol. 3". */
const AFTER_WORD = new RegExp(String.raw`^(.*?\S)\s*[,;:–—-]*\s+${WORD}\s*#?\s*${NUMBER}$`, 'iu');
/** "Lamps: 12", "Lamps, 12", "Lamps - 12"; "Area 51" is a name. */
const AFTER_MARK = new RegExp(String.raw`^(.*?\S)(?:\s*[,;:]\s*|\s+[–—-]\s+)${NUMBER}$`, 'iu');
/** "Book 3 of Lamps". */
const BEFORE = new RegExp(
  String.raw`^(?:#|${WORD})\s*${NUMBER}\s*(?:of|in|von|der|de|di|:|,)\s+(?:the\s+)?(.*\S)$`,
  'iu',
);
/** Several series in one cell: the first counts. */
const NEXT = /(?<=[)\]]|#\s?\d{1,3}(?:\.\d+)?)\s*[,;|]\s*(?=\S)|\s*[;|]\s*/u;

/** The series that a cell names and the place in it; null where it names none. */
export function seriesOf(cell: string): Series | null {
  const whole = cleanCell(cell);
  const [first = ''] = whole.split(NEXT);
  const text = first.replace(/^[([](.*)[)\]]$/u, '$1').trim();
  if (text === '') return null;
  for (const pattern of [IN_BRACKETS, AFTER_SIGN, AFTER_WORD, AFTER_MARK]) {
    const [, name, place] = pattern.exec(text) ?? [];
    if (name !== undefined && place !== undefined)
      return { name: name.replace(/[\s,;:–—-]+$/u, ''), position: Number(place.replace(',', '.')) };
  }
  const [, place, name] = BEFORE.exec(text) ?? [];
  if (name !== undefined && place !== undefined)
    return { name: name.replace(/\s+series$/iu, ''), position: Number(place.replace(',', '.')) };
  return { name: text, position: null };
}

/** A number in a cell of its own counts where the name of the series has none. */
export const placedSeries = (series: Series | null, position: number | null): Series | null =>
  series === null || series.position !== null ? series : { ...series, position };
