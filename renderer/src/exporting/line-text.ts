import type { Item } from '../domain/item';
import { fiveStars } from '../domain/stars';

const STARS = 5;

/** One line of text: line breaks and runs of space become one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Paragraphs without empty ones; lines inside a paragraph are joined. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split(/(?:\r\n|\r|\n)+/)
    .map(oneLine)
    .filter((line) => line !== '');
}

/** "★★★★½", or empty where there is no rating. */
export function stars(rating: number | null): string {
  if (rating === null) return '';
  const halves = Math.round(rating * STARS * 2);
  return '★'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '½' : '');
}

/** On five stars, ASCII digits and a point; empty where there is no rating. */
export const starNumber = (rating: number | null): string => (rating === null ? '' : String(fiveStars(rating)));

/** "Ursula K. Le Guin, 1969"; empty where neither is known. A year before Christ is written as such. */
export function creditLine({ creators, year }: Pick<Item, 'creators' | 'year'>): string {
  return [...creators.map(oneLine), ...(year === null ? [] : [year < 0 ? `${-year} BC` : String(year)])].join(', ');
}

/** Only addresses that can be followed without surprise; anything else is left out. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
}
