import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import { MIN_CASES, titleLanguage, TitleLanguages } from '../../benchmark/title-languages';
import type { Case } from '../../benchmark/pack';
import type { Prepared } from '../../benchmark/prepared-case';
import { BLANK_FACTS } from '../../fixtures/blank-facts';

describe('the language of a title', () => {
  it.each([
    ['The Left Hand of Darkness', 'english'],
    ['Herr der Fliegen', 'foreign'],
    ['Le Divorce', 'foreign'],
    ['Mimi wo Sumaseba', 'foreign'],
    ['Götterdämmerung', 'accented'],
    ['Pokémon: The First Movie', 'accented'],
    ['宇多田ヒカル', 'other-script'],
    ['Война и мир', 'other-script'],
    ['Dune', 'unclear'],
    ['1984', 'unclear'],
    ['', 'unclear'],
    ['Les Misérables of the World', 'accented'],
  ])('of "%s" is %s', (title, language) => {
    expect(titleLanguage(title)).toBe(language);
  });
});

describe('titles by language', () => {
  const items = ['The Trial', 'Der Prozess', 'Dune', 'Emma'].map((title, index): LibraryItem => ({
    ...BLANK_FACTS,
    id: itemId(String(index)),
    kind: 'book',
    title,
  }));
  const one: Case = {
    id: 'c',
    variant: 'share',
    events: [],
    candidates: 'all',
    relevant: [],
    exclude: [],
    cluster: 'f',
  };
  const prepared: Prepared = {
    question: { caseId: 'c', events: [], candidates: Int32Array.of(0, 1, 2, 3) },
    relevant: Uint8Array.of(1, 1, 0, 0),
  };
  const watched = (times: number): TitleLanguages => {
    const languages = new TitleLanguages(items);
    for (let time = 0; time < times; time += 1)
      languages.observe(
        'share',
        'handpicked',
        [{ mode: 'warm', crowd: 'off' }],
        one,
        prepared,
        Float64Array.of(9, 2, 2, Number.NaN),
      );
    return languages;
  };

  it('are measured against all that is not relevant, ties counted half, and not against each other', () => {
    expect(
      watched(MIN_CASES)
        .series()
        .map(({ metric, values }) => [metric, values[0]]),
    ).toEqual([
      ['auc-of-english', 1],
      ['auc-of-foreign', 0.75],
    ]);
  });

  it('say nothing on few cases', () => {
    expect(watched(MIN_CASES - 1).series()).toEqual([]);
  });
});
