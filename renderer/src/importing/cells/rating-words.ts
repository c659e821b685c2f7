import { foldLetters } from '../../domain/fold-letters';

/** Opinions without a number: grades of schools, words such as "loved it", thumbs. */

/** What a cell says of a thing; a thumb has no place on a scale. */
export interface Opinion {
  /** 0..1; null: a thumb alone. */
  readonly rating: number | null;
  readonly liked?: true;
  readonly disliked?: true;
}

/**
 * Grades of English-speaking schools, as Metacritic counts them; S is the best of lists of tiers. F is the lowest
 * rating, not none.
 */
const GRADES: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['a+', 1],
  ['a', 1],
  ['a-', 0.92],
  ['b+', 0.83],
  ['b', 0.75],
  ['b-', 0.67],
  ['c+', 0.58],
  ['c', 0.5],
  ['c-', 0.42],
  ['d+', 0.33],
  ['d', 0.25],
  ['d-', 0.17],
  ['f', 0.08],
]);

/** Words by how much is said with them, between commas; letters folded. */
const WORDS: readonly (readonly [rating: number, words: string])[] = [
  [
    1,
    `loved, love, loved it, love it, absolutely loved it, amazing, it was amazing, masterpiece, excellent, outstanding,
    perfect, brilliant, fantastic, awesome, superb, must read, must see, must watch, must play, favorite, favourite,
    ausgezeichnet, hervorragend, grossartig, großartig, fantastisch, meisterwerk, genial, geliebt, super, excellente,
    adoré, j'ai adoré, chef d'œuvre, génial, coup de cœur, parfait, excelente, me encantó, encantado, obra maestra,
    perfecto, eccellente, ottimo, capolavoro, adorato, perfetto, adorei, obra prima, perfeito, amei, uitstekend,
    geweldig, fantastiskt, underbar, fremragende, fantastisk, doskonałe, arcydzieło, świetne, výborné, skvělé,
    отлично, шедевр, великолепно, любимое, mükemmel, şaheser, 最高, 傑作, 神作, 力荐, 杰作, 최고`,
  ],
  [0.9, 'very good, great, really good, sehr gut, très bien, très bon, muy bueno, muy buena, molto bello, molto buono'],
  [
    0.8,
    `liked it, liked, enjoyed it, enjoyed, good, recommended, really liked it, gut, gefallen, hat mir gefallen, bien, bon,
    aimé, j'ai aimé, bueno, buena, me gustó, bello, buono, mi è piaciuto, bom, muito bom, gostei, goed, mooi, bra, god,
    dobre, dobré, хорошо, понравилось, iyi, beğendim, 良い, 面白い, 推荐, 좋음, 좋아요`,
  ],
  [
    0.6,
    `ok, okay, it was ok, it was okay, it's ok, meh, so so, average, fine, mixed, mixed feelings, decent, fair, alright,
    not bad, mediocre, mittel, mittelmässig, mittelmäßig, geht so, durchschnittlich, durchschnitt, moyen, correct, bof,
    pas mal, regular, normal, così così, discreto, razoável, mediano, matig, redelijk, okej, helt ok, przeciętne,
    średnie, průměrné, нормально, средне, так себе, orta, 普通, 还行, 一般, 보통`,
  ],
  [
    0.4,
    `disliked, disliked it, did not like it, did not like, didn't like it, didn't like, not good, not for me, bad, poor,
    boring, weak, disappointing, schlecht, schwach, nicht gut, langweilig, hat mir nicht gefallen, mauvais, pas aimé,
    je n'ai pas aimé, décevant, malo, mala, no me gustó, aburrido, brutto, non mi è piaciuto, ruim, não gostei, slecht,
    dålig, dårlig, słabe, złe, špatné, плохо, не понравилось, скучно, kötü, beğenmedim, つまらない, 较差, 별로`,
  ],
  [
    0.2,
    `hated, hated it, hate, hate it, terrible, awful, worst, horrible, garbage, trash, very bad, furchtbar, grauenhaft,
    schrecklich, gehasst, détesté, je l'ai détesté, nul, odié, pésimo, odiei, péssimo, pessimo, orribile, verschrikkelijk,
    okropne, hrozné, ужасно, ненавижу, berbat, 最悪, 很差, 최악`,
  ],
];
/** What Goodreads calls its stars from one to five, in a column where only they stand. */
const GOODREADS = ['did not like it', 'it was ok', 'liked it', 'really liked it', 'it was amazing'];
/** Of those, what no other list of words has. */
const ONLY_GOODREADS: ReadonlySet<string> = new Set(['it was amazing', 'really liked it']);

const UP =
  /^(?:👍|(?:two )?thumbs? ?up|thumbsup|like|i like|upvote|daumen (?:hoch|nach oben)|pouce (?:leve|en l ?air)|j ?aime|me gusta|mi piace|curti|нравится|いいね|좋아요)$/u;
const DOWN =
  /^(?:👎|(?:two )?thumbs? ?down|thumbsdown|dislike|i dislike|downvote|daumen (?:runter|nach unten)|pouce (?:baisse|vers le bas)|je n ?aime pas|no me gusta|non mi piace|nao curti|не нравится)$/u;

const fold = (text: string): string =>
  foldLetters(text)
    .replaceAll(/\p{Emoji_Modifier}|\ufe0f/gu, '')
    .replaceAll(/[’'`]/gu, "'")
    .replaceAll(/[^\p{L}\p{M}\p{N}'👍👎]+/gu, ' ')
    .replace(/(👍|👎)(?:\s?\1)+/gu, '$1')
    .trim();

const listed = (words: string): readonly string[] => words.split(',').map(fold);
const OF_WORDS: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([rating, words]) => listed(words).map((word) => [word, rating] as const)),
);
const OF_GOODREADS: ReadonlyMap<string, number> = new Map(
  GOODREADS.map((words, place) => [words, (place + 1) / GOODREADS.length] as const),
);

/** Longer cells are no single word of praise or blame. */
const MAX_LENGTH = 40;

/** A-, S, "Tier B", "B+ tier". */
const gradeOf = (text: string): number | null =>
  GRADES.get(
    text
      .replace(/^tier\s|\stier$|[.:]$/giu, '')
      .replace(/[−–—]$/u, '-')
      .replace(/\s(?=[+-]$)/u, '')
      .toLowerCase(),
  ) ?? null;

/** @returns the reader of a column of opinions: null for a cell that holds none without a number */
export function opinionReader(cells: readonly string[]): (cell: string) => Opinion | null {
  const words = cells.some((cell) => cell.length <= MAX_LENGTH && ONLY_GOODREADS.has(fold(cell)))
    ? OF_GOODREADS
    : OF_WORDS;
  return (cell) => {
    const text = cell.trim();
    if (text === '' || text.length > MAX_LENGTH) return null;
    const grade = gradeOf(text);
    if (grade !== null) return { rating: grade };
    const folded = fold(text);
    const rating = words.get(folded) ?? OF_WORDS.get(folded);
    // A thumb is looked for first: "like" is none of the words above.
    if (UP.test(folded)) return { rating: null, liked: true };
    if (DOWN.test(folded)) return { rating: null, disliked: true };
    return rating === undefined ? null : { rating };
  };
}
