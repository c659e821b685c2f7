import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { numbers } from './case-metrics';
import { SeriesBook } from './case-observer';
import type { CaseObserver } from './case-observer';
import type { Setting } from './evaluate-pack';
import type { Case, Variant } from './pack';
import type { Prepared } from './prepared-case';
import type { CaseSeries } from './summary';

/** Classes of titles by their writing, in table order; short titles hardly tell more. */
export const TITLE_LANGUAGES = ['english', 'foreign', 'accented', 'other-script', 'unclear'] as const;
export type TitleLanguage = (typeof TITLE_LANGUAGES)[number];

/** With fewer cases a pack has no figure for a language. */
export const MIN_CASES = 30;

/** Function words of one of these languages that are words of none of the others, nor of English. */
const FOREIGN = new Set(
  [
    'der das und ein eine im vom zum zur dem',
    'le les des du et une dans aux',
    'el los las del',
    'il gli della delle dei di nel',
    'uma dos em',
    'het een och og',
    'wo ga',
  ].flatMap((words) => words.split(' ')),
);
const ENGLISH = new Set(
  'the of and a an in to for with my on from is you at his her your how what when who where by'.split(' '),
);

/**
 * - other-script: most letters are not Latin.
 * - foreign: a function word of another language and none of English (German, French, Spanish, Italian, Portuguese,
 *   Dutch, Scandinavian, romanised Japanese).
 * - accented: a letter beyond A to Z, and no such word.
 * - english: a function word of English.
 * - unclear: none of these.
 * Precise rather than complete: a German title without an article is `unclear`.
 */
export function titleLanguage(title: string): TitleLanguage {
  const letters = title.match(/\p{L}/gu) ?? [];
  const other = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (other.length * 2 > letters.length) return 'other-script';
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const english = words.some((word) => ENGLISH.has(word));
  if (!english && words.some((word) => FOREIGN.has(word))) return 'foreign';
  if (/[^\p{ASCII}]/u.test(letters.join(''))) return 'accented';
  return english ? 'english' : 'unclear';
}

/** Metric name as in the rows. */
export function languageMetric(language: TitleLanguage): string {
  return `auc-of-${language}`;
}

/**
 * Per language: the chance that a relevant item with a title in it scores above an item that is not relevant, of any
 * title (AUC, ties counted half), per case.
 */
export class TitleLanguages implements CaseObserver {
  readonly #languages: readonly TitleLanguage[];
  readonly #book = new SeriesBook();

  constructor(items: readonly LibraryItem[]) {
    this.#languages = items.map(({ title }) => titleLanguage(title));
  }

  observe(
    variant: Variant,
    method: string,
    settings: readonly Setting[],
    one: Case,
    { question: { candidates }, relevant }: Prepared,
    given: Float64Array,
  ): void {
    const scores = numbers(given);
    const found = new Map<TitleLanguage, number[]>();
    for (let place = 0; place < relevant.length; place += 1) {
      const language = this.#languages[candidates[place] ?? -1];
      if (relevant[place] === 1 && language !== undefined)
        found.set(language, [...(found.get(language) ?? []), shareBelow(place, scores, relevant)]);
    }
    for (const [language, shares] of found)
      this.#book.add(
        variant,
        method,
        languageMetric(language),
        settings,
        one,
        shares.reduce((sum, share) => sum + share, 0) / shares.length,
      );
  }

  series(): readonly CaseSeries[] {
    return this.#book.all().filter(({ values }) => values.length >= MIN_CASES);
  }
}

/**
 * Share of the items that are not relevant which score below the item at `place`. Linear, unlike sorting tens of
 * thousands of scores.
 */
function shareBelow(place: number, scores: Float64Array, relevant: Uint8Array): number {
  const own = scores[place] ?? -Infinity;
  let below = 0;
  let others = 0;
  for (let index = 0; index < relevant.length; index += 1) {
    if (relevant[index] === 1) continue;
    const rival = scores[index] ?? -Infinity;
    others += 1;
    if (rival < own) below += 1;
    else if (rival === own) below += 0.5;
  }
  return others === 0 ? Number.NaN : below / others;
}
