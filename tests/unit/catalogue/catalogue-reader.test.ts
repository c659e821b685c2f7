import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../../renderer/src/domain/catalogue';
import { AppError } from '../../../renderer/src/domain/errors';
import { openCatalogue, readCatalogue, type CataloguePart } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue, writeCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { storedShare } from '../../../renderer/src/catalogue/format/columns';
import { anyEntry } from '../../fixtures/catalogue-entries';
import { catalogueEntry } from '../../fixtures/catalogue-entry';

const SMALL = [
  catalogueEntry({
    title: 'Harbour Lights',
    aliases: ['Гавань', 'Hafenlichter'],
    creators: ['Ida Holm', 'Bo Lind'],
    cast: ['Cy Reed'],
    year: 1987,
    tags: ['drama', 'family'],
    length: 103,
    identifiers: { imdb: 'tt93021', letterboxd: 'harbour-lights' },
    popularity: 1,
    crowd: { rating: 0.5, count: 1200 },
    sources: ['one', 'two'],
  }),
  catalogueEntry({ kind: 'book', title: 'The Salt Almanac: A Novel', creators: ['Ada Quill'], year: -44 }),
];

const allOf = (part: CataloguePart): readonly CatalogueEntry[] =>
  Array.from({ length: part.size }, (_unused, number) => part.entry(number));

describe('readCatalogue', () => {
  it('gives back what was written, famous first', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), (entries) => {
        const ranked = [...entries].sort((left, right) => storedShare(right.popularity) - storedShare(left.popularity));
        expect(allOf(readCatalogue(writeCatalogue(entries)))).toEqual(ranked);
      }),
    );
  });

  it('keeps shares to a sixty-thousandth', () => {
    const [entry] = allOf(openCatalogue(packCatalogue([catalogueEntry({ popularity: 0.1234567 })])));
    expect(entry?.popularity).toBeCloseTo(0.1234567, 4);
  });

  const file = writeCatalogue(SMALL);
  const packed = packCatalogue(SMALL);
  const written = allOf(readCatalogue(file));

  it('refuses a file with any byte changed, or reads the same', () => {
    for (let place = 0; place < file.length; place += 1)
      for (const change of [0x01, 0x80, 0xff]) {
        const other = Uint8Array.from(file, (byte, index) => (index === place ? byte ^ change : byte));
        expectRefusedOr(() => {
          expect(allOf(readCatalogue(other))).toEqual(written);
        });
      }
  });

  it('refuses a file that ends early, at every byte', () => {
    for (let length = 0; length < file.length; length += 1)
      expect(() => readCatalogue(file.subarray(0, length))).toThrow(AppError);
  });

  // Behind the check sum: a file that somebody made so.
  it('never reads past its columns, whatever stands in them', () => {
    for (let place = 0; place < packed.length; place += 1)
      for (const change of [0x01, 0x80, 0xff]) {
        const other = Uint8Array.from(packed, (byte, index) => (index === place ? byte ^ change : byte));
        expectRefusedOr(() => {
          for (const entry of allOf(openCatalogue(other))) {
            expect(entry.kind).not.toBe('');
            expect(entry.sources).toHaveLength(entry.title === 'Harbour Lights' ? 2 : entry.sources.length);
          }
        });
      }
  });

  it.each([
    ['of a newer program', 4, 2, 'catalogue-incompatible', /newer version of this program/],
    ['of an older program', 4, 0, 'catalogue-incompatible', /older version of this program/],
    ['that is something else', 0, 0, 'catalogue-damaged', /no catalogue/],
  ])('refuses a file %s', (_name, place, value, code, sentence) => {
    const other = packed.slice();
    new DataView(other.buffer).setUint32(place, value, true);
    const refusal = refusalOf(() => openCatalogue(other));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(sentence);
  });
});

function refusalOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Any other error than a refusal fails. */
function expectRefusedOr(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toMatch(/^catalogue-/);
  }
}
