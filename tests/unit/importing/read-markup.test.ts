import { expect, it } from 'vitest';
import { textFile } from '../../fixtures/exports/files';
import { analysed } from './sources/analysed';

const FILES = {
  'a list of MyAnimeList': [
    'animelist.xml',
    `<?xml version="1.0"?>
<myanimelist><myinfo><user_export_type>1</user_export_type></myinfo>
<anime><series_animedb_id>1</series_animedb_id><series_title>Salt</series_title>
<my_score>lovely</my_score><my_finish_date>one evening</my_finish_date><my_status>asleep</my_status></anime>
</myanimelist>`,
    ['my_finish_date', 'my_score', 'my_status'],
  ],
  'a collection of BoardGameGeek': [
    'collection.xml',
    `<?xml version="1.0"?>
<items totalitems="1"><item objecttype="thing" objectid="3" subtype="boardgame"><name>Salt</name>
<yearpublished>soon</yearpublished><stats playingtime="an evening"><rating value="lovely"/></stats></item></items>`,
    ['playingtime', 'rating', 'yearpublished'],
  ],
  'a book of Calibre': [
    'metadata.opf',
    `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Salt</dc:title><dc:creator>Ann Vole</dc:creator>
<meta name="calibre:rating" content="lovely"/><meta name="calibre:timestamp" content="one evening"/>
</metadata></package>`,
    ['calibre:rating', 'calibre:timestamp'],
  ],
  'a library of iTunes': [
    'Library.xml',
    `<?xml version="1.0"?>
<plist version="1.0"><dict><key>Library Persistent ID</key><string>1</string><key>Tracks</key><dict>
<key>1</key><dict><key>Track ID</key><integer>1</integer><key>Name</key><string>Salt</string>
<key>Artist</key><string>Ann Vole</string><key>Album</key><string>Reed</string>
<key>Play Count</key><integer>4</integer><key>Date Added</key><string>one evening</string></dict></dict></dict></plist>`,
    ['Date Added'],
  ],
} as const;

it.each(Object.entries(FILES))(
  'counts what it cannot read in %s, by its name',
  async (_what, [name, text, columns]) => {
    const { rows, unreadCells } = await analysed([textFile(name, text)]);
    expect(rows).toHaveLength(1);
    expect(Object.fromEntries(unreadCells.map(({ column, count }) => [column, count]))).toEqual(
      Object.fromEntries(columns.map((column) => [column, 1])),
    );
  },
);
