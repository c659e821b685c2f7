/** Titles as catalogues and shops write them, in the form in which people say them. */

const TRAILING_ARTICLE = /^(.+), (the|an?|der|die|das|les?|la|el|los|las|il|lo|gli)$/i;

/** "Mill, The" as "The Mill". */
export function leadingArticle(title: string): string {
  const [, rest = '', article = ''] = TRAILING_ARTICLE.exec(title) ?? [];
  return rest === '' ? title : `${article} ${rest}`;
}

/** What a bracket at the end says of the box and not of what is in it. */
const PACKAGING =
  /\s+(?:dvd|blu-?ray|vhs)$|\s*[([][^()[\]]*(?:edition|discs?\b|blu-?ray|\bdvd\b|\bvhs\b|\bhd\b|4k|ultra ?hd|widescreen|full ?screen|packag|packing|digital copy|combo pack|subtitled|director['’]s cut|remastered|box ?set|laser ?disc)[^()[\]]*[)\]]\s*$/i;

/** "The Kiln (Two-Disc Special Edition) [Blu-ray]" as "The Kiln". */
export function withoutPackaging(title: string): string {
  for (let text = title; ;) {
    const shorter = text.replace(PACKAGING, '').trim();
    if (shorter === '' || shorter === text) return text;
    text = shorter;
  }
}
