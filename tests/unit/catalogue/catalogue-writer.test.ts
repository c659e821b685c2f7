import { describe, expect, it } from 'vitest';
import { packCatalogue, writeCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { splitColumns } from '../../../renderer/src/catalogue/format/container';
import { decompressed } from '../../../renderer/src/catalogue/format/gzip';
import { catalogueEntry } from '../../fixtures/catalogue-entry';

const ORCHARD = catalogueEntry({ popularity: 0.2, creators: ['Ida Holm'], aliases: ['Der gläserne Garten'] });
const HARBOUR = catalogueEntry({ title: 'Harbour Lights', popularity: 0.9, creators: ['Ida Holm'], cast: ['Bo Lind'] });

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('writeCatalogue', () => {
  it('gives the same bytes for the same entries', () => {
    expect(writeCatalogue([ORCHARD, HARBOUR])).toEqual(writeCatalogue([ORCHARD, HARBOUR]));
  });

  it('unpacks to what was packed', () => {
    expect(decompressed(writeCatalogue([ORCHARD, HARBOUR]))).toEqual(packCatalogue([ORCHARD, HARBOUR]));
  });

  it('puts the famous first, and what is unknown last', () => {
    const columns = splitColumns(packCatalogue([ORCHARD, catalogueEntry({ title: 'Nobody' }), HARBOUR]));
    expect(textOf(columns.texts)).toBe('Harbour LightsThe Glass OrchardDer gläserne GartenNobody');
    expect([...columns.textCounts]).toEqual([1, 2, 1]);
  });

  it('names a person once', () => {
    expect(textOf(splitColumns(packCatalogue([ORCHARD, HARBOUR])).names)).toBe('Ida HolmBo Lind');
  });

  it('refuses what the format has no room for', () => {
    expect(() => writeCatalogue([catalogueEntry({ aliases: Array.from({ length: 255 }, String) })])).toThrow(
      RangeError,
    );
    expect(() => writeCatalogue([catalogueEntry({ title: 'x'.repeat(70_000) })])).toThrow(RangeError);
    expect(() => writeCatalogue([catalogueEntry({ year: 40_000 })])).toThrow(RangeError);
  });

  it('writes a catalogue of nothing', () => {
    expect(splitColumns(packCatalogue([])).kinds).toHaveLength(0);
  });
});
