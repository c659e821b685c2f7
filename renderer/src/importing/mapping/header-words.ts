import { ITEM_FIELDS } from '../../domain/item-fields/item-fields';
import { foldLetters } from '../../domain/fold-letters';
import type { DateOrder } from '../cells/cell-dates';
import { cleanCell } from '../cells/cell-values';
import { isPlainColumn, type CsvField, type OwnReaderColumn } from './csv-fields';

/** "Finished (dd/mm/yyyy)", in English, German, French or Dutch. */
const DAY_FORM = /\s*[([](?:[dtjm]{1,2}|[yja]{2,4})(?:[/.\s-](?:[dtjm]{1,2}|[yja]{2,4})){2}[)\]]/iu;

/** The order that a header states; null: it states none. */
export function orderOfHeader(header: string): DateOrder | null {
  const form =
    DAY_FORM.exec(header)?.[0]
      .toLowerCase()
      .replace(/[^a-z]/gu, '') ?? '';
  if (form === '') return null;
  return form.startsWith('m') ? 'month-first' : /^(?:y|j{3}|a)/u.test(form) ? 'year-first' : 'day-first';
}

/**
 * A header as it is compared: lower case, "watchedAt" and "watched_at" as "watched at".
 */
export const headerWords = (header: string): string =>
  cleanCell(header)
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{2})(?=\p{Lu}{2})/gu, ' ')
    .toLowerCase()
    .replace(DAY_FORM, '')
    .replace(/[_.\s]+/gu, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/[:*?]+$/u, '')
    .trim();

