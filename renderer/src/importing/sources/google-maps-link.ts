const MAPS =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?\/maps\b|maps\.google\.[a-z.]+\/|goo\.gl\/maps\/|maps\.app\.goo\.gl\/|(?:www\.)?google\.[a-z.]+\/local\/)/i;

export const isMapsAddress = (text: string): boolean => MAPS.test(text.trim());

const DEGREES = String.raw`\d{1,3}°\s?\d{1,2}['’′]\s?[\d.,]+["”″]\s?[NSEWO]`;
const COORDINATES = new RegExp(
  String.raw`^\(?[-+]?\d{1,3}[.,]\d+\s*[,; ]\s*[-+]?\d{1,3}[.,]\d+\)?$|^${DEGREES}[\s,]+${DEGREES}$|^[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}$`,
  'iu',
);

/** Numbers of a point, or a "plus code", and no name. */
export const isCoordinates = (text: string): boolean => COORDINATES.test(text.trim());

/**
 * What Google calls the place by: its number (CID), which the second half of `!1s0x…:0x…` writes in hexadecimal, or its
 * place id.
 */
export function placeIdentifiers(url: string): Readonly<Record<string, string>> {
  const hexadecimal = /(?:!1s|[?&]ftid=)0x[\da-f]+(?::|%3A)0x([\da-f]{1,16})(?![\da-f])/i.exec(url)?.[1];
  const number = hexadecimal === undefined ? /[?&]cid=(\d{1,20})\b/.exec(url)?.[1] : String(BigInt(`0x${hexadecimal}`));
  if (number !== undefined && number !== '0') return { googleMaps: number };
  const placeId = /place_id[:=](ChIJ[\w-]{10,})/.exec(url)?.[1];
  return placeId === undefined ? {} : { googlePlace: placeId };
}

/** The name in an address such as ".../maps/place/Salt+House/data=…" or "?q=Salt+House&ftid=…"; null where none is. */
export function placeNameIn(url: string): string | null {
  const part = /\/maps\/place\/([^/?#]+)/i.exec(url)?.[1] ?? /[?&](?:q|query)=([^&#]+)/i.exec(url)?.[1];
  if (part === undefined || part.startsWith('place_id')) return null;
  const name = decoded(part.replaceAll('+', ' ')).trim();
  return name === '' || /^data=|^@/.test(name) ? null : name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
