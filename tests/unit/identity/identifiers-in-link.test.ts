import { describe, expect, it } from 'vitest';
import { identifiersInLink } from '../../../renderer/src/identity/identifiers-in-link';

describe('an address says of the thing that its page is about', () => {
  it.each([
    ['https://www.imdb.com/title/tt0245429/?ref_=nv', { identifiers: { imdb: 'tt245429' } }],
    ['http://m.imdb.com/de/title/tt0245429', { identifiers: { imdb: 'tt245429' } }],
    ['https://www.goodreads.com/book/show/234225.Dune', { identifiers: { goodreads: '234225' }, title: 'Dune' }],
    ['https://www.goodreads.com/en/book/show/234225-dune?x=1', { identifiers: { goodreads: '234225' }, title: 'dune' }],
    ['https://letterboxd.com/film/past-lives/', { identifiers: {}, title: 'past lives' }],
    ['https://letterboxd.com/film/dune-2021/', { title: 'dune', year: 2021 }],
    ['https://letterboxd.com/film/1917/', { title: '1917', year: null }],
    ['https://en.wikipedia.org/wiki/Stalker_(1979_film)', { title: 'Stalker', year: 1979 }],
    ['https://de.wikipedia.org/wiki/Am%C3%A9lie', { title: 'Amélie' }],
    ['https://boardgamegeek.com/boardgame/13/catan', { identifiers: { bgg: '13' }, title: 'catan' }],
    ['https://store.steampowered.com/app/440/Team_Fortress_2/', { identifiers: { steam: '440' } }],
    ['https://myanimelist.net/anime/199', { identifiers: { mal: '199' }, title: null }],
  ])('%s', (url, thing) => {
    expect(identifiersInLink(url)).toMatchObject(thing);
  });

  it.each(['https://example.org/title/tt0245429/', 'https://www.imdb.com/name/nm0594503/', 'https://x.org/%E0%A4%A'])(
    'nothing where it is of another kind: %s',
    (url) => {
      expect(identifiersInLink(url)).toEqual({ identifiers: {}, title: null, year: null });
    },
  );
});
