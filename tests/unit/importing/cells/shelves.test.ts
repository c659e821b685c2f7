import { describe, expect, it } from 'vitest';
import {
  statusOfShelf,
  statusOfShelves,
  tagsAndShelves,
  withoutStatuses,
} from '../../../../renderer/src/importing/cells/shelves';

describe('a shelf', () => {
  it('stays the owner’s, but for one that everybody calls a genre', () => {
    const names = ['favorites', 'Science-Fiction', 'to-buy', 'read-2019', 'own-kindle', 'fantasy', 'sea-stories'];
    expect(tagsAndShelves(names)).toEqual({
      tags: ['Science-Fiction', 'fantasy'],
      shelves: ['favorites', 'to-buy', 'read-2019', 'own-kindle', 'sea-stories'],
    });
  });

  it.each([
    'non-fiction',
    'Sci-Fi',
    'historical_fiction',
    'children-s-books',
    "women's-fiction",
    'Film-Noir',
    'poesía',
  ])('named %s: a genre, or a word of the owner’s', (name) => {
    const isTag = name !== 'poesía';
    expect(tagsAndShelves([name])).toEqual({ tags: isTag ? [name] : [], shelves: isTag ? [] : [name] });
  });

  it('that says how far the owner got is a status, and no shelf', () => {
    const says = {
      read: 'finished',
      'Read but unowned': 'finished',
      'to-read': 'wanted',
      toread: 'wanted',
      Wishlist: 'wanted',
      'Currently reading': 'in-progress',
      'did-not-finish': 'abandoned',
    } as const;
    for (const [name, status] of Object.entries(says)) expect(statusOfShelf(name), name).toBe(status);
    for (const name of ['read-2019', 'favorites', 'reading-list', 'owned']) expect(statusOfShelf(name)).toBeNull();
    expect(withoutStatuses([...Object.keys(says), 'Your library', 'own'])).toEqual(['own']);
  });

  it('beside others says the furthest; given up stands above all', () => {
    expect(statusOfShelves(['Wishlist', 'Read but unowned', 'own'])).toBe('finished');
    expect(statusOfShelves(['read', 'dnf'])).toBe('abandoned');
    expect(statusOfShelves(['own'])).toBeNull();
  });
});
