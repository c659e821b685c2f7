import { expect, it } from 'vitest';
import { exportFile, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

const collection = () => analysed([exportFile('boardgamegeek.csv')]);

it('reads the owner’s words and plays apart from the crowd, and neither prices nor private comments', async () => {
  const analysis = await collection();
  const row = rowNamed(analysis, '¡Pozos de Sal!');
  expect(row).toMatchObject({
    kind: 'board game',
    originalTitle: 'Salt Wells',
    year: null,
    length: 20,
    ownRating: 0.75,
    crowd: { rating: 0.6699, count: 30_258 },
    shelves: ['owned'],
    status: 'finished',
    plays: 13,
    note: 'Losetas, <rápido> y bonito\npara dos',
    privateNote: null,
  });
  expect(JSON.stringify(analysis.rows)).not.toMatch(/hidden here|flea market/);
});

it('0 is unrated and unranked; a year of 0 is none, one before Christ is one', async () => {
  const analysis = await collection();
  expect(rowNamed(analysis, 'Salt Wells: The Brine')).toMatchObject({
    ownRating: null,
    crowd: null,
    length: null,
    tags: ['expansion'],
    shelves: ['owned', 'for trade'],
    status: 'none',
  });
  expect(rowNamed(analysis, 'Old Go').year).toBeNull();
  expect(rowNamed(analysis, 'Ash Harbour').year).toBe(-3000);
});

it('a wish is one by its flag: everything has a priority, and the fifth says "do not buy"', async () => {
  const analysis = await collection();
  expect(rowNamed(analysis, 'Reed Traders')).toMatchObject({ status: 'wanted', note: 'for winter' });
  expect(rowNamed(analysis, 'Ash Harbour').status).toBe('none');
  expect(rowNamed(analysis, 'Tide Post').status).toBe('wanted');
});

it('several copies are one game with its plays once, and no rating is lost', async () => {
  expect(rowNamed(await collection(), 'Old Go')).toMatchObject({
    ownRating: 0.6,
    plays: 2,
    shelves: ['previously owned', 'owned'],
    note: 'second copy',
  });
});

it('reads the XML of its interface', async () => {
  const xml = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<items totalitems="2" pubdate="Fri, 08 Mar 2019 17:08:42 +0000">
  <item objecttype="thing" objectid="900001" subtype="boardgame" collid="5">
    <name sortindex="1">Salt Wells</name>
    <yearpublished>2003</yearpublished>
    <stats minplayers="2" maxplayers="4" playingtime="45" numowned="300">
      <rating value="8.5"><usersrated value="25066" /><average value="7.9" /></rating>
    </stats>
    <status own="1" prevowned="0" want="0" wanttoplay="0" wanttobuy="0" wishlist="0" preordered="0" />
    <numplays>2</numplays>
    <comment>Quick &amp; dry</comment>
  </item>
  <item objecttype="thing" objectid="900002" subtype="boardgameexpansion" collid="6">
    <name sortindex="5">The Brine</name>
    <stats><rating value="N/A"><average value="0" /></rating></stats>
    <status own="0" prevowned="0" want="0" wanttoplay="0" wanttobuy="0" wishlist="1" wishlistpriority="2" preordered="0" />
    <numplays>0</numplays>
  </item>
</items>
`;
  const analysis = await analysed([textFile('collection.xml', xml)]);
  expect(rowNamed(analysis, 'Salt Wells')).toMatchObject({
    year: 2003,
    length: 45,
    ownRating: 0.85,
    crowd: { rating: 0.79, count: 300 },
    shelves: ['owned'],
    plays: 2,
    note: 'Quick & dry',
    line: 3,
  });
  expect(rowNamed(analysis, 'The Brine')).toMatchObject({ ownRating: null, status: 'wanted', tags: ['expansion'] });
});
