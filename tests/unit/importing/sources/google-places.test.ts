import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import {
  isCoordinates,
  placeIdentifiers,
  placeNameIn,
} from '../../../../renderer/src/importing/sources/google-maps-link';
import type { ImportAnalysis } from '../../../../renderer/src/domain/imported-row';
import { exportFile, textFile } from '../../../fixtures/exports/files';

const placeFile = (name: string): ExportFile => ({ ...exportFile(`places/${name}`), name: `Takeout/Saved/${name}` });

async function analysisOf(...files: readonly ExportFile[]): Promise<ImportAnalysis> {
  const [analysis] = (await analyseFiles(files)).analyses;
  if (analysis === undefined) throw new Error('nothing was recognised');
  return analysis;
}

describe('a list of places', () => {
  it('has its header below a description, its name from its file, and places by their numbers', async () => {
    const { rows, skipped } = await analysisOf(placeFile('Lisbon.csv'));
    expect(rows).toMatchObject([
      {
        title: 'The Salt House',
        kind: 'place',
        note: 'slow, good fish\nask for Bo',
        tags: ['fish', 'late'],
        shelves: ['Lisbon'],
        identifiers: { googleMaps: '4185230965501880408' },
      },
      { title: 'Lantern', note: null },
      { title: 'Lantern', note: 'the other one' },
      { title: 'Where the swifts turn', note: null, identifiers: {} },
      { title: 'A walk by the river', kind: 'link', url: 'https://walks.example/river' },
    ]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['empty row', 'a pin on the map without a name or an address']);
  });

  it('makes one of a place in two lists, and one of them says that it is wanted', async () => {
    const { rows } = await analysisOf(placeFile('Lisbon.csv'), placeFile('Want to go.csv'));
    const [house] = rows.filter(({ title }) => title === 'The Salt House');
    expect(house).toMatchObject({ shelves: ['Lisbon', 'Want to go'], status: 'wanted' });
    expect(rows.filter(({ title }) => title === 'The Salt House')).toHaveLength(1);
    expect(rows.find(({ title }) => title === 'Mill Lane 4')?.note).toBe('with the blue door');
  });

  it('is known by its addresses where its header is in another language', async () => {
    const text =
      'Titel,Notiz,URL,Kommentar\n,,,\nSalzhaus,gut,https://www.google.de/maps/place/Salzhaus/data=!4m2!3m1!1s0x1:0x1f,\n';
    const { rows, source } = await analysisOf(textFile('Lieblingsorte.csv', text));
    expect(source).toBe('google-places');
    expect(rows).toMatchObject([{ title: 'Salzhaus', note: 'gut', liked: true, shelves: ['Lieblingsorte'] }]);
  });
});

describe('starred places', () => {
  it('are read in both spellings; a pin is called by its address or skipped', async () => {
    const { rows, skipped } = await analysisOf(placeFile('saved-places.json'));
    expect(rows).toMatchObject([
      {
        title: 'The Salt House',
        identifiers: { googleMaps: '4185230965501880408' },
        privateNote: 'Quay 6, Lisbon',
        addedAt: Date.UTC(2021, 2, 28, 0, 4, 35),
        shelves: ['Starred places'],
      },
      { title: 'Reed Lane 1', privateNote: null, identifiers: { googleMaps: '42' } },
      { title: 'Lighthouse Bakery', privateNote: 'Harbour 9' },
    ]);
    expect(skipped).toMatchObject([{ line: 2, reason: 'a pin on the map without a name or an address' }]);
  });

  it('are one with their reviews', async () => {
    const { rows } = await analysisOf(placeFile('saved-places.json'), placeFile('reviews.json'));
    expect(rows.find(({ title }) => title === 'Lighthouse Bakery')).toMatchObject({
      ownRating: 0.8,
      note: 'Rye.\nGo early.',
      status: 'finished',
      shelves: ['Starred places'],
    });
    expect(rows.find(({ title }) => title === 'Rope Museum')?.ownRating).toBe(1);
  });
});

