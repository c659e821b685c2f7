import { tagWords } from './clean-tags';
import { foldLetters } from './fold-letters';

/** Below this many things of a kind, a tag that most of them carry may still be the owner's taste. */
const MIN_FOR_COMMON = 10;
/** A tag that more of the library's things of a kind carry than this says nothing of one of them. */
const MAX_SHARE = 0.5;

/**
 * Whether a tag may be given as a reason: that two things have it in common says something of them. Never: years and
 * dates, formats, languages alone, statuses and what belongs to the owner, numbers and ratings, words such as "books"
 * or "misc", a tag that one thing alone carries, a tag that nearly everything carries.
 * @param carriedBy things of the library with the tag
 * @param ofKind things of the library of the same kind
 */
export function isMeaningfulTag(tag: string, carriedBy: number, ofKind: number): boolean {
  if (carriedBy < 2 || (ofKind >= MIN_FOR_COMMON && carriedBy > ofKind * MAX_SHARE)) return false;
  return saysSomething(tag);
}

/** The words alone, whoever carries the tag. */
function saysSomething(tag: string): boolean {
  if (SINGLE_LETTER.test(tag.trim())) return false;
  const words = tagWords(tag);
  const phrase = ` ${words.join(' ')} `;
  if (words.some((word) => OWNERS_WORDS.has(word) || YEAR.test(word))) return false;
  if (OWNERS_PHRASES.some((owners) => phrase.includes(` ${owners} `))) return false;
  return words.some((word) => !EMPTY_WORDS.has(word) && !LANGUAGES.has(word) && !NUMBER.test(word));
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(foldLetters(text).match(/\S+/g));

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const SINGLE_LETTER = /^[a-z]$/i;
/** 4, 3rd */
const NUMBER = /^\d+(?:st|nd|rd|th)?$/;

/** Formats, statuses, ownership and names of services: wherever they stand, the tag is about the owner's copy. */
const OWNERS_WORDS: ReadonlySet<string> = wordsOf(`
    audible audiobook audiobooks betamax bluray cd cds dvd dvds ebook ebooks epub hardback hardcover hardcovers kindle
    laserdisc mp3 paperback paperbacks pdf uhd vhs vinyl 4k gebunden taschenbuch hörbuch poche
    bought borrowed gifted lent loaned owned owns purchased unowned my
    dnf tbr toread unread unwatched unplayed reread rereads rewatch rewatched watched watchlist wishlist shelf shelved
    fav favs fave faves favorite favorites favourite favourites favoris favoriten favoritos favoritas preferiti
    rec recs recommend recommended recommendation recommendations
    bookclub challenge giveaway giveaways netgalley
    goodreads hulu imdb letterboxd librarything netflix storygraph trakt
    gelesen ungelesen leído leídos lido lidos letto letti pendiente pendientes
`);

const OWNERS_PHRASES: readonly string[] = [
  'to read',
  'to reread',
  'to watch',
  'to see',
  'to buy',
  'to get',
  'to own',
  'to borrow',
  'to play',
  'to listen',
  'to review',
  'zu lesen',
  'por leer',
  'quero ler',
  'a lire',
  'da leggere',
  'did not finish',
  'didn t finish',
  'not finished',
  'gave up',
  'on hold',
  'in progress',
  'must read',
  'must see',
  'before you die',
  'audio book',
  'audio books',
  'e book',
  'e books',
  'blu ray',
  'book club',
  'library book',
  'library books',
  'from library',
  'from the library',
  're read',
  'wish list',
  'watch list',
  'more than once',
  'film club',
  'movie club',
];

/** Words that say nothing of a thing by themselves: "books I own", "best of", "5 stars", "library". */
const EMPTY_WORDS: ReadonlySet<string> = wordsOf(`
    a about again all also and any at by do done dont else etc ever for from get got had has have i in is it its just
    me need needed never no nook not of off on once one or other others out own same so some the then this to up was we
    which with you your der die das und le la les de des et el los y il e
    3d abandoned arc arcs audio bad begun best boring awesome books book cool collection complete completed copy current
    currently default digital disliked dropped edition enjoyed excellent film films finish finished format general good
    great hated incomplete item items kept language later library like liked list lists lit love loved maybe meh mine misc
    miscellaneous movie movies new next novel novels now ok okay old original overrated paused physical played playing
    possible print queue quit random rate rated rating ratings read reader reading reads return review reviewed reviews
    seen series show shows skipped sold someday soon star stars started stopped stuff tag tags television test text
    thing things top trade tv try unfinished unknown unrated untagged various wait waiting want wanted wanting wants
    watch watching wish work works worst year years yes
    fiction adult classic classics contemporary
    award awards winner winners winning nominee nominees nominated oscar oscars sequel sequels prequel remake franchise
    two three four five six seven eight nine ten half zero
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter
    monday tuesday wednesday thursday friday saturday sunday
`);

/** Their English names, and the most read ones in themselves. */
const LANGUAGES: ReadonlySet<string> = wordsOf(`
    afrikaans albanian arabic armenian basque bengali bosnian bulgarian burmese catalan chinese croatian czech danish
    dutch english esperanto estonian farsi finnish flemish french galician georgian german greek gujarati hebrew hindi
    hungarian icelandic indonesian irish italian japanese kannada korean latin latvian lithuanian macedonian malay
    malayalam mandarin cantonese marathi mongolian nepali norwegian persian polish portuguese punjabi romanian russian
    serbian sinhala slovak slovene slovenian somali spanish swahili swedish tagalog tamil telugu thai tibetan turkish
    ukrainian urdu uzbek vietnamese welsh yiddish
    en eng de deu ger fr fra es esp it ita nl pt ru rus ja jp zh
    deutsch englisch französisch spanisch italienisch english anglais français allemand espagnol italien
    español inglés francés alemán italiano inglese francese tedesco português nederlands engels dansk svenska norsk
    suomi polski čeština magyar türkçe русский українська ελληνικά 日本語 中文 한국어
`);
