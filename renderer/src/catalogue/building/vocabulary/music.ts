import type { TagLines } from './tag-lines';

/** Tags of artists, albums and songs. Looked up before the general ones for things of these kinds. */
export const MUSIC: TagLines = {
  rock: 'rock music, rockmusik, рок, roots rock, soft rock, arena rock, pop rock=pop, rock en espanol, glam rock, heartland rock, southern rock, blues rock=blues, rock pop=pop, rock y alternativo=alternative rock, glam',
  'rock and roll': 'rock n roll, rockabilly, rocknroll',
  'classic rock': '70s rock, 60s rock',
  'alternative rock': 'alternative, alt rock, alternativ, alternative indie=indie rock, altrock, post britpop, britpop',
  'indie rock':
    'indie music, noise pop, slacker rock, midwest emo=emo, indie, lo fi, lofi, jangle pop, indie alternative',
  'indie pop': 'bedroom pop, twee pop, chamber pop, baroque pop, twee',
  'hard rock': 'stoner rock, hardrock, stoner metal=metal, acid rock',
  'progressive rock':
    'prog rock, prog, progressive, art rock, krautrock, symphonic prog, canterbury scene, math rock, progrock',
  'psychedelic rock': 'psychedelic, psychedelia, psych rock, neo psychedelia, space rock, psychedelic pop=pop',
  grunge: 'post grunge, seattle',
  punk: 'punk rock, punkrock, pop punk=pop, hardcore punk, hardcore, post hardcore, skate punk, garage rock, garage, oi, riot grrrl, art punk, punk hardcore, pop punk emo=emo',
  'post-punk': 'postpunk, gothic rock, goth, darkwave, coldwave, post punk revival, no wave',
  'new wave': 'synthpop=synth-pop, new romantic',
  emo: 'screamo, emocore, emo pop',
  'post-rock': 'postrock, post metal=metal',
  shoegaze: 'dream pop, dreampop, slowcore, ethereal wave, ethereal',
  metal:
    'heavy metal, heavymetal, metall, metalcore, nu metal, alternative metal, folk metal, power metal, symphonic metal, progressive metal, sludge metal, industrial metal, deathcore, gothic metal, djent, viking metal, melodic metal, groove metal, hair metal, avant garde metal, метал',
  'black metal': 'atmospheric black metal, blackgaze',
  'death metal': 'melodic death metal, technical death metal, grindcore, brutal death metal',
  'thrash metal': 'thrash, speed metal',
  'doom metal': 'doom, drone metal, funeral doom',
  pop: 'pop music, popmusik, поп, dance pop=dance, electropop=electronic, teen pop, art pop, europop, power pop, pop rap=hip hop, adult contemporary, pop vocal, sophisti pop, hyperpop, musica pop, pop latino=latin, pop soul=soul',
  'k-pop': 'kpop, korean pop',
  'j-pop': 'jpop, j rock, jrock, visual kei, japanese pop, city pop, shibuya kei',
  'synth-pop': 'synthpop music, synth pop, synthwave, minimal wave, electroclash',
  electronic:
    'electronica, electro, elektronisch, electronique, electronica dance=dance, электронная, elektronika, idm, glitch, electronic music, breakbeat, big beat, synth, downtempo=ambient, chillout=ambient, indietronica, progressive electronic, folktronica=folk, future bass, chillwave, vaporwave, edm=dance, elektronische musik, breakcore, plunderphonics, elektro, wonky, uk garage',
  house: 'deep house, tech house, progressive house, french house, acid house, chicago house',
  techno: 'minimal techno, detroit techno, minimal, ambient techno=ambient, acid, hardstyle, gabber',
  trance: 'psytrance, goa, goa trance, progressive trance, uplifting trance, vocal trance',
  'drum and bass': 'drum n bass, dnb, jungle, liquid funk, neurofunk',
  dubstep: 'brostep, grime=hip hop, bass music, future garage',
  dance: 'eurodance, disco polo, club, dance electronic=electronic, tanzmusik, dancehall=reggae, hi nrg, italo disco',
  disco: 'nu disco, boogie',
  ambient:
    'dark ambient, drone, chill, chillout music, lounge, new age music, downtempo music, space ambient, field recordings, easy listening, meditation music, atmospheric music',
  industrial: 'ebm, industrial rock=rock, noise, aggrotech, power electronics, rhythmic noise, harsh noise',
  'trip-hop': 'triphop, trip hop music',
  'hip hop':
    'hip hop rap, hiphop, rap, hip hop rnb=r and b, rapper, gangsta rap, east coast hip hop, west coast hip hop, conscious hip hop, trap, southern hip hop, underground hip hop, abstract hip hop, jazz rap=jazz, хип хоп, рэп, turntablism, instrumental hip hop, boom bap, hardcore hip hop, cloud rap, deutschrap, french rap, drill',
  'r and b':
    'r n b, rnb, contemporary r b, r b, alternative r b, contemporary rnb, neo soul=soul, rhythm and blues, r b soul=soul, new jack swing, rhythm blues, contemporary r and b',
  soul: 'motown, northern soul, soul music, psychedelic soul, smooth soul, southern soul, philly soul',
  funk: 'p funk, funk rock=rock, funky, afrobeat=african music, synth funk, go go',
  jazz: 'джаз, jazz fusion, smooth jazz, vocal jazz, acid jazz, bebop, swing, big band, hard bop, free jazz, nu jazz, cool jazz, modal jazz, post bop, avant garde jazz, spiritual jazz, latin jazz=latin, dixieland, third stream, jazz funk=funk, jazz vocal, standards',
  blues: 'delta blues, chicago blues, electric blues, blues music, блюз, country blues=country, acoustic blues',
  country:
    'alt country, country music, bluegrass, americana, outlaw country, honky tonk, nashville, kantri, country pop=pop, country rock=rock, progressive country, alternative country, contemporary country',
  folk: 'folk music, indie folk, contemporary folk, folk rock=rock, folk pop=pop, freak folk, neofolk, traditional, фолк, folklore music, chamber folk, avant folk, volksmusik, progressive folk, psychedelic folk, traditional folk, anti folk, volkslied',
  'singer-songwriter':
    'singer songwriter, singersongwriter, songwriter, liedermacher, cantautor, cantautori, acoustic, auteur, auteur compositeur, cantautore',
  celtic: 'celtic music, irish folk, irish music',
  reggae: 'roots reggae, dub, ska, dancehall music, rocksteady, lovers rock, ska punk=punk, регги, rastafari',
  latin:
    'latin music genre, salsa, bossa nova, samba, reggaeton, mpb, latin pop, bachata, cumbia, tango, merengue, latin alternative, flamenco, latin rock=rock, urbano latino, tropicalia, mariachi, regional mexicano, corridos, nova canco, ranchera, bolero, fado',
  'african music': 'afropop, afrobeats, highlife, desert blues, afro',
  'world music':
    'world beat, weltmusik, musiques du monde, ethnic, balkan music, klezmer, indian classical, musica del mundo, raga',
  chanson: 'chanson francaise, french pop, variete francaise, nouvelle chanson, ye ye',
  schlager: 'deutscher schlager, volkstümlich, ndw, neue deutsche welle',
  classical:
    'klassik, classical music, musique classique, musica clasica, musica classica, классическая музыка, baroque, romantic era, symphony, orchestral, chamber music, piano, modern classical, contemporary classical, neoclassical, choral, minimalism music, klassisk musik, composer, violin, symphonic, impressionism, western classical music',
  opera: 'oper, ópera, opéra',
  gospel: 'christian music, worship, christian rock=rock, ccm, spirituals, christian pop',
  soundtrack:
    'soundtracks, film score, score, filmmusik, ost, bande originale, video game music, colonna sonora, musicals soundtrack, show tunes, film music, banda sonora, cinematic classical=classical, саундтрек, game music, vgm',
  instrumental: 'instrumental music, instrumentals, instrumental rock=rock, guitar, guitar virtuoso',
  'female vocalists': 'female vocalist, female vocals, female singers, female, female fronted, female voices',
  'male vocalists': 'male vocalist, male vocals, male singers, male vocal',
  'children s music': 'kids music, kinderlieder, nursery songs',
  'live music': 'live, live album, concert recording, unplugged',
  '1960s music': '60s, 1960s, sixties, oldies, 1950s, 50s, doo wop, surf, surf rock, british invasion, brill building',
  '1970s music': '70s, 1970s, seventies',
  '1980s music': '80s, 1980s, eighties, 80s music',
  '1990s music': '90s, 1990s, nineties, 90s music',
  '2000s music': '00s, 2000s, 2010s, 10s, 2020s',
};