describe('labelled places', () => {
  it('are never read, and it is said why', async () => {
    const labels = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: {}, properties: { address: 'Mill Lane 4', name: 'Home' } }],
    });
    const { analyses, unrecognised } = await analyseFiles([textFile('x.json', labels)]);
    expect(analyses).toEqual([]);
    expect(unrecognised).toMatchObject([{ reason: expect.stringContaining('never read') as unknown }]);
  });
});

describe('addresses of Google Maps', () => {
  it.each([
    ['https://www.google.com/maps/place/X/data=!4m2!3m1!1s0x4786:0xff', { googleMaps: '255' }],
    ['http://maps.google.com/?cid=13990476974401570074', { googleMaps: '13990476974401570074' }],
    ['https://maps.google.com/?q=x&ftid=0x0:0x10', { googleMaps: '16' }],
    ['https://www.google.com/maps/place/?q=place_id:ChIJabcdefghijkl', { googlePlace: 'ChIJabcdefghijkl' }],
    ['https://www.google.com/maps/place/X/data=!4m2!3m1!1s0x0:0x0', {}],
  ])('%s', (url, identifiers) => {
    expect(placeIdentifiers(url)).toEqual(identifiers);
  });

  it('hold the name of a place, or none', () => {
    expect(placeNameIn('https://www.google.com/maps/place/Caf%C3%A9+Sol/data=!4m2')).toBe('Café Sol');
    expect(placeNameIn('https://www.google.com/maps/@38.7,-9.1,15z')).toBeNull();
    expect(['52.3, 4.9', '48°51\'29.9"N 2°17\'40.2"E', '8FW4V75V+8Q'].map(isCoordinates)).toEqual([true, true, true]);
    expect(['Bar 52', 'Route 66, Mile 4.5'].map(isCoordinates)).toEqual([false, false]);
  });
});

describe('Foursquare', () => {
  it('counts check-ins; only a heart is a like, and homes stay private', async () => {
    const { rows, skipped } = await analysisOf(exportFile('places/foursquare-pages.json'));
    expect(rows).toMatchObject([
      {
        kind: 'place',
        title: 'Lamp Cafe',
        liked: true,
        plays: 1,
        tags: ['Café'],
        addedAt: Date.UTC(2016, 7, 5, 18, 11, 9),
      },
    ]);
    expect(skipped).toMatchObject([{ reason: 'a home, which stays private' }]);
  });

  it('joins the check-ins of the archive with what was liked there', async () => {
    const { rows } = await analysisOf(
      exportFile('places/foursquare-checkins1.json'),
      exportFile('places/foursquare-venueRatings.json'),
    );
    expect(rows).toMatchObject([
      { title: 'Lamp Cafe', plays: 2, liked: true, identifiers: { foursquare: 'a'.repeat(24) } },
      { title: 'Quay Bar', disliked: true },
    ]);
  });

  it('reads a bare list of check-ins, as backups through its interface are', async () => {
    const checkIn = (id: string, createdAt: number) => ({
      id,
      createdAt,
      type: 'checkin',
      shout: 'with Ana',
      venue: { id: 'b'.repeat(24), name: 'Quay Bar', categories: [{ name: 'Bar' }] },
      source: { name: 'Swarm for iOS', url: 'https://www.swarmapp.com' },
    });
    const text = JSON.stringify([checkIn('1', 1_496_001_790), checkIn('2', 1_496_101_790)]);
    const { rows } = await analysisOf(textFile('checkins.json', text));
    expect(rows).toMatchObject([{ kind: 'place', title: 'Quay Bar', plays: 2, tags: ['Bar'], note: null }]);
  });

  it('likes no place for having been there', async () => {
    const { rows } = await analysisOf(exportFile('places/foursquare-checkins1.json'));
    expect(rows).toMatchObject([{ title: 'Lamp Cafe', status: 'finished', liked: false }]);
  });
});
