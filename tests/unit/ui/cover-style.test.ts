import { describe, expect, it } from 'vitest';
import {
  COVER_COLOURS,
  COVER_PATTERNS,
  coverInitials,
  coverStyle,
  titleScale,
} from '../../../renderer/src/ui/cover-style';

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05);

describe('covers', () => {
  it.each(COVER_COLOURS)('keeps white text readable on %s', (colour) => {
    expect(contrastWithWhite(colour)).toBeGreaterThan(5);
  });

  it('gives the same thing the same cover, and different things different ones', () => {
    expect(coverStyle('book', 'Dune')).toEqual(coverStyle('book', 'DUNE'));
    const titles = Array.from({ length: 400 }, (_, index) => coverStyle('book', `Title ${String(index)}`));
    expect(new Set(titles.map(({ colour }) => colour)).size).toBe(COVER_COLOURS.length);
    expect(new Set(titles.map(({ pattern }) => pattern)).size).toBe(COVER_PATTERNS.length);
    expect(coverStyle('book', 'Dune')).not.toEqual(coverStyle('movie', 'Dune'));
  });

  it.each([
    ['The Left Hand of Darkness', 'LH'],
    ['Dune', 'D'],
    ['The The', 'TT'],
    ['2001: A Space Odyssey', '2S'],
    ['Голос снега', 'ГС'],
    ['…', '…'],
    ['', '…'],
    ['🎲', '…'],
  ])('sets %s as %s on a small cover', (title, initials) => {
    expect(coverInitials(title)).toBe(initials);
  });

  it('sets a long word smaller, never below what can be read', () => {
    expect(titleScale('Dune', 'medium')).toBe(1);
    expect(titleScale('Frankenstein', 'medium')).toBeCloseTo(0.617, 3);
    // Of fewer letters, but wide ones.
    expect(titleScale('Middlemarch', 'medium')).toBeCloseTo(0.617, 3);
    // A large cover has room for more of them.
    expect(titleScale('Frankenstein', 'large')).toBeCloseTo(0.783, 3);
    expect(titleScale('Donaudampfschifffahrtsgesellschaft', 'medium')).toBe(0.5);
    expect(titleScale('', 'medium')).toBe(1);
  });
});
