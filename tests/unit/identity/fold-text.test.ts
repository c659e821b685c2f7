import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters } from '../../../renderer/src/domain/fold-letters';
import { foldWords } from '../../../renderer/src/identity/fold-text';

describe('letters', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Øresund', 'oresund'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ['Cœur', 'coeur'],
    ['Đặng', 'dang'],
    ['Þórður', 'thordur'],
    ['Kadıköy', 'kadikoy'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['ﬁnal', 'final'],
    ['C++', 'c++'],
  ])('%s is %s', (text, folded) => {
    expect(foldLetters(text)).toBe(folded.normalize('NFKD'));
  });

  it('keep marks that make another letter', () => {
    expect(foldLetters('が')).not.toBe(foldLetters('か'));
    expect(foldLetters('कि')).not.toBe(foldLetters('का'));
  });
});

describe('words', () => {
  it.each([
    ['  Pride   & Peril! ', 'pride and peril'],
    ['Spider-Moth', 'spider moth'],
    ['R&B', 'r b'],
    ['AT & T', 'at and t'],
    ['“Ocean’s” Eleven', 'oceans eleven'],
    ['❦', '❦'],
    ['!!!', '!!!'],
    ['=', '='],
    ['', ''],
  ])('of “%s” are “%s”', (text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  it('of a text in ASCII are those that it has beside other letters', () => {
    const character = fc.constantFrom(...'a B z 0 9 \' & - . ! "'.split(' '), ' ', '\t');
    const text = fc.string({ unit: character }).filter((drawn) => /[a-z0-9]/i.test(drawn));
    fc.assert(
      fc.property(text, (drawn) => {
        expect(foldWords(`${drawn} ж`)).toBe(`${foldWords(drawn)} ж`);
      }),
      { numRuns: 2000 },
    );
  });

  it('and letters: folding again changes nothing, whatever the text', () => {
    for (const fold of [foldLetters, foldWords])
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
          expect(fold(fold(text))).toBe(fold(text));
        }),
        { numRuns: 2000 },
      );
  });
});
