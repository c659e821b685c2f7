/** The first of `spellings` that says the same as a phrase of the recommender (lower case, no marks, words alone); undefined where none does. */
export function spelledLike(phrase: string, spellings: readonly string[]): string | undefined {
  return spellings.find((spelling) => phraseOf(spelling) === phrase);
}

function phraseOf(words: string): string {
  return (
    words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}
