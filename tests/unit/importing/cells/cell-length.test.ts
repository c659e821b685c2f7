import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLength } from '../../../../renderer/src/domain/item-length';
import { type LengthMeasure, measureOfHeader, parseLength } from '../../../../renderer/src/importing/cells/cell-length';

describe('parseLength', () => {
  it.each<[string, string, LengthMeasure | null, number | null]>([
    ['320', 'book', null, 320],
    ['1,032', 'book', 'pages', 1032],
    ['1032 ', 'book', 'pages', 1032],
    ['320 pages', 'book', null, 320],
    ['88 p.', 'comic', null, 88],
    ['125', 'movie', null, 125],
    ['125', 'movie', 'minutes', 125],
    ['125 min', 'movie', null, 125],
    ['2 h 5 min', 'movie', null, 125],
    ['2h5m', 'movie', null, 125],
    ['1 hour 30 minutes', 'movie', null, 90],
    ['1.5 hours', 'movie', null, 90],
    ['1,5', 'movie', 'hours', 90],
    ['2:05:00', 'movie', null, 125],
    ['215000', 'track', 'milliseconds', 4],
    ['20000', 'track', 'milliseconds', 1],
    ['2520', 'album', 'seconds', 42],
    ['PT1H30M', 'recipe', null, 90],
    ['P0DT45M', 'recipe', null, 45],
    ['PT2700S', 'recipe', 'minutes', 45],
    ['P1DT2H', 'recipe', null, 1560],
    // Not known, or counted in what the kind is not.
    ['', 'book', 'pages', null],
    ['0', 'board game', null, null],
    ['-3', 'movie', 'minutes', null],
    ['many', 'book', 'pages', null],
    ['7 inches', 'book', null, null],
    ['1:45', 'movie', null, null],
    ['PT', 'recipe', null, null],
    ['9 h 30 min', 'book', null, null],
    ['320', 'movie', 'pages', null],
    ['320 pages', 'movie', null, null],
    ['480', 'book', 'minutes', null],
    ['999999999', 'book', 'pages', null],
  ])('%j of a %s in %s is %s', (cell, kind, measure, expected) => {
    expect(parseLength(cell, kind, measure)).toBe(expected);
  });

  it('gives a length or none, whatever the cell, and is quick to say so', () => {
    const measure = fc.constantFrom(
      null,
      'pages' as const,
      'hours' as const,
      'minutes' as const,
      'seconds' as const,
      'milliseconds' as const,
    );
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[\d.,: PTHMShmin-]{0,60}$/), fc.double().map(String));
    fc.assert(
      fc.property(cell, fc.constantFrom('book', 'movie', 'track'), measure, (text, kind, counted) => {
        const length = parseLength(text, kind, counted);
        expect(length === null || isLength(length)).toBe(true);
      }),
    );
    expect(parseLength(`1${' '.repeat(1_000_000)}x`, 'movie', null)).toBeNull();
  });

  it('reads every length that it could have been written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), (minutes) => {
        const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
        for (const text of [
          String(minutes),
          `${minutes} min`,
          `${hours} h ${rest} min`,
          `PT${hours}H${rest}M`,
          `PT${minutes}M`,
          `${hours}:${String(rest).padStart(2, '0')}:00`,
        ])
          expect(parseLength(text, 'movie', null), text).toBe(minutes);
        expect(parseLength(String(minutes * 60_000), 'movie', 'milliseconds')).toBe(minutes);
      }),
    );
  });
});

describe('measureOfHeader', () => {
  it.each<[string, LengthMeasure | null]>([
    ['Number of Pages', 'pages'],
    ['Page Count', 'pages'],
    ['Runtime (mins)', 'minutes'],
    ['Track Duration (ms)', 'milliseconds'],
    ['duration_ms', 'milliseconds'],
    ['Duration (s)', 'seconds'],
    ['Hours', 'hours'],
    ['playingtime', null],
    ['Length', null],
    ['Length (minutes or pages)', null],
    ['Seitenzahl', 'pages'],
    ['Summary', null],
  ])('%s counts %s', (header, measure) => {
    expect(measureOfHeader(header)).toBe(measure);
  });
});
