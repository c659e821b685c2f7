import type { TagLines } from './tag-lines';

/** Genres of stories, whatever carries them: films, series, books, comics, games. */
export const GENRES: TagLines = {
  action:
    'actionfilm, azione, accion, acao, aktion, akcja, aksiyon, actie, toiminta, боевик, боевики, экшен, экшн, бойовик, δραση, アクション, アクション映画, 动作, 액션, action packed, high octane, action adventure=adventure',
  adventure:
    'adventures, abenteuer, abenteuerfilm, aventure, aventures, aventura, aventuras, avventura, eventyrfilm, äventyr, avontuur, avonturen, przygodowy, przygodowe, przygoda, приключения, приключение, приключенческий, macera, seikkailu, περιπετεια, пригоди, 冒険, アドベンチャー, 冒险, 모험, dobrodružný, kaland',
  animation:
    'animated, animations, animacion, animacao, animazione, zeichentrick, zeichentrickfilm, trickfilm, animationsfilm, мультфильм, мультфильмы, анимация, анімація, animacja, animowany, animatie, animasyon, animaatio, animerad, tecknat, tegnefilm, dessin anime, dessins animes, cartoon, cartoons, toon, κινουμενα σχεδια, アニメーション, 动画, 애니메이션, adult animation, computer animation, cgi animation, 3d animation',
  'stop motion': 'claymation, puppet animation',
  anime: 'アニメ, anime series, anime features, anime based on, аниме, japanische animation, japanimation',
  manga: 'mangas, манга, マンガ, 漫画',
  drama:
    'dramas, drame, drames, dramma, drammi, drammatico, dramatico, драма, драмы, драми, dramat, dramaty, dramafilm, draama, dram, δραμα, ドラマ, 剧情, 드라마, dramatic, drama film, tv dramas, social issue dramas, dramedy=comedy, comedy drama=comedy, dramatische komödie=comedy, tragicomedy=comedy, melodrama, melodramatic, melodramma',
  comedy:
    'comedies, komödie, komoedie, comedie, comedies francaises, comedia, comedias, commedia, commedie, komedie, komedi, komedia, komedier, комедия, комедии, комедійний, комедія, komedisi, κωμωδια, コメディ, コメディー, 喜剧, 코미디, funny, comedic, sitcom, sitcoms, tv comedies, humor, humour, humorous, humoristique, umorismo, humoristico, lustig, komisch, jumala komedia, vígjáték, laugh out loud, slapstick, screwball, screwball comedy, sketch comedy, improv',
  'stand-up': 'stand up, standup, stand up comedy, stand up komik, comedie de stand up, monologos comicos',
  'dark comedy':
    'black comedy, dark humor, dark humour, black humor, black humour, dark comedies, humor negro, schwarzer humor, humour noir, schwarze komödie, comedie noire, comedia negra, commedia nera, черная комедия',
  'romantic comedy':
    'romantic comedies, romcom, rom com, romcoms, comedie romantique, comedies romantiques, comedia romantica, comedias romanticas, commedia romantica, romantische komödie, liebeskomödie, romantisk komedie, romantisk komedi, романтическая комедия, komedia romantyczna',
  satire: 'satires, satirical, satira, satirico, satirique, satiire, сатира, political satire',
  parody: 'parodies, spoof, spoofs, parodie, parodia, пародия',
  mockumentary: 'mockumentaries, fake documentary',
  crime:
    'crimes, krimi, krimis, crimen, crimine, crimini, criminal, policier, policiers, poliziesco, polar, polars, policial, policiaca, policiaco, policíaco, kriminal, kriminalfilm, kriminalroman, kriminell, криминал, криминальный, kryminał, kryminal, kryminalny, misdaad, rikos, suç, suc, εγκλημα, кримінал, 犯罪, 범죄, crime fiction, crime novel, crime tv, british crime, crime drama=drama, crime mystery=mystery, crime thriller=thriller, giallo=horror, novela negra, roman policier, deckare, dekkarit, dedektif, police, police procedural, cops, cop',
  gangster: 'gangsters, mafia, mob, mobster, mobsters, organized crime, yakuza, triad, gangsterfilm',
  heist: 'heists, caper, bank robbery, robbery, casse',
  'true crime': 'truecrime, serial killer true crime, wahre verbrechen, faits divers',
  'serial killer': 'serial killers, serienmörder, tueur en serie, asesino en serie',
  mystery:
    'mysteries, mystere, mysteres, misterio, misterios, mistero, mysterium, mysterie, rätsel, mysteriös, тайна, мистика, детектив, детективы, детективный, tajemnica, mysteeri, gizem, μυστηριο, детективи, ミステリー, 悬疑, 미스터리, whodunit, whodunits, murder mystery, murder mysteries, mistery, murder',
  detective:
    'detectives, detective fiction, private detective, private eye, detektiv, hard boiled, hardboiled, investigation, sleuth, sherlock holmes, inspector',
  'cozy mystery': 'cosy mystery, cozy mysteries, cosy mysteries, cozies, cozy crime, cosy crime',
  thriller:
    'thrillers, triller, триллер, триллеры, трилер, trhiller, thriller film, jännitys, gerilim, θριλερ, スリラー, 惊悚, 스릴러, suspense, suspenseful, suspence, suspens, spænding, spannend, sensacja, politthriller=politics, mystery thriller=mystery, psychothriller=psychological',
  'legal thriller': 'legal, courtroom, courtroom drama, lawyers, justizthriller, trial',
  spy: 'espionage, spies, secret agent, spionage, espionnage, espionaje, spionaggio, espionagem, spion, spy thriller=thriller, шпион, шпионы',
  noir: 'film noir, filmnoir, noirs, neo noir, neonoir, classic noir, cine negro, roman noir',
  horror:
    'horrors, horreur, epouvante, horreur epouvante, orrore, terror, filme de terror, horrorfilm, gruselfilm, grusel, grysare, skräck, gyser, skrekk, kauhu, korku, ужасы, ужас, хоррор, жахи, groza, τρομου, ホラー, 恐怖, 공포, scary, creepy, miedo, terrifying, creature feature=monsters',
  slasher: 'slashers, splatter, gore, gory, torture porn',
  'psychological horror': 'horreur psychologique, terror psicologico',
  supernatural:
    'paranormal, übernatürlich, ubernaturlich, surnaturel, sobrenatural, soprannaturale, paranormal fiction, occult, övernaturligt, overnaturlig, haunting, haunted house, exorcism, possession',
  fantasy:
    'fantasies, fantastique, fantastico, fantastika, fantasia, fantasie, fantastisk, фэнтези, фентезі, fantastyka, fantazi, fantastik, fantasi, φαντασιας, ファンタジー, 奇幻, 판타지, fantasy fiction, fantastisch, romantasy=romance',
  'high fantasy': 'epic fantasy, fantasy epic, fantasy high, heroic fantasy, sword and sorcery, sword sorcery',
  'urban fantasy': 'fantasy urban, contemporary fantasy, fantasia urbana, modern fantasy',
  'dark fantasy': 'grimdark, grim dark, dunkle fantasy',
  'science fiction':
    'sci fi, scifi, sf, science fiction fantasy=fantasy, sciencefiction, sci fy, science ficton, ciencia ficcion, cienciaficcion, ficcion cientifica, ficcao cientifica, fantascienza, fantascientifico, научная фантастика, фантастика, наукова фантастика, fantastyka naukowa, fantastyka naukowa sf, bilim kurgu, tieteis, tieteiskirjallisuus, sci fi film, επιστημονικης φαντασιας, サイエンス フィクション, 科幻, 공상과학, scifi horror=horror, sci fi fantasy=fantasy, hard sci fi, hard science fiction, speculative fiction, ficção científica, ficção',
  'space opera': 'space operas, space saga',
  space: 'outer space, weltraum, espace, espacio, spazio, космос, space exploration, astronauts, astronaut, spaceship',
  cyberpunk: 'cyber punk, киберпанк, biopunk',
  steampunk: 'steam punk, стимпанк, dieselpunk, gaslamp',
  dystopia:
    'dystopian, dystopias, dystopie, distopia, distopico, dystopisch, antiutopia, антиутопия, dystopian fiction',
  'post-apocalyptic':
    'post apocalyptic, postapocalyptic, post apocalypse, apocalyptic, apocalypse, postapokalyptisch, end of the world, post apocaliptico',
  'time travel':
    'timetravel, zeitreise, voyage dans le temps, viajes en el tiempo, time loop, time travel romance=romance',
  'alternate history': 'alternative history, alternate reality, uchronie, alternativgeschichte, ucronia',
  aliens: 'alien, extraterrestrials, extraterrestrial, ufo, alien invasion, first contact, außerirdische',
  robots: 'robot, androids, artificial intelligence, ai, mechs, cyborg, cyborgs, roboter',
  mecha: 'giant robots, メカ, real robot, super robot',
  superhero:
    'superheroes, super hero, super heroes, superhelden, super heros, superheroes movies, supereroi, superheroe, super power, super powers, superpowers',
  marvel: 'marvel comics, mcu, x men, avengers, spider man, spiderman',
  'dc comics': 'dc, batman, superman, justice league, dc universe',
  'star wars': 'starwars',
  'star trek': 'startrek',
  disney: 'walt disney, disney classics',
  pixar: '',
  'james bond': '007',
  'studio ghibli': 'ghibli',
  romance:
    'romances, romantic, liebe, liebesfilm, liebesroman, liebesgeschichte, romantik, romantisch, romantique, romantico, romantica, romanticos, romanticas, romanticismo, sentimentale, amour, amor, amore, love, love story, love stories, romantisk, romantiek, romantyczny, romans, romansu, мелодрама, мелодрамы, романтика, романтический, романтичний, любовный роман, romantik film, aşk, ask, romantiikka, αισθηματικη, ρομαντικη, ロマンス, 恋愛, 爱情, 로맨스, romantic movies, romantic dramas=drama, romantic drama=drama, contemp romance=contemporary, romantic tv, tender',
  'historical romance': 'regency, regency romance, historical romances, romance historical',
  'paranormal romance':
    'pnr, romance paranormal, paranormal romances, vampire romance=vampires, fantasy romance=fantasy, shifters, shapeshifters, shape shifters, shifter',
  'romantic suspense': 'romance suspense, suspense romance',
  erotic:
    'adult film, erotica, erotik, erotique, erotico, erotismo, erotic romance=romance, erotic thriller=thriller, sex comedy=comedy, эротика, erotyka, erotisk, steamy, bdsm, sexual content, nsfw, nudity, hentai, smut, ecchi, sexploitation, sensual',
  western:
    'westerns, western film, spaghetti western, вестерн, вестерны, kovboy, lännenelokuva, γουεστερν, 西部劇, wild west, cowboys, cowboy, acid western, space western=science fiction, westernfilm, cine del oeste',
  war: 'krieg, kriegsfilm, antikriegsfilm, guerre, guerra, belico, belica, belicos, militaire, krig, krigsfilm, krigs, военный, военные, война, воєнний, wojenny, wojna, oorlog, oorlogsfilm, savaş, savas, sota, πολεμικη, 戦争, 战争, 전쟁, wars, war film, anti war, wartime',
  military: 'army, soldiers, navy, marines, special forces, ejercito, militär, militaer',
  musical:
    'musicals, musicale, musikfilm, comedie musicale, musicales, musikal, musikaali, мюзикл, мюзиклы, müzikal, muzikal, μιουζικαλ, ミュージカル, opera film, operetta, rock opera',
  biography:
    'biographical, biographies, biopic, biopics, bio, biografie, biographie, biographien, biografia, biografias, biografico, biografi, biografisk, biographique, биография, биографический, биографии, біографія, elämäkerta, biyografi, yaşam öyküsü, βιογραφια, 伝記, 传记, 전기, biography memoir=memoir, biopic film, auto biography=memoir, biography autobiography=memoir',
  memoir:
    'memoirs, autobiography, autobiographies, autobiographical, autobiographie, autobiografia, memoiren, memoires, memorias, memorie, мемуары, автобиография, erindringer, bio memoir=biography, diary, diaries, journal, memoir biography=biography',
  history:
    'historie, geschichte, geschichtlich, histoire, storia, historia, historic, historicos, история, исторический, исторические, історія, historyczny, historisk, historisch, tarih, tarihi, historiallinen, ιστορικη, ιστορια, 歴史, 历史, 역사, world history, military history=war, historical nonfiction, non fiction history, history nonfiction, nonfiction history',
  historical:
    'period piece, period pieces, period drama=drama, costume drama=drama, historical drama=drama, historical film, kostümfilm, epoca, historique, historico, storico, swashbuckler=adventure, jidaigeki=samurai, period film',
  'historical fiction':
    'fiction historical, historic fiction, historical novel, historical novels, historischer roman, roman historique, novela historica, romanzo storico, исторический роман, historisk roman, historicalfiction',
  documentary:
    'documentaries, docuseries, dokumentarfilm, dokumentation, dokumentar, dokumentär, dokumentarisch, doku, documentaire, documentaires, documental, documentales, documentario, documentari, documentarios, документальный, документальные, документалістика, dokument, dokumentalny, belgesel, dokumentti, ντοκιμαντερ, ドキュメンタリー, 纪录片, 다큐멘터리, docu, social cultural documentaries, nature documentary=nature',
  sports:
    'sport, sportfilm, sportif, deporte, deportes, deportivo, esporte, esportes, sportivo, спорт, спортивный, sporty, spor, urheilu, idrott, idræt, αθλητικη, スポーツ, 体育, 스포츠, athletics, olympics, sports romance=romance',
  family:
    'familie, familienfilm, famille, famille enfants, familia, familiar, familiare, famiglia, per famiglie, per la famiglia, familial, família, familjefilm, familj, семейный, семейные, сімейний, familijny, rodzinny, aile, perhe, οικογενειακη, ファミリー, 家庭, 가족, family friendly, family fun, all ages, wholesome, family film, family movies, family relationships, families, familier',
  children:
    'childrens, children s, kids, kid, kinder, kinderfilm, kinderbuch, enfants, enfant, jeunesse, niños, ninos, infantil, infantiles, bambini, per bambini, ragazzi, criancas, crianças, børn, børnefilm, børnebog, barn, barnfilm, barnbok, детский, детские, дитячий, dla dzieci, dzieci, çocuk, cocuk, lapset, lastenkirja, παιδικη, 子供, 儿童, kids tv, kids family=family, children family=family, picture books, picture book, board books, juvenile, middle grade, nursery, preschool, childrens lit, children s lit, childhood, childrens books, newbery, caldecott, fairytales for kids',
  'young adult':
    'ya, y a, youngadult, jugendbuch, jugend, teen fiction, young adult fiction, jeunes adultes, juvenil, ungdomsbok, ungdomsbog, nuoret, ya fiction, подростковый',
  'new adult': 'new adult romance=romance, college romance=romance',
  teen: 'teens, teenager, teenagers, teenage, teen movie, teen tv, adolescents, adolescence, adolescentes, adolescenti, high school movie=school, tonåring, юношеский',
  'coming of age': 'comingofage, bildungsroman, growing up, passage a l age adulte',
  'slice of life': 'sliceoflife, everyday life, tranche de vie, повседневность, iyashikei, slice of live, alltag',
  'martial arts':
    'kung fu, kungfu, karate, martial art, arts martiaux, artes marciales, wuxia, боевые искусства, kampfsport, arti marziali, kickboxing, judo, swordplay',
  shounen: 'shonen, shōnen, shounen manga',
  shoujo: 'shojo, shōjo, mahou shoujo=magic',
  seinen: '',
  josei: '',
  isekai: 'reincarnation, villainess, other world',
  harem: 'reverse harem, female harem',
  samurai: 'ninja, ninjas, bushido, chanbara',
  epic: 'epics, epos, epopee, saga, sagas, peplum',
  disaster: 'disaster film, catastrophe, katastrophenfilm, catastrofe, desastre, natural disaster, film catastrophe',
  survival:
    'survive, survie, supervivencia, überleben, sopravvivenza, sobrevivência, survival story, castaway, wilderness survival',
  'road movie': 'road movies, road trip, roadtrip, roadmovie, roadmovies, on the road',
  'buddy film': 'buddy, buddy movie, buddy cop=crime, buddy comedy=comedy',
  'found footage': 'foundfootage',
  exploitation: 'blaxploitation, grindhouse, b movie, b movies, z movie',
  experimental:
    'avant garde, avantgarde, abstract, art film, video art, experimentell, experimental film, experimentalfilm',
  surreal:
    'surrealism, surrealist, weird fiction, weird, bizarre, absurd, absurdism, absurdist, dementia, avant garde weird',
  psychological:
    'psychological thriller=thriller, psychological drama=drama, psychologisch, psychologique, psicologico, психологический, psykologisk, mind bending, mindfuck, mind games, psychological suspense=thriller, psychological fiction',
  philosophical: 'philosophical fiction, thought provoking, cerebral, existential, existentialism, ideas',
  'magical realism': 'magic realism, realismo magico, magischer realismus, realisme magique',
  gothic:
    'gothic fiction, gothic horror=horror, gothic romance=romance, gotisch, gotico, gothique, southern gothic=southern',
  southern: 'southern fiction, american south, southern lit, deep south',
  'silent film': 'silent, silent era, silents, stummfilm, muet, film muet, cine mudo, mudo, muto, stumfilm, немое кино',
  'pre-code': 'precode',
  'short film':
    'short films, kurzfilm, court metrage, cortometraje, cortometraggio, curta metragem, kortfilm, короткометражка, короткометражный, lyhytelokuva, krótkometrażowy, kısa film, corto, curta, shorts, short movies, ταινια μικρου μηκους',
  'television film':
    'tv movie, tv film, made for tv, telefilm, direct to video, tv special, television special, direct to dvd, fernsehfilm, telefilme',
  miniseries: 'mini series, tv mini series, limited series, miniserie',
  serial: 'film serial, serials',
  soap: 'soap opera, soap operas, telenovela, telenovelas, seifenoper, novela televisiva',
  'reality tv':
    'reality, reality television, reality shows, realitytv, docusoap, competition reality, dating show, téléréalité',
  'talk show': 'talkshow, talkshows, talk shows, late night',
  'game show': 'gameshow, game shows, quiz show, competition show',
  news: 'nachrichten, noticias, notizie, actualites, новости, current affairs, nyheter, nyheder',
  concert: 'concerts, concert film, live performance, performance, live concert, music concerts, konzert',
  anthology: 'anthologies, anthologie, antologia, episodic, omnibus',
  remake: 'remakes, reboot, reimagining',
  sequel: 'sequels, prequel, prequels, trilogy, spin off',
  independent:
    'indie, independent film, independent movies, indie film, indies, independiente, cine independiente, low budget',
  cult: 'cult film, cult classic, cult movies, cult classics, kultfilm, midnight movie',
  classic:
    'classics, classic film, classic movies, klassiker, classique, classiques, clasico, clasicos, classico, classici, классика, klasyka, klassikko, klasik, classic literature, classic fiction, american classics=american, clàssics, modern classics, classic tv, childhood classics=children, κλασικα, klassisk, 古典',
};
