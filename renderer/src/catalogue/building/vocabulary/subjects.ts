import type { TagLines } from './tag-lines';

/** What a work is about, its mood, its origin, where it came from and what it won. */
export const SUBJECTS: TagLines = {
  // Creatures and magic
  magic: 'magical, wizards, wizard, magie, magia, sorcery, magick, magisch, магия, magician, wizardry, spells',
  vampires: 'vampire, vampiros, vampiri, vampir, вампиры, dracula, vampyrer',
  werewolves: 'werewolf, werwolf, loup garou, lycanthropes, wolves shifter, lycans',
  zombies: 'zombie, undead, walking dead, living dead',
  ghosts: 'ghost, ghost stories, ghost story, gespenster, fantomes, fantasmas, spirits, haunted',
  witches: 'witch, witchcraft, hexen, sorcieres, brujas, streghe, wicca, häxor, hekse',
  demons: 'demon, devil, devils, satan, dämonen, hell, diablo',
  angels: 'angel, fallen angels, nephilim, engel, anges',
  dragons: 'dragon, drachen, dragones, draghi, drager',
  fairies: 'fae, fairy, faeries, faerie, elves, elfen, fées, hadas, fey, mermaids, mermaid',
  monsters: 'monster, kaiju, giant monsters, godzilla, creatures, creature, cryptids, beasts',
  mythology:
    'myths, myth, greek mythology, norse mythology, mythologie, mitologia, mythological, folklore, legends, legend, gods, greek gods, sagen, мифология, mythical',
  'fairy tales':
    'fairy tale, fairytale, fairytales, retellings, retelling, märchen, conte de fees, conte, contes, cuentos de hadas, fiabe, eventyr, сказка, сказки, fairy tale retellings, saga eventyr, fables, nursery rhymes, sagor, baśń, masal',
  'king arthur': 'arthurian, arthurian legend, arthuriana, camelot, merlin',
  dinosaurs: 'dinosaur, dinosaurier, prehistoric, prehistory',
  pirates: 'pirate, piraten, corsaires, buccaneers, пираты',
  // Nature
  animals:
    'animal, tiere, tierfilm, animaux, animales, animali, животные, dyr, djur, wildlife, pets, pet, zoo, sports with animals=sports, animals nature=nature',
  cats: 'cat, kittens, katzen, chats, gatos, gatti, кошки',
  dogs: 'dog, puppies, hunde, chiens, perros, cani, собаки',
  horses: 'horse, pferde, chevaux, caballos, cavalli, equestrian, horse racing=sports',
  nature:
    'natur, naturfilm, naturaleza, natura, природа, environment, environmental, ecology, climate change, climate, outdoors, gardening, landscape, wilderness, natural history, natural world, nature tv, science nature=science',
  sea: 'ocean, meer, mer, mar, mare, nautical, naval, ships, sailing, submarine, underwater, seafaring, maritime, shipwreck',
  mountains: 'mountaineering, climbing, everest, alps, berge, bergfilm, montagne',
  travel:
    'travels, travelogue, travelogues, reisen, reise, voyage, voyages, viajes, viaggi, путешествия, rejse, resor, podróże, podroze, travel writing, travel memoir=memoir, travel literature, globetrotting, journey',
  // People and lives
  'family life':
    'family drama=drama, family saga, family sagas, generational saga, multigenerational, familiensaga, family story, motherhood, mothers, fathers, parenting, parenthood, siblings, sisters, brothers, marriage, divorce, mother daughter, father son, erziehung, parents',
  friendship: 'friends, friend, freundschaft, amitie, amistad, amicizia, дружба, venskab, vänskap, bromance',
  school:
    'high school, college, university, campus, boarding school, schools, school life, schule, ecole, escuela, scuola, школа, teachers, teacher, academia, dark academia, campus novel, classroom, students, school club',
  women:
    'women s fiction, womens fiction, strong female lead, female protagonist, female lead, women s, womens, frauen, femmes, mujeres, donne, strong women, women s lit, primarily female cast, girl power, movies featuring a strong female lead, woman',
  feminism:
    'feminist, feminismus, feminisme, feminismo, gender, gender studies, women s studies, womens studies, феминизм, patriarchy',
  'chick lit': 'chicklit, chic lit, chick lit romance, chick flick, frauenroman, frauenfilm',
  lgbtq:
    'lgbt, lgbtq plus, lgbtqia, queer, gay, gays, lesbian, lesbians, bisexual, transgender, trans, homosexuality, gay lesbian, lgbtq movies, m m romance=romance, mm romance=romance, gay romance=romance, shounen ai=boys love, shoujo ai=girls love, sapphic, gay and lesbian, lgbtqia plus, glbt, f f',
  'boys love': 'yaoi, bl',
  'girls love': 'yuri, gl',
  politics:
    'political, politik, politique, politica, politico, политика, polityka, politisch, politiikka, government, political science, current events, politics government, elections, democracy, siyaset, diplomacy, political movies',
  society:
    'sociology, social, social issues, social science, social sciences, gesellschaft, societe, sociedad, societa, общество, anthropology, culture, cultural, social movements, social commentary, class, poverty, race relations=race, kapitalismus, capitalism',
  race: 'racism, civil rights, slavery, racial, apartheid, blackness',
  'african american':
    'black history, black literature, african american fiction, african american literature, black stories, black cinema, african americans',
  'asian american': 'asian american fiction',
  immigration: 'immigrants, immigrant, migration, refugees, refugee, diaspora, exile, immigrant experience',
  religion:
    'religious, religions, religiös, religieux, religiosa, theology, theologie, faith, glaube, bible, biblical, catholic, catholicism, church, god, религия, buddhism, islam, judaism, jewish, atheism, hinduism, faith spirituality=spirituality, spirituality religion=spirituality, inspirational',
  christian:
    'christianity, christian living, christian non fiction, christian nonfiction, christian literature, christian books, christlich',
  'christian fiction': 'christianfiction, christian romance=romance, amish, inspirational fiction',
  spirituality:
    'spiritual, spiritualität, spiritualite, espiritualidad, esoteric, esoterik, mindfulness, meditation, yoga, zen, new age, tarot, духовность',
  philosophy:
    'philosophie, filosofia, filosofie, философия, filozofia, filosofi, felsefe, ethics, stoicism, filosofiska, φιλοσοφια, 哲学',
  psychology:
    'psychologie, psicologia, психология, psychologia, psykologi, psikoloji, neuroscience, brain, psychology self help=self help, psychiatry, psykologia',
  'mental health':
    'depression, anxiety, addiction, drugs, alcoholism, eating disorders, autism, mental illness, suicide, trauma, drug addiction, abuse, recovery',
  death: 'grief, loss, dying, tod, mort, muerte, afterlife, death and dying, sick lit, cancer',
  'crime and punishment': 'prison, jail, prisons, gefängnis, prison escape, death row, justice, vigilante, revenge',
  'civil war': 'american civil war, us civil war, civil war era',
  'world war i':
    'world war 1, wwi, ww1, first world war, world war one, great war, 1 weltkrieg, erster weltkrieg, premiere guerre mondiale',
  'world war ii':
    'world war 2, wwii, ww2, second world war, world war two, 2 weltkrieg, zweiter weltkrieg, seconde guerre mondiale, segunda guerra mundial, seconda guerra mondiale, nazis, nazi, вторая мировая война, ww ii, nazi germany',
  holocaust: 'shoah, auschwitz, concentration camps',
  'vietnam war': 'vietnam',
  'cold war': 'coldwar, guerre froide, soviet era',
  medieval:
    'middle ages, mittelalter, moyen age, medioevo, edad media, knights, castles, medievale, crusades, vikings, viking, middelalder',
  'ancient world':
    'ancient history=history, ancient rome, ancient greece, roman empire, rome, antiquity, egypt, ancient egypt, sword and sandal=epic, antike, romans era, romans and greeks, classical antiquity',
  victorian: 'victorian era, victorian literature, 19th century, nineteenth century, edwardian',
  renaissance:
    'tudor, tudors, elizabethan, shakespeare, shakespearean, renaissance era, 16th century, 17th century, 18th century',
  royalty: 'kings, queens, royal, royals, princess, princesses, monarchy, aristocracy, könig',
  // Knowledge
  nonfiction:
    'non fiction, sachbuch, sachbücher, documentaire livre, no ficcion, saggistica, non fiction general, general non fiction, general nonfiction, nonfiction books, facklitteratur, faglitteratur, нон фикшн, нехудожественная литература, literatura faktu, adult nonfiction, adult non fiction, informational, reference, tietokirja, non ficcion, não ficção, факты, essai',
  science:
    'wissenschaft, sciences, ciencia, ciencias, scienza, наука, popular science, pop science, science nonfiction, physics, biology, chemistry, astronomy, evolution, genetics, nauka, videnskab, vetenskap, bilim, natural sciences, quantum physics, science tech=technology, educational science, cosmology, earth sciences',
  mathematics: 'math, maths, mathematik, mathematiques, matematicas, statistics, математика',
  medicine:
    'medical, doctors, hospital, health medicine=health, nursing, arzt, medizin, doctor, disease, medico, pandemic',
  technology:
    'tech, technik, technologie, tecnologia, internet, engineering, технологии, computer science=computers, hackers, hacking',
  computers:
    'computer, programming, software, coding, software engineering, software development, data science, machine learning, web development, informatik, программирование, computer programming, devops',
  business:
    'wirtschaft, affaires, negocios, management, entrepreneurship, marketing, startups, бизнес, business economics=economics, leadership, work, career, productivity, product management, agile, unternehmen, corporate, entrepreneur, biznes, business finance=economics',
  economics:
    'economy, finance, money, personal finance, investing, economia, economie, ökonomie, экономика, economics finance, investment, ekonomi, wall street',
  'self help':
    'selfhelp, self improvement, personal development, personal growth, self development, ratgeber, developpement personnel, autoayuda, crescita personale, саморазвитие, motivational, motivation, selvhjælp, self care, autoajuda, psychology self improvement=psychology',
  health:
    'gesundheit, sante, salud, salute, fitness, diet, nutrition, wellness, running, здоровье, exercise, exercise fitness, zdrowie, sundhed, workout',
  education:
    'educational, learning, teaching, bildung, pedagogy, instructional, learn, образование, school education, edutainment, tutorial, language learning, linguistics=language',
  language:
    'languages, words, grammar, writing, on writing, books about books, sprache, writing craft, journalism, media, authors, books on books, libraries',
  'how-to':
    'how to, diy, crafts, craft, crafting, knitting, do it yourself, hobbies, home garden, sewing, basteln, makeover, design illustration=art',
  art: 'arts, kunst, arte, искусство, art history=history, painting, photography, architecture, design, konst, sztuka, sanat, fine art, art books, artbook, artists, graphic design, fashion, fashion beauty, museums, drawing',
  music:
    'musik, musique, musica, музыка, музыкальный, muzyka, müzik, muzik, muusika, musiikki, musikal film, μουσικη, 音楽, 音乐, music musicals=musical, musicians, musician, bands, rock music, hip hop culture, music tv, musik film, music documentary=documentary, rockumentary=documentary, band, idol, idols, rock star, rockstar',
  dance: 'dancing, tanz, danse, baile, danza, ballet, dans, танец',
  theatre:
    'theater, plays, play, stage, théâtre, teatro, drama play, playwright, broadway, театр, пьесы, theatre plays, skuespil, teater, tiyatro',
  poetry:
    'poems, poem, lyrik, gedichte, poesie, poesia, поэзия, стихи, poezja, poesi, digte, dikter, şiir, siir, runous, ποιηση, 诗, verse, novel in verse, poezie',
  essays: 'essay, essais, ensayo, ensayos, saggi, essä, эссе, eseje, collected essays',
  'short stories':
    'short story, short fiction, kurzgeschichten, erzählungen, nouvelles, cuentos, relatos, racconti, contos, рассказы, opowiadania, noveller, kısa öykü, öykü, novelle, novellas, novella, short story collections, short story collection, novelle raccolta',
  letters: 'epistolary, correspondence, briefroman',
  'graphic novels':
    'graphic novel, graphic narrative, comics graphic novels=comics, comic graphic novel=comics, graphic novels comics=comics, romans graphiques, novela grafica, graphic novels manga=manga, graphic memoir=memoir',
  comics:
    'comic, comic book, comic books, bd, bande dessinee, bandes dessinees, fumetti, fumetto, tebeos, comics manga=manga, manga comics=manga, quadrinhos, hq, комиксы, tegneserier, serier, komiks, komiksy, sarjakuva, çizgi roman, cómics, comics and manga=manga, webcomic, webtoon, stripboek, manhwa=manga, manhua=manga, sequential art',
  'literary fiction':
    'literary, literature, general literature, literatur, schöne literatur, litterature, literatura, letteratura, belletristik, belletristica, современная проза, contemporary literary fiction, lit fic, litfic, skönlitteratur, skønlitteratur, romane, literary novel, roman, romanzo, novela, проза, literary novels, kaunokirjallisuus, edebiyat',
  contemporary:
    'contemporary fiction, realistic fiction, modern, modern fiction, contemporary lit, contemporary literature, contemporain, contemporanea, zeitgenössisch, realistic, realism, modern literature, present day, contemporary ya=young adult, ya contemporary=young adult',
  metafiction: 'postmodern, postmodernism, meta, unreliable narrator, stream of consciousness',
  // Food as a subject
  cooking:
    'cookbooks, cookbook, cookery, kochen, kochbuch, cuisine, cocina, cucina, кулинария, food, food drink, culinary, baking, recipes, chefs, food and drink, food travel=travel, foodie, madlavning, matlagning, gotowanie, gastronomy',
  // Moods
  'feel-good':
    'feel good, feelgood, heartwarming, uplifting, hopeful, heartfelt, inspiring, lighthearted, light hearted, goofy, wohlfühlfilm, cheerful, upbeat, charming, sweet romance=romance, sentimental',
  relaxing: 'cozy, cosy, cute, calm, chill, soothing, gentle, peaceful, cottagecore, relax',
  dark: 'bleak, disturbing, gritty, brooding, düster, sombre, sombrio, oscuro, cupo, ominous, grim, noir mood, violent, violence, brutal, raw, intense, mature',
  emotional:
    'sad, tearjerker, tear jerker, tragedy, tragic, moving, heartbreaking, bittersweet, poignant, triste, melancholic, melancholy, tragödie, traurig, angsty, angst, emotionally devastating',
  atmospheric:
    'moody, dreamlike, haunting mood, beautiful, stylish, stylized, lush, visually striking, mysterious, atmosferico, understated, reflective, contemplative, quiet',
  exciting:
    'fast paced, adrenaline, thrilling, tense, gripping, page turner, unputdownable, edge of your seat, irreverent, adventurous',
  'slow-paced': 'slow paced, slow burn, slow, slowburn, minimalist, minimalism, meditative',
  offbeat:
    'quirky, eccentric, whimsical, oddball, campy, camp, playful, goofy offbeat, witty, zany, absurd comedy=comedy',
  nostalgic:
    'nostalgia, retro, old school, 80s, 90s, 1980s, 1990s, 1980 s, 1990 s, eighties, nineties, throwback, vintage',
  'story rich':
    'plot driven, character driven, lore rich, complex, twist, plot twist, plot twists, twists, narrative, story driven, cinematic',
  // Made after, made for
  'based on a book':
    'based on a novel, based on novel, based on book, based on books, literary adaptation, literaturverfilmung, based on a short story, literaturverfilmungen, adaptation, book to film, based on children s books=children',
  'based on a play': 'based on play, stage adaptation, filmed play',
  'based on a comic': 'based on comics, based on comic, comic adaptation, based on a comic book, comic book movie',
  'based on a video game': 'video game, video games, video game adaptation, based on a game, video game film',
  'based on a true story':
    'true story, based on true story, based on real life, real life, true stories, tatsachen, fait reel, hechos reales, storia vera, fact based',
  christmas:
    'xmas, weihnachten, weihnachtsfilm, noel, navidad, natale, natal, jul, julfilm, holiday, holidays, boże narodzenie, рождество, holiday movies, new year',
  'oscar winner':
    'academy award winner, academy award winners, oscar best picture, oscar acting, oscar screenplay, oscar best director, best picture',
  'oscar nominee': 'academy award nominee, oscar nominee best picture, oscar nominee best director',
  'prize winner':
    'award winner, award winners, award winning, awards, pulitzer, pulitzer prize, booker prize, man booker, nobel prize, hugo award, hugo, nebula, national book award, costa, prix goncourt, prize, golden globe winner, palme d or, cannes, booker',
  bestseller: 'bestsellers, best seller, best sellers, new york times bestseller, nyt bestseller',
};
