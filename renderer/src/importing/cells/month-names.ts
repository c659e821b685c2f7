import { foldLetters } from '../../domain/fold-letters';

/**
 * Months as exports of many languages write them, in full and short, alone and after a day (Unicode CLDR 45: English,
 * German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Czech, Slovak, Hungarian,
 * Romanian, Turkish, Greek, Russian, Ukrainian; in full: Catalan, Indonesian, Slovene, Serbian, Bulgarian, Estonian,
 * Latvian, Lithuanian, Hebrew, Arabic); letters folded. Croatian is left out: its October is the November of its
 * neighbours. No word is two months.
 */
const NAMES: readonly string[] = [
  'january jan januar januari janvier janv enero ene gennaio gen janeiro tammikuu tammikuuta tammi styczen stycznia sty leden ledna led januara ianuarie ian ocak oca ιανουαριος ιανουαριου ιαν январь января янв січень січня січ gener janvaris janvara jaanuar sausis sausio януари ינואר يناير',
  'february feb februar februari fevrier fevr fev febrero febbraio fevereiro helmikuu helmikuuta helmi luty lutego lut unor unora uno februara febr februarie subat sub φεβρουαριος φεβρουαριου φεβ февраль февраля февр лютии лютого лют febrer februaris veebruar vasaris vasario февруари פברואר فبراير',
  'march mar мар marz mars marzo marco maart mrt marts maaliskuu maaliskuuta maalis marzec marca brezen brezna bre marec marcius marc martie mart μαρτιος μαρτιου μαρ март марта березень березня бер maret marta marti kovas kovo מרץ مارس',
  'april apr avril avr abril abr aprile huhtikuu huhtikuuta huhti kwiecien kwietnia kwi duben dubna dub aprila aprilis aprilie nisan nis απριλιος απριλιου απρ апрель апреля апр квітень квітня квіт април aprill balandis balandzio אפריל أبريل ابريل',
  'may mai mayo maggio mag maio mei maj toukokuu toukokuuta touko maja kveten kvetna kve majus mayis μαιος μαιου μαι маи мая травень травня трав maig maijs maija geguze geguzes מאי مايو',
  'june jun juni juin junio giugno giu junho kesakuu kesakuuta kesa czerwiec czerwca cze cerven cervna cvn juna junius iunie iun haziran haz ιουνιος ιουνιου ιουν июнь июня июн червень червня черв юни juny юни junij junijs junija juuni birzelis birzelio יוני يونيو',
  'july jul juli juillet juil julio luglio lug julho heinakuu heinakuuta heina lipiec lipca lip cervenec cervence cvc jula julius iulie iul temmuz tem ιουλιος ιουλιου ιουλ июль июля июл липень липня лип juliol julij julijs julija juuli liepa liepos юли יולי يوليو',
  'august aug aout agosto ago augustus augusti elokuu elokuuta elo sierpien sierpnia sie srpen srpna srp augusta augusztus agustos agu αυγουστος αυγουστου αυγ август августа авг серпень серпня серп agost agustus avgust augusts rugpjutis rugpjucio אוגוסט أغسطس اغسطس',
  'september sep sept septembre septiembre settembre set setembro syyskuu syyskuuta syys wrzesien wrzesnia wrz zari zar septembra szeptember szept septembrie eylul eyl σεπτεμβριος σεπτεμβριου σεπ сентябрь сентября сент вересень вересня вер setembre septembar septembris rugsejis rugsejo септември ספטמבר سبتمبر',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta loka pazdziernik pazdziernika paz rijen rijna rij oktobra octombrie ekim eki οκτωβριος οκτωβριου οκτ октябрь октября окт жовтень жовтня жовт oktobar oktobris oktoober spalis spalio октомври אוקטובר أكتوبر اكتوبر',
  'november nov novembre noviembre novembro marraskuu marraskuuta marras listopad listopada lis listopadu novembra noiembrie kasim kas νοεμβριος νοεμβριου νοε ноябрь ноября нояб листопад листопада лист novembar novembris lapkritis lapkricio ноември נובמבר نوفمبر',
  'december dec dezember dez decembre diciembre dic dicembre dezembro desember des joulukuu joulukuuta joulu grudzien grudnia gru prosinec prosince pro decembra decembrie aralik ara δεκεμβριος δεκεμβριου δεκ декабрь декабря дек грудень грудня груд desembre decembar decembris detsember gruodis gruodzio декември דצמבר ديسمبر',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [foldLetters(name), index + 1] as const)),
);

/** 1 to 12, by the word for a month in many languages, with or without its point; null for another word. */
export const monthOfWord = (word: string): number | null =>
  MONTHS.get(foldLetters(word.replace(/\.$|^ב(?=\p{L}{3})|^d[’']/giu, ''))) ?? null;
