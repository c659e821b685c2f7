/** Titles as catalogues and shops write them, in the form in which people say them. */

const TRAILING_ARTICLE = /^(.+), (the|an?|der|die|das|les?|la|el|los|las|il|lo|gli)$/i;

/** "Mill, The" as "The Mill". */
export function leadingArticle(title: string): string {
  const [, rest = '', article = ''] = TRAILING_ARTICLE.exec(title) ?? [];
  return rest === '' ? title : `${capital(article)} ${rest}`;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** What a bracket at the end says of the box and not of what is in it. */
const PACKAGING =
  /\s+(?:dvd|blu-?ray|vhs)$|\s*[([][^()[\]]*(?:edition|discs?\b|blu-?ray|\bdvd\b|\bvhs\b|\bhd\b|4k|ultra ?hd|widescreen|full ?screen|packag|packing|digital copy|combo pack|subtitled|director['’]s cut|remastered|box ?set|laser ?disc)[^()[\]]*[)\]]\s*$/i;

/** "The Kiln (Two-Disc Special Edition) [Blu-ray]" as "The Kiln". */
export const withoutPackaging = (title: string): string => without(title, PACKAGING);

/** How a record was pressed, mixed anew or sold; "(Live)", "(Taylor's Version)" and "(Original Soundtrack)" stay. */
const PRESSING = String.raw`(?:re-?master(?:ed|izado|isé)?|deluxe|\p{L}*edition|edici[oó]n|edizione|édition|ausgabe|expanded|explicit|re-?issue|mono|stereo|bonus|anniversary|aniversario|import|shm-cd|(?:album|single|bonus) version)\b`;
const PRESSINGS = [
  String.raw`\s*[([][^()[\]]*\b${PRESSING}[^()[\]]*[)\]]`,
  // "[2 CD]", "[disc 1]", "[CST156]", "(EP)", "{Original}"
  String.raw`\s*[([](?:\d+\s*(?:cd|lp)s?|(?:disc|disk|cd)\s*\d+|[A-Z]{2,}[A-Z\d]*[- ]?\d{2,}|ep|single)[)\]]`,
  String.raw`\s*\{[^{}]*\}`,
  String.raw`\s(?:disc|disk|cd)\s?\d{1,2}`,
  String.raw`\s[-–]\s(?:\d{4}\s)?${PRESSING}(?:\s\d{4})?(?:\s(?:version|edition|mix))?`,
  String.raw`\s[-–]\s(?:single|ep)`,
  String.raw`\s+[-–]`,
];
const PRESSING_AFTER = new RegExp(String.raw`(?:${PRESSINGS.join('|')})\s*$`, 'iu');
const GUESTS = /\s*[([](?:feat|ft|featuring|with)\b[^()[\]]*[)\]]\s*$|\s+(?:feat|ft)\.\s.*$/iu;
const OF_THE_VIDEO =
  /\s*[([](?:official|video|vídeo|audio|lyrics?|hd|hq|4k|visuali[sz]er|videoclip)[^()[\]]*[)\]]\s*$|\s+\|\s.*$/iu;

function without(title: string, ...patterns: readonly RegExp[]): string {
  for (let text = title; ;) {
    const shorter = patterns.reduce((rest, pattern) => rest.replace(pattern, '').trim(), text);
    if (shorter === '' || shorter === text) return text;
    text = shorter;
  }
}

/** "The Kiln (Deluxe Edition) [disc 2]" as "The Kiln", "Salt - Single" as "Salt". */
export const albumTitle = (title: string): string => without(title, PRESSING_AFTER, GUESTS);

/** "Salt - 2014 Remaster (feat. Bo Quill)" as "Salt". */
export const songTitle = (title: string): string => without(title, PRESSING_AFTER, GUESTS, OF_THE_VIDEO);

/** "Salt Roads (2018)", as services write it where another thing is called the same. */
export function titleAndYear(name: string): { readonly title: string; readonly year: number | null } {
  const [, title, year] = /^(.*\S)\s\(((?:19|20)\d{2})\)$/.exec(name) ?? [];
  return title === undefined ? { title: name, year: null } : { title, year: Number(year) };
}

/** What FilmAffinity and IMDb write after the title of what ran on television, or is short. */
const SERIES_AFTER =
  /\s*\((?:tv (?:mini[- ]?)?series|(?:mini[- ]?)?series? (?:de )?tv|mini[- ]?series?|série télé(?:visée)?)\)$/iu;
const FILM_AFTER = /\s*\((?:tv|tv movie|film tv|telefilm|short|c|s)\)$/iu;

export const saysSeries = (title: string): boolean => SERIES_AFTER.test(title);

/** "Cosmos (TV Series)" as "Cosmos", a series; "Salt (TV)" as "Salt". */
export function screenTitle(title: string): { readonly title: string; readonly isSeries: boolean } {
  const isSeries = saysSeries(title);
  const shorter = title.replace(isSeries ? SERIES_AFTER : FILM_AFTER, '');
  return shorter === '' ? { title, isSeries: false } : { title: shorter, isSeries };
}

/** A title with the subtitle that stands in a cell of its own. */
export const withSubtitle = (title: string, subtitle: string): string =>
  subtitle === '' ? title : `${title}: ${subtitle}`;
