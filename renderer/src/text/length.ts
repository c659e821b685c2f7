import { lengthUnitOf } from '../domain/item-length';
import { counted } from './plural';

const numbers = new Intl.NumberFormat();

/** "320 pages" of a book, "2 h 5 min" of a film: numbers in the user's locale. */
export function lengthWords(length: number, kind: string): string {
  if (lengthUnitOf(kind) === 'pages') return counted(length, 'page');
  const hours = Math.floor(length / 60);
  const minutes = length % 60;
  const parts = [
    ...(hours === 0 ? [] : [`${numbers.format(hours)} h`]),
    ...(minutes === 0 ? [] : [`${numbers.format(minutes)} min`]),
  ];
  return parts.join(' ');
}
