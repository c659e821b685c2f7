import { foldLetters } from '../../domain/fold-letters';

/** What a word in a column of kinds says: the kind, and what else ("Fiction" is a book, and a genre). */
export interface KindSaid {
  readonly kind: string;
  readonly tag: string | null;
}

/** Kinds, and forms in which things of one kind are sold, as exports of many languages call them; letters folded. */
const WORDS: Readonly<Record<string, string>> = {
  book: `book, books, novel, novels, novella, reading, paperback, hardcover, hardback, mass market paperback,
    trade paperback, softcover, board book, library binding, leather bound, kindle, kindle edition, nook, ebook,
    ebooks, e book, digital book, epub, pdf, audiobook, audiobooks, audio book, audio cd, audible, audible audio,
    paper book, print, print book, buch, bucher, taschenbuch, gebunden, gebundene ausgabe, horbuch, roman, livre,
    livres, broche, relie, poche, libro, libros, libri, novela, romanzo, tapa dura, tapa blanda, brossura, livro,
    livros, boek, boeken, bok, bocker, boker, bog, boger, kirja, kirjat, ksiazka, ksiazki, kniha, knihy, konyv,
    konyvek, carte, carti, kitap, kitaplar, βιβλιο, βιβλια, книга, книги, 本, 書籍, 书, 图书, 小说, 책, 도서`,
  comic: `comic, comics, comic book, comic books, graphic novel, graphic novels, manga, mangas, manhwa, manhua,
    light novel, bande dessinee, bd, fumetto, fumetti, tebeo, historieta, stripboek, komiks, комикс, манга, 漫画, 만화`,
  movie: `movie, movies, film, films, feature, feature film, tv movie, tv film, tv special, short, short film,
    documentary, spielfilm, kinofilm, dokumentarfilm, kurzfilm, fernsehfilm, pelicula, peliculas, documental, filme,
    filmes, lungometraggio, documentario, documentaire, long metrage, speelfilm, elokuva, elokuvat, filmy, ταινια,
    ταινιες, фильм, фильмы, кино, фільм, film dlugometrazowy, dvd, blu ray, bluray, vhs, 映画, 电影, 影片, 영화`,
  series: `series, tv series, tv show, tv shows, tv, show, shows, television, tv mini series, mini series, miniseries,
    tv miniseries, limited series, web series, soap, sitcom, telenovela, serie, serien, fernsehserie, series tv,
    serie tv, series de tv, seriado, seriados, tv serie, tv serien, sarja, sarjat, tv sarja, serial, seriale, serialy,
    sorozat, dizi, diziler, σειρα, σειρες, сериал, сериалы, серіал, ドラマ, 电视剧, 剧集, 드라마`,
  episode: 'episode, tv episode, folge, episodio, aflevering, avsnitt, odcinek, эпизод, エピソード',
  anime: 'anime, animes, аниме, アニメ, 动漫, 动画, 애니',
  game: `game, games, main game, video game, video games, videogame, videogames, pc game, console game, dlc, dlc addon,
    expansion, standalone expansion, expanded game, remake, remaster, port, mod, bundle, visual novel, computerspiel,
    videospiel, spiel, spiele, jeu, jeux, jeu video, jeux video, videojuego, videojuegos, juego, videogioco,
    videogiochi, jogo, jogos, spel, spil, spill, peli, gra, gry, hra, hry, jatek, oyun, игра, игры, гра, παιχνιδι,
    ゲーム, 游戏, 게임`,
  'board game': `board game, board games, boardgame, boardgames, tabletop, tabletop game, card game, brettspiel,
    brettspiele, kartenspiel, jeu de societe, juego de mesa, gioco da tavolo, bordspel, bradspel, brettspill,
    gra planszowa, настольная игра`,
  album: `album, albums, lp, ep, vinyl, cd, cds, cassette, record, records, mixtape, compilation, schallplatte, platte,
    disque, disco, plaat, levy, plyta, альбом, アルバム, 专辑, 앨범`,
  track: `track, tracks, song, songs, single, lied, lieder, titel, chanson, chansons, cancion, canciones, canzone,
    musica, nummer, lat, biisi, piosenka, piosenki, песня, трек, 曲, 歌曲, 노래`,
  'music artist': 'artist, artists, band, bands, musician, kunstler, artiste, artista, исполнитель',
  podcast: 'podcast, podcasts, podcast series, подкаст, ポッドキャスト, 播客, 팟캐스트',
  article:
    'article, articles, blog post, post, essay, link, bookmark, web page, website, artikel, articulo, articolo, статья, 文章',
  video: 'video, videos, youtube, youtube video, vimeo, talk, видео, 動画, 视频, 동영상',
  place: `place, places, restaurant, restaurants, cafe, bar, hotel, museum, park, ort, orte, lieu, lugar, luogo, plaats,
    место, 地点`,
  recipe: 'recipe, recipes, rezept, rezepte, recette, receta, ricetta, receita, recept, przepis, рецепт, レシピ, 食谱',
  wine: 'wine, wines, wein, weine, vin, vino, vinho, wijn, вино, ワイン, 葡萄酒',
  other: 'other, others, misc, miscellaneous, sonstiges, autre, otro, altro, outro, overig, annat, inne, другое',
  food: 'food, foods, dish, essen, plat, plato, piatto, beer, bier, biere, cerveza, birra',
};
/** What a book is about, where others say what a thing is. */
const BOOK_GENRES =
  'fiction, nonfiction, non fiction, sachbuch, belletristik, essai, ficcion, no ficcion, narrativa, saggistica';
/** What these say depends on the table: an anime is on television, in a table of anime. */
const ANIME_FORMS = 'tv, movie, special, tv special, ova, ona, music, tv short, short';

/** How a thing of any kind is had. */
const FORMS_OF_ALL = 'digital, physical, audio, online, streaming, download, paper, other edition';

const listed = (words: string): readonly string[] => words.split(',').map((word) => word.trim());
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    listed(words).map((word) => [word.replace(/\s+/gu, ' '), kind] as const),
  ),
);
const GENRES: ReadonlySet<string> = new Set(listed(BOOK_GENRES));
const OF_ANIME: ReadonlySet<string> = new Set(listed(ANIME_FORMS));
const OF_ALL: ReadonlySet<string> = new Set(listed(FORMS_OF_ALL));

/** @param usual the kind of the table, where it is known @returns null for a word that names no kind */
export function kindOfWord(word: string, usual: string): KindSaid | null {
  const text = word.trim();
  const folded = foldLetters(text)
    .replace(/[-_/\s]+/gu, ' ')
    .trim();
  if (usual === 'anime' && OF_ANIME.has(folded)) return { kind: 'anime', tag: null };
  if (GENRES.has(folded)) return { kind: 'book', tag: text };
  if (OF_ALL.has(folded)) return { kind: usual, tag: null };
  const kind = KINDS.get(folded);
  return kind === undefined ? null : { kind, tag: null };
}