/** Words of which a header may consist, best first, between bars; the whole header is compared before a part of it. */
const OWN_HEADER_WORDS: Readonly<Record<OwnReaderColumn, string>> = {
  title: `title | name | objectname | track name | track | song title | song | book title | movie title |
    film title | game title | booktitle | book name | bookname | movietitle | filmname | moviename | gamename |
    showname | seriesname | albumname | trackname | movie name | film name | game name | show title | series title |
    album title | full title | episode title | titles | movie | film | game | book | titel | name des spiels |
    titre | titolo | título | titulo | tytuł | naslov | název | názov | cím | titlu | başlık | τίτλος | название |
    назва | заглавие | nombre | nom | nome | naam | navn | namn | otsikko | nimi | タイトル | 作品名 | 書名 | 題名 | 曲名 | 名前 |
    名稱 | 标题 | 標題 | 书名 | 片名 | 名称 | 제목 | 작품명 | 이름 | item name | show | anime | manga | comic | podcast | recipe |
    wine | beer | beer name | bier | whisky | whiskey | restaurant | place | article | headline | product | item |
    album | release | work | livro | könyv | buch | buchtitel | livre | libro | boek | boektitel | bok | bog |
    kirja | książka | kniha | kitap | kitap adı | книга | фильм | filme | película | pelicula | spiel | jeu |
    juego | gioco | jogo | игра`,
  creators: `authors | author | primary author | creator | creators | artist | artists | artist name |
    artist name(s) | directors | director | designer | designers | developers | developer | studio | band | writer |
    writers | maker | autor | autoren | autor in | autor/in | verfasser | regie | regisseur | künstler | interpret |
    auteur | auteurs | réalisateur | artiste | diretor | regia | reżyseria | režie | autore | autori | regista |
    artista | autora | autores | schrijver | regisseur | författare | forfatter | forfattere | kirjailija | tekijä |
    autorzy | reżyser | režisér | szerző | rendező | regizor | yazar | yönetmen | sanatçı | συγγραφέας |
    σκηνοθέτης | автор | авторы | режиссер | режиссёр | исполнитель | режисер | 著者 | 作者 | 監督 | 导演 | 歌手 | アーティスト |
    저자 | 감독 | author text | winery | producer | brewery | by`,
  length: `number of pages | page count | pages | num pages | pagecount | seitenzahl | seiten | anzahl seiten |
    runtime (mins) | runtime | running time | laufzeit | playingtime | playing time | spieldauer |
    track duration (ms) | duration (ms) | duration ms | duration | dauer | durée | durata | duración | total time |
    totaltime | length (minutes or pages) | length | minutes | nombre de pages | páginas | número de páginas |
    pagine | páginas | sider | sivut | strony | oldal | страниц | страницы | 页数 | ページ数`,
  kind: `kind | type | media type | mediatype | item type | title type | category | lot | art | medium | medientyp |
    typ | tipo | type de média | soort | tyyppi | typ mediów | türü | тип | вид | категория | 種類 | 类型 | 유형 |
    format | media | binding | einband`,
  rating: `my rating | your rating | own rating | mine | my score | your score | user rating | user score |
    personal rating | star rating | rating | rating value | score | stars | grade | rate | rating (1 10) |
    meine bewertung | eigene bewertung | schulnote | bewertung | punkte | sterne | wertung | ma note |
    note personnelle | note /5 | note sur 5 | évaluation | note | mio voto | voto | valutazione | mi puntuación |
    puntuación | puntuacion | calificación | calificacion | valoración | minha nota | avaliação | nota |
    waardering | beoordeling | cijfer | mitt betyg | betyg | karakter | vurdering | terningkast | arvosana | arvio |
    ocena | moja ocena | hodnocení | hodnotenie | értékelés | puan | puanım | βαθμολογία | моя оценка | оценка |
    рейтинг | оцінка | 評価 | 点数 | 我的评分 | 评分 | 評分 | 내 평점 | 평점 | 별점`,
  liked: `favorite | favourite | favorited | is favorite | is favourite | liked | loved | like | love | heart |
    hearted | ❤ | favorit | lieblingsbuch | lieblingsfilm | gefällt mir | favori | coup de cœur | j'aime |
    favorito | favorita | me gusta | preferito | preferita | mi piace | favoriet | ulubione | oblíbené | любимое |
    избранное | нравится | お気に入り | 喜欢`,
  status: `status | read status | completion status | game status | book status | reading status | watch status |
    play status | my status | exclusive shelf | shelf | state | progress status | lesestatus | stand | statut |
    état | estado | stato | situação | tila | stan | stav | állapot | durum | κατάσταση | статус | ステータス | 状態 | 状态 |
    상태 | 观看状态 | 阅读状态 | 收藏状态 | read | watched | seen | played | visited | tried | finished | completed | gelesen |
    gesehen | gespielt | lu | vu | joué | leído | visto | jugado | letto | lido | gelezen | gezien | läst | sett |
    læst | lest`,
  finishedAt: `date read | last date read | read date | read at | read on | date finished | finished at |
    finished on | finished | finish date | end date | enddate | watched date | date watched | watched at |
    watched on | last watched | last watched at | date seen | seen on | date viewed | completion date |
    date completed | completed at | completed on | completed | completed date | last played | date played |
    played on | last activity | my finish date | finish | date listened | ended reading on | finished reading on |
    finished reading | ended on | date ended | reading ended | gelesen am | gesehen am | beendet am | gespielt am |
    abgeschlossen am | lesedatum | gelesen | date de lecture | lu le | vu le | date de visionnage | terminé le |
    data lettura | data di lettura | data visione | letto il | visto il | fecha de lectura | leído el |
    fecha de visionado | visto el | data de leitura | lido em | visto em | assistido em | datum gelezen |
    gelezen op | gezien op | läst datum | läst den | sett datum | læst den | lest dato | luettu |
    data przeczytania | przeczytane | data obejrzenia | přečteno | dočteno | elolvasva | data citirii |
    okuma tarihi | izleme tarihi | ημερομηνία ανάγνωσης | дата прочтения | прочитано | дата просмотра |
    просмотрено | дата прочитання | 読了日 | 視聴日 | 鑑賞日 | 阅读日期 | 观看日期 | 看过日期 | 읽은 날짜 | 본 날짜 | date read (yyyy/mm/dd) |
    year read | read year | year finished | year completed | year watched | year played | lesejahr |
    année de lecture | año de lectura | año de visionado | ano de leitura | anno di lettura | date visited |
    visited on | last visited | besucht am | visited | watched | read | seen | played | gesehen | gespielt | vu |
    lu | visto | leído | letto | lido | gelezen | gezien`,
  addedAt: `date added | added | added on | added at | entry date | time added | created | created at |
    date created | date saved | saved at | saved on | added date | liked at | liked date | date liked | listed at |
    date | uts | utc time | played at | timestamp | ts | time | zeitstempel | tijdstempel | horodateur |
    marca temporal | carimbo de data/hora | informazioni cronologiche | sygnatura czasowa | tidsstämpel |
    tidsstempel | отметка времени | タイムスタンプ | 时间戳记 | 时间戳 | 타임스탬프 | hinzugefügt | hinzugefügt am | erstellt |
    erstellt am | eintragsdatum | datum | date d'ajout | ajouté le | data aggiunta | aggiunto il |
    fecha de adición | fecha añadido | añadido el | fecha | adicionado em | data | toegevoegd | toegevoegd op |
    tillagd | tilføjet | lagt til | lisätty | data dodania | dodano | přidáno | hozzáadva | adăugat |
    eklenme tarihi | tarih | дата добавления | добавлено | дата | додано | 追加日 | 登録日 | 日付 | 添加日期 | 收藏日期 | 标记日期 |
    标记时间 | 创建时间 | 添加时间 | 日期 | 날짜`,
  ratedAt: `date rated | your rating date | rated | rated at | rated on | rating date | rating timestamp |
    bewertet am | noté le | votato il | fecha de puntuación | fecha de voto | fecha de votación | data oceny |
    datum hodnocení | date de notation | bewertungsdatum | data voto | дата оценки | 评分日期`,
  series: `series | series name | series title | saga | franchise | reihe | buchreihe | serie | série | collana |
    reeks | seria | sarja | cyklus | sorozat | dizi | σειρά | серия | цикл | серія | シリーズ | 系列 | 丛书 | 시리즈`,
  seriesNumber: `series index | series number | series position | position in series | number in series |
    no in series | series order | series # | series no | book number | book # | volume number | volume | vol |
    issue | band | bandnummer | teil | tome | tomo | volumen | deel | del | tom | díl | kötet | cilt | том | 巻 | 卷`,
  isbn: 'isbn13 | isbn 13 | isbn/uid | isbns | isbn | isbn10 | isbn 10 | ean',
  isbn10: 'isbn10 | isbn 10 | isbn | isbns',
  imdb: 'const | imdb id | imdbid | imdb | tconst | imdb url | imdb link',
  crowdRating: `average rating | average | imdb rating | avg rating | community rating | community score |
    mean rating | mean score | global rating | public rating | critic score | critics score | critic rating |
    metascore | metacritic | metacritic score | imdb score | vote average | durchschnittliche bewertung |
    durchschnitt | note moyenne | voto medio | puntuación media | valoración media | nota média |
    gemiddelde waardering | средняя оценка | средний рейтинг | 平均評価 | 平均分 | 豆瓣评分 | 평균 평점`,
  crowdCount: `num votes | votes | voters | raters | 评价人数 | 评分人数 | 評価人数 | vote count | ratings count | usersrated |
    numowned | number of ratings | rating count | number of votes | ratings | num ratings | review count |
    reviews count | avaliações | avaliacoes | anzahl bewertungen | nombre de votes | numero di voti |
    número de votos`,
};

