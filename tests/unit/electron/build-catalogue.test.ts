import { describe, expect, it } from 'vitest';
import { spdxOf, termsOf } from '../../../electron/cli/catalogue/source-folders';

describe('what a source allows', () => {
  it.each([
    ['yes', 'MIT', { terms: 'open', crowd: true }],
    [
      'yes (facts; not extracts.jsonl.gz)',
      'MIT (text itself comes from Wikipedia: CC BY-SA)',
      { terms: 'open', crowd: true },
    ],
    ['yes, without crowd', 'MIT', { terms: 'open', crowd: false }],
    ['yes (share-alike, credit)', 'CC BY-SA 4.0', { terms: 'share-alike', crowd: true }],
    ['yes', 'CC BY-SA 4.0', { terms: 'share-alike', crowd: true }],
    ['no', 'MIT', null],
    ['no: measuring', 'none stated', null],
    ['NO: measuring and id mapping in training only', 'GroupLens, no redistribution', null],
    // Whatever its sheet says: a licence that is not known allows nothing.
    ['yes', 'none stated (Kaggle origin)', null],
    ['yes', 'AGPL-3.0 for the table', null],
  ])('where its sheet says %j and %j', (ship, licence, terms) => {
    expect(termsOf({ ship, licence })).toEqual(terms);
  });

  it('licences go by their SPDX names', () => {
    expect(spdxOf('BSD 2-Clause')).toBe('BSD-2-Clause');
    expect(spdxOf('CC BY 4.0 (README line 7)')).toBe('CC-BY-4.0');
  });
});
