import { describe, expect, it } from 'vitest';
import { cleanTags } from '../../../renderer/src/domain/clean-tags';
import { holdsPhrase } from '../../../renderer/src/domain/holds-phrase';

describe('holdsPhrase', () => {
  it('compares whole words', () => {
    expect(holdsPhrase('epic fantasy', 'fantasy')).toBe(true);
    expect(holdsPhrase('artful', 'art')).toBe(false);
    expect(holdsPhrase('anything', '')).toBe(false);
  });
});

describe('cleanTags', () => {
  it('trims, drops empty tags and repeats, and keeps the first spelling', () => {
    expect(cleanTags([' Cosy ', '', 'cosy', 'rainy day'])).toEqual(['Cosy', 'rainy day']);
  });
});
