/** Small words that stand in titles, hardly in names; of English, German, French, Spanish and Italian. */
const TITLE_WORDS = new Set(
  (
    'the a an of and or in on at to for with from no not my your his her our their me you i it is be way home part ' +
    'chapter volume vol book season episode der die das ein eine und im am zu mit le les un une et en el los las una ' +
    'y il lo gli i e per con'
  ).split(' '),
);
const NAME = /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.(?:\p{Lu}\.)*|Mc\p{Lu}\p{L}+)$/u;
const PARTICLE = /^(?:von|van|de|der|den|del|della|di|da|du|la|le|bin|ibn|al|el|af|av|y|ten|ter|dos|das|zu)$/iu;
const JOINED = /\s*[&,;]\s*|\s+(?:and|und|et|y|e)\s+/u;

/** True: the words look like the name of a person, or of several. Two words at least, each as a name is written. */
export const looksLikeName = (text: string): boolean => {
  const names = text.trim().split(JOINED);
  return names.length <= 4 && names.every(isName);
};

function isName(text: string): boolean {
  const words = text.split(/\s+/u);
  const isParticle = (word: string, place: number): boolean =>
    // "Ursula K. Le Guin", but "La Dolce Vita".
    PARTICLE.test(word) && place < words.length - 1 && (place > 0 || /^\p{Ll}/u.test(word));
  const named = words.filter((word) => NAME.test(word) && !TITLE_WORDS.has(word.toLowerCase()));
  return (
    words.length <= 5 &&
    named.length >= 2 &&
    words.every((word, place) => named.includes(word) || isParticle(word, place))
  );
}

/** True: no title is written so: with initials, or as several full names. */
export const isCertainlyNames = (text: string): boolean =>
  looksLikeName(text) && (/(?:^|\s)\p{Lu}\.(?:\p{Lu}\.|\s)/u.test(text) || text.split(JOINED).length > 1);
