import type { TagLines } from './tag-lines';

/** Where a work comes from or plays: the country's name and people, in the languages of our exports. */
export const ORIGINS: TagLines = {
  american:
    'usa, united states, u s, us, amerika, estados unidos, etats unis, american literature, american fiction, american lit, american tv, hollywood, сша, north america, americano, united states of america',
  british:
    'uk, united kingdom, england, english literature, british literature, british fiction, britain, great britain, british tv, english lit, großbritannien, royaume uni, reino unido, london, british movies, brit lit, великобритания',
  irish: 'ireland, irish literature, irland, irlande',
  scottish: 'scotland, schottland, scots',
  canadian: 'canada, canadian literature, canadian fiction, kanada, canlit',
  australian: 'australia, australian literature, australian fiction, new zealand, aussie, australien, kiwi',
  french:
    'france, french literature, frankreich, francais, francaise, francia, французский, fransk, french movies, paris, cinema francais, французское кино, франция',
  german:
    'germany, german literature, deutschland, deutsch, allemand, alemania, немецкий, tysk, berlin, austria, austrian, deutsche literatur, германия, swiss, switzerland',
  italian: 'italy, italian literature, italien, italiano, italiana, italia, итальянский, italiensk',
  spanish:
    'spain, spanish literature, spanien, español, espagne, españa, испанский, spanish language, spanish movies, literatura española',
  portuguese: 'portugal, portuguese literature, portugues, portugiesisch, literatura portuguesa',
  'latin american':
    'latin america, latin american literature, latin, latino, latinoamerica, south america, cuban, chilean, chile, colombian, colombia, peru, latin music, latinx, hispanic, cuba, caribbean, latino americano, literatura latinoamericana',
  brazilian: 'brazil, brasil, brasilien, brasileiro, nacional brasileiro, literatura brasileira, mpb brasil',
  mexican: 'mexico, mexiko',
  argentine: 'argentina, argentinian, argentinien',
  scandinavian:
    'nordic, scandinavia, nordic noir=crime, skandinavisch, scandinavian literature, scandi, scandinavian movies, iceland, icelandic, finland, finnish, scandinavian crime=crime',
  swedish: 'sweden, schweden, svensk, svenska, svenskt, sverige, swedish literature',
  danish: 'denmark, dänemark, dansk, danmark, danske',
  norwegian: 'norway, norwegen, norsk, norge',
  dutch:
    'netherlands, nederland, nederlands, niederlande, belgian, belgium, flemish, dutch literature, holland, belgien',
  russian:
    'russia, russian literature, soviet, ussr, soviet union, russland, russe, rusia, советское, русская литература, россия, русский, russisk, русская классика=classic, ссср',
  'eastern european':
    'eastern europe, polish, poland, polska, polski, czech, czech republic, hungarian, hungary, romanian, romania, ukraine, ukrainian, balkan, serbia, croatia, czechoslovakia, bulgaria, polish literature, украина, польша',
  greek: 'greece, griechenland, grece, grecia, ελληνικη, ελλαδα',
  turkish: 'turkey, türkei, türk, turk, türkiye, istanbul, turkish literature',
  'middle eastern':
    'middle east, arab, arabic, arabic literature, arabic fiction, iranian, iran, persian, israeli, israel, afghanistan, lebanon, egyptian, iraq, arabic books, palestine, roman arabe',
  african:
    'africa, african literature, nigeria, nigerian, south africa, kenya, afrika, afrique, nollywood, south african, nigerian movies',
  indian: 'india, indian literature, indien, hindi, tamil, telugu, inde, indian movies, pakistan, south asia, bengali',
  bollywood: 'hindi movies, bollywood movies',
  chinese: 'china, hong kong, taiwan, taiwanese, chinese movies, kina, chine, hong kong cinema',
  japanese:
    'japan, japanese literature, nihon, japanisch, japon, японский, japansk, jpop culture, japón, giappone, jidaigeki film, japanese movies, япония',
  korean:
    'korea, south korea, k drama=drama, k dramas=drama, kdrama=drama, kdramas=drama, korean drama=drama, korean tv shows, koreanisch, coree, south korean, корейский',
  asian:
    'asia, asian literature, asien, thai, thailand, philippines, vietnamese, indonesia, indonesian, asian movies, southeast asia, singapore, malaysia, filipino, asian action=action',
  european: 'europe, european literature, europa, european movies, euro',
  international:
    'foreign language, foreign, world cinema, world, international movies, international tv, translated, translation, in translation, fremdsprachig, foreign film, translations, world literature',
};