/** "puntuación" and "puntuacion": names of columns are often written without the marks over letters. */
const withPlain = (word: string): readonly string[] => {
  const plain = foldLetters(word);
  return plain === word || !/^[a-z]/u.test(plain) ? [word] : [word, plain];
};
const listed = (words: string): readonly string[] =>
  words.split('|').flatMap((word) => withPlain(headerWords(word.trim())));

const OWN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(OWN_HEADER_WORDS).map(([field, words]) => [field, listed(words)]),
);

/** The words for a field, best first. */
export const wordsFor = (field: CsvField): readonly string[] =>
  isPlainColumn(field)
    ? ITEM_FIELDS[field].imported.column.headers.flatMap((word) => withPlain(headerWords(word)))
    : (OWN.get(field) ?? []);

/** Header words that tell the kind of all rows of a file; the first match wins. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:objectname|bgg\b.*|minplayers)$/u, 'board game'],
  [/^(?:beer.*|brewery.*|abv|ibu|beer(?:s|name)?)$/u, 'food'],
  [
    /^(?:isbn.*|authors?|primary author|pages|number of pages|page count|binding|book|book title|writers?|read status|date read|autor(?:en|es|a|i|e|in)?|auteurs?|verfasser|schrijver|författare|forfatter|kirjailija|autorzy|szerző|yazar|συγγραφέας|авторы?|著者|作者|저자|書名|书名|seiten(?:zahl)?|livro|libro|livre|buch|boek|kniha|ksi[aą][zż]ka|k[oö]nyv|kitap|книга|gelesen am|date de lecture|data lettura|fecha de lectura)$/u,
    'book',
  ],
  [
    /^(?:ingredients|directions|prep time|preparation ?time|recipe.*|zutaten|ingrédients|ingredienti|ingredientes|tipo (?:de )?comida|porciones|zubereitung)$/u,
    'recipe',
  ],
  [/^(?:vineyard|winery|grape|varietal|vintage|weingut|jahrgang|millésime|rebsorte)$/u, 'wine'],
  [
    /^(?:imdb.*|const|tmdb.*|directors?|runtime.*|letterboxd.*|films?|movies?|(?:film|movie) title|mpaa.*|watched date|watched at|date watched|regie|regisseur|réalisateur|regista|reżyser|režisér|rendező|yönetmen|режисс[её]р|監督|导演|감독|片名|gesehen am|date de visionnage)$/u,
    'movie',
  ],
  [/^(?:track|track name|track uri|song|song title)$/u, 'track'],
  [
    /^(?:rym album|albums?|album title|catalog#|(?:# of |number of |no of )?(?:tracks|lps|discs)|(?:jacket|sleeve|vinyl|pressing)(?: .*)?|schallplatten?|vinyle|vinilo|rpm)$/u,
    'album',
  ],
  [
    /^(?:platforms?|developers?|game|game title|playtime.*|steam.*|appid|app id|metacritic.*|konsole|plattform|plateforme|plataforma)$/u,
    'game',
  ],
  [/^(?:tv show|tv series|show title)$/u, 'series'],
  [/^(?:series ?animedb ?id|anime.*)$/u, 'anime'],
  [/^(?:podcast.*)$/u, 'podcast'],
  [/^(?:time added|article|headline)$/u, 'article'],
  // Games have publishers, too.
  [/^(?:publisher|verlag|издательство|出版社)$/u, 'book'],
  [/^(?:restaurants?|restaurant name|cuisines?)$/u, 'place'],
  [/^(?:latitude|longitude|lat|lng|lon|address|google maps url)$/u, 'place'],
];

/** @param headers as `headerWords` makes them @returns the kind, and the header that tells it */
export function kindOfHeaders(headers: readonly string[]): { readonly kind: string; readonly header: number } | null {
  for (const [pattern, kind] of KINDS) {
    const header = headers.findIndex((words) => pattern.test(words));
    if (header >= 0) return { kind, header };
  }
  return null;
}
