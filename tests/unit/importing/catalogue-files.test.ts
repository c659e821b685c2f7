import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { catalogueFileKind } from '../../../renderer/src/importing/catalogue-files';
import { catalogueEntry } from '../../fixtures/catalogue-entry';
import { catalogueFiles } from '../../fixtures/catalogue-files';

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const RATINGS = 'tconst\taverageRating\tnumVotes\n';
const BASICS = 'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n';
/** Larger than what is read of it, and not to be packed small. */
const long = (header: string): string =>
  header +
  Array.from({ length: 40_000 }, (_unused, row) => `tt${String(row * 7919)}\t7.${String(row % 10)}`).join('\n');
const FILES = catalogueFiles({ 'catalogue.bin': [catalogueEntry()] });

describe('files for the catalogue', () => {
  it.each<readonly [string, string, Uint8Array<ArrayBuffer>, string | null]>([
    ['IMDb’s votes, packed', 'a.gz', gzipSync(encoded(long(RATINGS))), 'imdb-ratings'],
    ['IMDb’s titles, packed', 'b.gz', gzipSync(encoded(long(BASICS))), 'imdb-basics'],
    ['IMDb’s titles, unpacked', 'b.tsv', encoded(long(BASICS)), 'imdb-basics'],
    ['a few of IMDb’s titles', 'b.gz', gzipSync(encoded(BASICS)), 'imdb-basics'],
    ['IMDb’s directors', 'c', encoded('tconst\tdirectors\twriters\n'), 'imdb-crew'],
    ['IMDb’s names', 'd', encoded('nconst\tprimaryName\tbirthYear\n'), 'imdb-names'],
    ['another table of IMDb’s', 'e', encoded('tconst\tparentTconst\tseasonNumber\n'), 'imdb-other'],
    ['a catalogue’s manifest', 'm', new Uint8Array(FILES['manifest.json'] ?? []), 'catalogue'],
    ['a catalogue’s file', 'catalogue.bin', new Uint8Array(FILES['catalogue.bin'] ?? []), 'catalogue'],
    [
      'a catalogue’s zip',
      'x',
      new Uint8Array(zipSync({ 'built/manifest.json': new Uint8Array(), 'built/catalogue.bin': new Uint8Array() })),
      'catalogue',
    ],
    ['another zip', 'x.zip', new Uint8Array(zipSync({ 'ratings.csv': new Uint8Array() })), null],
    ['a damaged zip', 'x.zip', encoded('PK\u0003\u0004 and no more'), null],
    ['IMDb’s ratings of one person', 'ratings.csv', encoded('Const,Your Rating,Date Rated,Title\n'), null],
    ['another packed file', 'a.gz', gzipSync(encoded('title,year\n')), null],
    ['a broken packed file', 'a.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3), null],
    ['a list', 'list.json', encoded('{"schemaVersion":1}'), null],
    ['nothing', 'empty', new Uint8Array(), null],
  ])('are known by their content: %s', async (_what, name, bytes, kind) => {
    expect(await catalogueFileKind(new File([bytes], name))).toBe(kind);
  });
});
