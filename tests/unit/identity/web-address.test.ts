import { describe, expect, it } from 'vitest';
import { compareThings } from '../../../renderer/src/identity/compare-things';
import type { Thing } from '../../../renderer/src/identity/same-facts';
import { addressKey } from '../../../renderer/src/identity/web-address';

const page = (title: string, url: string | null, kind = 'link'): Thing => ({
  kind,
  title,
  url,
  creators: [],
  year: null,
  series: null,
});

describe('addresses of the web', () => {
  it.each([
    ['https://www.Salt.example/Roads/', 'salt.example/Roads'],
    ['http://salt.example/Roads#map', 'salt.example/Roads'],
    ['https://salt.example/Roads?utm_source=x&page=2&fbclid=y', 'salt.example/Roads?page=2'],
    ['https://salt.example:443', 'salt.example'],
    ['https://salt.example/#/roads', 'salt.example#/roads'],
  ])('%s is compared as %s', (url, key) => {
    expect(addressKey(url)).toBe(key);
  });

  it('tell pages apart that share a title, and make one of two titles', () => {
    const home = page('Home', 'https://a.example/');
    expect(compareThings(home, page('Home', 'https://b.example/'), 'one-source').verdict).toBe('different');
    expect(compareThings(home, page('Start', 'http://www.a.example', 'article'), 'two-sources').verdict).toBe('same');
    expect(compareThings(home, { ...home }, 'two-sources').verdict).toBe('same');
  });

  it('say nothing of what is no page', () => {
    const film = { ...page('Alpine Hours', 'https://a.example/', 'movie'), year: 1999 };
    expect(compareThings(film, { ...film, url: 'https://b.example/' }, 'two-sources').verdict).toBe('same');
  });
});
