import { describe, expect, it } from 'vitest';
import { featureWords, featureWordsOf, likingWords } from '../../../renderer/src/text/features';
import { inHundred, inTen, signed } from '../../../renderer/src/text/numbers';

describe('featureWords', () => {
  it.each([
    ['tag:horror', 'horror'],
    ['creator:ursula k le guin', 'things by Ursula K Le Guin'],
    ['kind:movie', 'films'],
    ['group:screen', 'films and series'],
    ['group:wine', 'wines'],
    ['era:1990s', 'things from the 1990s'],
    ['source:imdb', 'things that came from IMDb'],
    ['source:manual', 'things typed by hand'],
    ['popularity', 'well-known things'],
    ['bias', 'anything at all'],
    ['length', 'long things'],
    ['owner-rating', 'things you rate highly'],
    ['model:future', 'what the model puts first'],
    ['tag:sci fi: classic', 'sci fi: classic'],
    ['unheard-of', 'unheard-of'],
  ])('words %s', (feature, words) => {
    expect(featureWords(feature)).toBe(words);
  });
});

describe('what has two ends', () => {
  it('is named by the end a thing lies at', () => {
    expect([featureWordsOf('length', 0.7), featureWordsOf('length', -0.7), featureWordsOf('popularity', -0.7)]).toEqual(
      ['long things', 'short things', 'well-known things'],
    );
  });

  it('is liked at one of them: less of the long is more of the short', () => {
    expect(likingWords('length', 0.4)).toEqual({ subject: 'long things', more: true });
    expect(likingWords('length', -0.4)).toEqual({ subject: 'short things', more: true });
    expect(likingWords('popularity', -0.4)).toEqual({ subject: 'well-known things', more: false });
  });
});

describe('numbers', () => {
  it('signs with a true minus, and never a zero', () => {
    expect([0.44, -1.25, -0.04, 0].map((value) => signed(value, 1))).toEqual(['+0.4', '−1.3', '0.0', '0.0']);
    expect(signed(-0.904, 2)).toBe('−0.90');
  });

  it('gives chances that are never certain', () => {
    expect([0, 0.04, 0.07, 0.68, 0.94, 1].map(inTen)).toEqual([
      'fewer than 1 in 20',
      'fewer than 1 in 20',
      'about 1 in 10',
      'about 7 in 10',
      'about 9 in 10',
      'more than 19 in 20',
    ]);
    expect([0.2, 0.043, 0.0034, 0.0001].map(inHundred)).toEqual([
      'about 2 in 10',
      'about 4 in 100',
      'about 3 in 1000',
      'fewer than 1 in 1000',
    ]);
  });
});
