/**
 * The first spelling whose words equal a phrase of the recommender (lower case, no diacritics); undefined if none does.
 */
export function spelledLike(phrase: string, spellings: readonly string[]): string | undefined {
  return spellings.find((spelling) => phraseOf(spelling) === phrase);
}

/** Words in lower case without diacritics, as the recommender compares them. */
export function phraseOf(words: string): string {
  return (
    words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}
