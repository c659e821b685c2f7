import { gzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';

/** An invented export of one source, in the form of its fixture, with as many records as wanted. */
export interface SourceFile {
  /** The id of the source; 'csv' for a table that no source claims, read by the guess of its columns. */
  readonly source: string;
  /** Of the file: "goodreads.csv". */
  readonly name: string;
  /** The file in parts, so that no text of a million rows is made in one piece. */
  readonly parts: (rows: number) => Iterable<string>;
  /** How the parts are packed; left out: not at all. */
  readonly pack?: (bytes: Uint8Array) => Uint8Array;
  /** A parser of the bare form that is given the whole unpacked text at once; null: there is none to compare with. */
  readonly plain: { readonly name: string; readonly records: (text: string) => number } | null;
}

const PART = 1_000;

function* inParts(head: string, record: (index: number) => string, rows: number, foot = ''): Generator<string> {
  yield head;
  for (let from = 0; from < rows; from += PART)
    yield Array.from({ length: Math.min(PART, rows - from) }, (_unused, place) => record(from + place)).join('');
  yield foot;
}

const of =
  (head: string, record: (index: number) => string, foot = '') =>
  (rows: number): Iterable<string> =>
    inParts(head, record, rows, foot);

/** A JSON array: values with a comma before all but the first. */
const arrayOf = (head: string, value: (index: number) => unknown, foot: string) =>
  of(head, (index) => `${index === 0 ? '' : ',\n'}${JSON.stringify(value(index))}`, foot);

const papaparse = (delimiter: string): SourceFile['plain'] => ({
  name: 'papaparse',
  records: (text) => Papa.parse<string[]>(text, { delimiter }).data.length,
});
const jsonParse: SourceFile['plain'] = {
  name: 'JSON.parse',
  records: (text) => Object.keys(JSON.parse(text) as object).length,
};

const two = (number: number): string => String(number).padStart(2, '0');
const day = (index: number): string => `20${two(10 + (index % 14))}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
const title = (index: number): string => `Reed ${String(index)} and the ${index % 3 === 0 ? 'Salt' : 'Glass'} Harbour`;
/** Twelve plays in a row are of one album, and nobody hears all that there are. */
const album = (index: number): number => Math.floor(index / 12) % 4000;
const maker = (index: number): string => `Ann${String(index % 900)} Vole${String(index % 70)}`;

export const SOURCE_FILES: readonly SourceFile[] = [
  {
    source: 'goodreads',
    name: 'goodreads_library_export.csv',
    parts: of(
      'Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies\n',
      (index) =>
        `${String(1000 + index)},"${title(index)} (Caravan, #${String(1 + (index % 9))})",${maker(index)},"Vole, Ann",,"=""""","=""""",${String(index % 6)},3.91,Fen,Paperback,${String(100 + (index % 400))},2001,${String(1950 + (index % 70))},${day(index).replaceAll('-', '/')},2024/01/02,"sea, own-kindle",,read,,,,1,0\n`,
    ),
    plain: papaparse(','),
  },
  {
    source: 'letterboxd',
    name: 'letterboxd-ann-2026.zip',
    parts: of(
      'Date,Name,Year,Letterboxd URI,Rating\r\n',
      (index) =>
        `${day(index)},"${title(index)}",${String(1950 + (index % 70))},https://boxd.it/${index.toString(36)},${String(0.5 + (index % 10) / 2)}\r\n`,
    ),
    pack: (bytes) => zipSync({ 'ratings.csv': bytes }, { level: 1 }),
    plain: papaparse(','),
  },
  {
    source: 'imdb',
    name: 'ratings.csv',
    parts: of(
      'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors\n',
      (index) =>
        `tt${String(1_000_000 + index)},${String(1 + (index % 10))},${day(index)},"${title(index)}","${title(index)}",https://www.imdb.com/title/tt${String(1_000_000 + index)},Movie,7.1,${String(80 + (index % 60))},${String(1950 + (index % 70))},"Drama, War",561,${day(index)},${maker(index)}\n`,
    ),
    plain: papaparse(','),
  },
  {
    source: 'netflix',
    name: 'NetflixViewingHistory.csv',
    parts: of(
      'Title,Date\n',
      (index) =>
        `"${index % 4 === 0 ? title(index) : `Series ${String(index % 3000)}: Season ${String(1 + (index % 5))}: Part ${String(index)}`}","${String(1 + (index % 12))}/${String(1 + (index % 28))}/21"\n`,
    ),
    plain: papaparse(','),
  },
  {
    source: 'myanimelist',
    name: 'animelist.xml.gz',
    parts: of(
      '<?xml version="1.0" encoding="UTF-8" ?>\n<myanimelist>\n<myinfo><user_export_type>1</user_export_type></myinfo>\n',
      (index) =>
        `<anime>\n<series_animedb_id>${String(1 + index)}</series_animedb_id>\n<series_title><![CDATA[${title(index)}]]></series_title>\n<series_type>TV</series_type>\n<series_episodes>12</series_episodes>\n<my_watched_episodes>12</my_watched_episodes>\n<my_start_date>0000-00-00</my_start_date>\n<my_finish_date>${day(index)}</my_finish_date>\n<my_score>${String(index % 11)}</my_score>\n<my_status>Completed</my_status>\n<my_comments><![CDATA[]]></my_comments>\n<my_times_watched>0</my_times_watched>\n<my_tags><![CDATA[]]></my_tags>\n</anime>\n`,
      '</myanimelist>\n',
    ),
    pack: (bytes) => gzipSync(bytes, { level: 1, mtime: 0 }),
    plain: null,
  },
  {
    source: 'anilist',
    name: 'anilist.json',
    // Lists of a thousand: one of a hundred thousand is longer than any value may be.
    parts: of(
      '{"data":{"MediaListCollection":{"lists":[{"name":"All","entries":[',
      (index) =>
        `${index === 0 ? '' : index % 1000 === 0 ? ']},{"name":"More","entries":[' : ',\n'}${JSON.stringify({
          status: 'COMPLETED',
          score: 10 * (index % 11),
          progress: 12,
          media: {
            id: 1 + index,
            idMal: 1 + index,
            type: 'ANIME',
            title: { romaji: title(index), english: null },
            startDate: { year: 1990 + (index % 30) },
          },
        })}`,
      ']}]}}}',
    ),
    plain: jsonParse,
  },
  {
    source: 'spotify',
    name: 'Streaming_History_Audio_2023.json',
    parts: arrayOf(
      '[',
      (index) => ({
        ts: `${day(index)}T20:15:01Z`,
        platform: 'Android',
        ms_played: 201_000,
        master_metadata_track_name: `Song ${String(index)}`,
        master_metadata_album_artist_name: `The Reeds ${String(album(index) % 900)}`,
        master_metadata_album_album_name: `Mill Songs ${String(album(index))}`,
        spotify_track_uri: `spotify:track:${String(index).padStart(22, '0')}`,
        episode_name: null,
        episode_show_name: null,
        reason_start: 'clickrow',
        reason_end: 'trackdone',
        skipped: false,
      }),
      ']',
    ),
    plain: jsonParse,
  },
  {
    source: 'trakt',
    name: 'ratings-movies.json',
    parts: arrayOf(
      '[',
      (index) => ({
        rated_at: `${day(index)}T20:11:00.000Z`,
        rating: 1 + (index % 10),
        type: 'movie',
        movie: {
          title: title(index),
          year: 1950 + (index % 70),
          ids: {
            trakt: 1 + index,
            slug: `reed-${String(index)}`,
            imdb: `tt${String(1_000_000 + index)}`,
            tmdb: 1 + index,
          },
        },
      }),
      ']',
    ),
    plain: jsonParse,
  },
  {
    source: 'librarything',
    name: 'librarything.tsv',
    parts: of(
      'Book Id\tTitle\tSort Character\tPrimary Author\tPrimary Author Role\tSecondary Author\tSecondary Author Roles\tPublication\tDate\tReview\tRating\tComment\tPrivate Comment\tSummary\tMedia\tPhysical Description\tPage Count\tDate Read\tTags\tCollections\tLanguages\tISBN\tISBNs\tSubjects\tEntry Date\tWork id\n',
      (index) =>
        `${String(1 + index)}\t${title(index)}\t1\tVole${String(index % 70)}, Ann${String(index % 900)}\t\t\t\tFen (2001)\t2001\t\t${String((index % 10) / 2)}\t\t\t\tPaper Book\t\t212 \t[${day(index)}]\tsea, loft\tYour library\tEnglish\t[]\t\tTides|Tides > Fiction\t[${day(index)}]\t${String(90_000 + index)}\n`,
    ),
    plain: papaparse('\t'),
  },
  {
    source: 'librarything',
    name: 'librarything.json',
    parts: of(
      '{',
      (index) =>
        `${index === 0 ? '' : ',\n'}"${String(1 + index)}": ${JSON.stringify({
          books_id: String(1 + index),
          title: title(index),
          primaryauthor: maker(index),
          authors: [{ lf: 'Vole, Ann', fl: maker(index), role: 'Author' }],
          date: '2001',
          rating: 4,
          collections: ['Your library'],
          tags: ['sea'],
          workcode: String(90_000 + index),
          entrydate: day(index),
        })}`,
      '}',
    ),
    plain: jsonParse,
  },
  {
    source: 'boardgamegeek',
    name: 'collection.csv',
    parts: of(
      'objectname,objectid,rating,numplays,weight,own,fortrade,want,wanttobuy,wanttoplay,prevowned,preordered,wishlist,wishlistpriority,wishlistcomment,comment,conditiontext,average,rank,numowned,originalname,playingtime,yearpublished,itemtype\n',
      (index) =>
        `"${title(index)}","${String(1 + index)}","${String(1 + (index % 10))}","3","0","1","0","0","0","0","0","0","0","3","","good, for two","","6.69887","1156","30258","${title(index)}","20","${String(1980 + (index % 40))}","standalone"\n`,
    ),
    plain: papaparse(','),
  },
  {
    source: 'lastfm',
    name: 'recenttracks-ann-1719960000.csv',
    parts: of(
      'uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n',
      (index) =>
        `${String(1_719_960_000 - 300 * index)},"02 Jul 2024, 22:40",The Reeds ${String(album(index) % 900)},,Mill Songs ${String(album(index))},,Song ${String(index)},\n`,
    ),
    plain: papaparse(','),
  },
  {
    source: 'bookmarks',
    name: 'bookmarks.html',
    parts: of(
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3 ADD_DATE="1600000000">Ovens</H3>\n<DL><p>\n',
      (index) =>
        `<DT><A HREF="https://kiln${String(index % 5000)}.example/${String(index)}" ADD_DATE="${String(1_600_000_000 + index)}">${title(index)} &amp; Clay</A>\n`,
      '</DL><p>\n</DL><p>\n',
    ),
    plain: null,
  },
  {
    source: 'kindle',
    name: 'My Clippings.txt',
    parts: of(
      '',
      (index) =>
        `${title(Math.floor(index / 8))} (${maker(Math.floor(index / 8))})\r\n- Your Highlight on page ${String(index % 300)} | Location ${String(10 * index)}-${String(10 * index + 5)} | Added on Thursday, December 7, 2023 2:00:59 AM\r\n\r\nA road is a promise, she said, number ${String(index)}.\r\n==========\r\n`,
    ),
    plain: null,
  },
  {
    source: 'google-places',
    name: 'Want to go.csv',
    parts: of(
      'Title,Note,URL,Tags,Comment\n',
      (index) =>
        `${title(index)},,"https://www.google.com/maps/place/Reed/data=!4m2!3m1!1s0x${(0x1000_0000 + index).toString(16)}:0x${(0x2000_0000 + index).toString(16)}",,\n`,
    ),
    plain: papaparse(','),
  },
  {
    source: 'csv',
    name: 'cellar.csv',
    parts: of(
      'Wine,Winery,Vintage,My score,Tasted on,Notes\n',
      (index) =>
        `"${title(index)}",${maker(index)},${String(1990 + (index % 30))},${String(60 + (index % 40))},${day(index)},"round, with salt"\n`,
    ),
    plain: papaparse(','),
  },
];
