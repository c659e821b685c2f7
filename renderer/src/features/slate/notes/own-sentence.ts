/** Longer ones are cut at a word. */
const MAX_LENGTH = 240;

const SPOILER = /spoiler|>!|\|\|/iu;
const LINK = /https?:|www\.|\b[a-z0-9-]+\.(?:com|net|org|dk|de|co\.uk|io)\b/iu;
const BREAK = /<br\s*\/?>|<\/?p>|\r?\n/giu;
const MARKUP = /<[a-z/!][^>]*>|&[a-z]+;|\[\/?[a-z]+[^\]]*\]/iu;

/**
 * The first sentence of the sender's review, to stand in a message; null where there is none that could: one with a
 * link or markup, or any of a review that gives something away.
 */
export function ownSentence(review: string | null): string | null {
  if (review === null || SPOILER.test(review)) return null;
  const lines = review.split(BREAK).map((line) => line.replace(/\s+/gu, ' ').trim());
  const line = lines.find((each) => each !== '');
  if (line === undefined) return null;
  const sentence = /^.*?[.!?…]+["”’)]*(?=\s|$)/u.exec(withoutAbbreviations(line))?.[0];
  const found = line.slice(0, sentence?.length ?? line.length);
  if (LINK.test(found) || MARKUP.test(found) || !/\p{L}/u.test(found)) return null;
  if (found.length > MAX_LENGTH) {
    const cut = found.slice(0, MAX_LENGTH);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
  }
  return /[.!?…]["”’)]*$/u.test(found) ? found : `${found}.`;
}

/** The same length, without full stops that end no sentence: "Mr. Ripley", "J. R. R. Tolkien", "vs. ". */
function withoutAbbreviations(line: string): string {
  return line.replace(/\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e|Jr|Sr|Prof|No|Vol)\./gu, (found) =>
    found.replaceAll('.', ' '),
  );
}

/** The note with the sentence, before the signature where there is one; without it where it was there. */
export function withOrWithout(note: string, sentence: string, ownerName: string): string {
  if (note.includes(sentence))
    return note
      .replace(sentence, '')
      .replace(/[^\S\n]{2,}/gu, ' ')
      .replace(/\n{3,}/gu, '\n\n')
      .trim();
  const signature = ownerName.trim();
  const signed = signature !== '' && note.trimEnd().endsWith(`\n${signature}`);
  const words = signed ? note.trimEnd().slice(0, -signature.length).trimEnd() : note.trimEnd();
  return [words, sentence, ...(signed ? [signature] : [])].filter((part) => part !== '').join('\n\n');
}
