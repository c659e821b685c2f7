import { foldLetters } from '../../domain/fold-letters';
import type { ItemStatus } from '../../domain/item-values';

/**
 * How far the owner got, in the words of many services and languages (English, German, French, Spanish, Italian,
 * Portuguese, Dutch, the Nordic languages, Polish, Czech, Hungarian, Romanian, Turkish, Greek, Russian, Ukrainian,
 * Japanese, Chinese, Korean), between commas; "*" stands for any ending.
 */

/** What is done with a thing. Denied, it waits to be done. */
const DONE = `read, watched, seen, viewed, played, listened, heard, tried, visited, cooked, gelesen, gesehen,
  geschaut, gespielt, gehört, durchgespielt, besucht, lu, lus, lue, lues, vu, vus, vue, vues, joué*, écouté*, leíd*,
  visto*, vista*, jugad*, escuchad*, letto, letta, letti, lette, visti, viste, giocat*, ascoltat*, lido*, lida*,
  assistid*, jogad*, ouvid*, gelezen, gezien, bekeken, gespeeld, beluisterd, läst, sett, spelat, spelad, lyssnat,
  læst, spillet, hørt, lest, spilt, luettu, katsottu, pelattu, kuunneltu, przeczytan*, obejrzan*, zagran*,
  przesłuchan*, přečten*, zhlédnut*, viděn*, přehrán*, elolvas*, olvasott, megnéz*, látott, citit*, vizionat*,
  văzut*, jucat*, okundu, okudum, okunmuş, izlendi, izledim, izlenmiş, oynandı, oynadım, dinlendi, διαβασμέν*,
  διάβασα, είδα, έπαιξα, прочитан*, прочитал*, прочёл, просмотрен*, посмотрел*, сыграл*, прослушан*, переглянут*,
  読了, 読んだ, 既読, 視聴済, 見た, 観た, プレイ済, 已读, 读过, 看过, 已看, 玩过, 听过, 읽음, 완독, 봤음, 시청함, 플레이함`;
/** Denied, it waits to be done; else it is under way. */
const BEGUN = `started, begun, touched, opened, angefangen, begonnen, commencé*, empezad*, comenzad*, iniziat*,
  iniciad*, começad*, påbörjad, påbegyndt, påbegynt, aloitettu, rozpoczęt*, začat*, elkezd*, început, başladım,
  начат*, начал*`;
/** Brought to an end. Denied, it was left. */
const ENDED = `finish, finished, complete, completed, beaten, beat, mastered, done, 100%, beendet, vollendet,
  abgeschlossen, fertig, ausgelesen, durch, terminé*, fini, finis, finie*, achevé*, terminad*, acabad*, completad*,
  finit*, terminat*, completat*, concluíd*, finalizad*, uitgelezen, voltooid, afgerond, uitgespeeld, klar,
  avslutad*, færdig, ferdig, fullført, valmis, ukończon*, zakończon*, dohrán*, dokončen*, dočten*, befejez*, kész,
  finalizat*, bitti, tamamlandı, bitirildi, ολοκληρωμέν*, τελείωσα, завершен*, закончен*, пройден*, завершено, 完了,
  クリア, 完成, 通关, 완료, 클리어, zu ende, bis zum ende, jusqu au bout, hasta el final, fino alla fine, até o fim, дочитал*,
  дочитан*, досмотрел*, досмотрен*, доиграл*, dokończ*, dočetl*, dočten*, dokoukal*, 読み終わ, 読み終え, 見終わ, 観終わ, 終了, 看完,
  读完, 玩完, 听完, 다 읽`;
const WANTED = `want*, to start, ready to read, ready to play, sehen will, lesen will, spielen will, hören will,
  wish*, wunsch*, plan, planned, planning, to read, to watch, to play, to listen, to see, to finish, to do, todo,
  to buy, to try, to visit, backlog, queue*, tbr*, watchlist*, later, someday, interested, vorgemerkt, vormerk*,
  merkliste, geplant, will ich, möchte, à lire, à voir, à jouer, envie*, souhait*, prévu, por leer, por ver,
  por jugar, sin leer, sin ver, sin jugar, quiero, pendiente*, dese*, da leggere, da vedere, da giocare,
  senza leggere, desiderat*, vorrei, quero, para ler, para ver, para jogar, por ler, por ver, wil ik, wil lezen,
  te lezen, te kijken, te spelen, verlanglijst, vill läsa, vill se, att läsa, att se, vil læse, vil se, vil lese,
  ønskeliste, haluan, chcę, chce, chci, do przeczytania, do obejrzenia, planowan*, k přečtení, szeretném, tervezett,
  várólista, vreau, de citit, de văzut, okunacak*, izlenecek*, istek*, planlan*, θέλω, προς ανάγνωση, хочу,
  планирую, в планах, буду, запланирован*, 積読, 読みたい, 見たい, 気になる, プレイしたい, 想读, 想看, 想玩, 想听, 읽고 싶, 보고 싶, 찜, olvasatlan,
  lukematon, katsomaton, pelaamaton, okunmadı, okunmamış, izlenmedi, izlenmemiş, oynanmadı, αδιάβαστ*, plantowatch,
  plantoread, 未読, 未視聴, 未プレイ, 未读, 没读, 未看, 没看, 未玩, 没玩, 미독, 미시청, up next, next up, lukematta, katsomatta, pelaamatta,
  istiyorum, okuyaca*, izleyece*, 読んでいない, 読んでない, 見ていない, 見てない, 観ていない, 観てない, 읽지 않, 보지 않, 시청하지 않, 플레이하지 않,
  stapel ungelesener`;
const STILL = `current*, reading, rereading, watching, rewatching, playing, replaying, listening, on hold, hold,
  paus*, progress, wip, partial*, partly, half*, ongoing, continuing, incomplete, gerade, lese, schaue, spiele,
  teilweise, pausiert, unterbrochen, läuft, unvollständig, en cours, en pause, partiellement, incomplet*, leyendo,
  viendo, jugando, en curso, pausad*, a medias, in corso, in pausa, in lettura, parzial*, lendo, assistindo,
  jogando, em andamento, em curso, em progresso, parcial*, bezig, aan het lezen, gepauzeerd, gedeeltelijk,
  onvolledig, läser, tittar, spelar, pågående, delvis, i gang, læser, leser, luen, kesken, osittain, czytam,
  oglądam, gram, w trakcie, wstrzyman*, częściowo, čtu, sleduji, rozečten*, hraji, částečně, olvasom, nézem,
  folyamatban, részben, citesc, în curs, parțial, okuyorum, izliyorum, oynuyorum, devam*, kısmen, διαβάζω, βλέπω,
  σε εξέλιξη, μερικώς, читаю, смотрю, играю, в процессе, на паузе, частично, частково, 読書中, 読んでる, 視聴中, プレイ中, 進行中,
  中断, 在读, 在看, 在玩, 进行中, 搁置, 읽는 중, 보는 중, 진행 중, relendo, relisant, releyendo, rileggendo, rivedendo, reassistindo,
  herlezen, перечитываю, пересматриваю, rilettura, relecture, relectura, releitura`;
const LEFT = `abandon*, abbandonat*, dropped, drop, dnf*, did not finish, did not complete, can not finish,
  could not finish, gave up, given up, giving up, stopped, retired, quit, shelved, sin terminar, sin acabar,
  sem terminar, senza finire, abgebrochen, aufgegeben, zurückgelegt, arrêté*, laissé*, dejad*, lasciat*, interrott*,
  larguei, afgebroken, gestopt, opgegeven, avbruten, avbrutt, droppet, opgivet, keskeytetty, jätetty, porzucon*,
  przerwan*, odložen*, nedočten*, félbehagy*, abbahagy*, bırakıldı, bıraktım, yarım*, εγκαταλελειμμέν*, παράτησα,
  брошен*, бросил*, заброшен*, покинут*, 中止, 断念, やめた, 弃, 抛弃, 하차, 포기, 중단, 그만, abandonei, desisti`;
/** Of what is begun and not at its end, whatever stands beside it. */
const IN_PART = `partial*, partly, half*, incomplete, not fully, not completely, not entirely, teilweise, halb*,
  unvollständig, nicht ganz, partiellement, en partie, incomplet*, pas entièrement, a medias, parcial*, no del todo,
  parzial*, in parte, gedeeltelijk, onvolledig, niet helemaal, delvis, osittain, częściowo, částečně, részben,
  kısmen, частично, частково, not all, nicht alles, à moitié, a moitié, a metà, a la mitad, pela metade, halverwege,
  halvvägs, halvvejs, halvveis, puolivälissä, do połowy, napůl, наполовину, до середины`;
const NOT = `not, never, no, nicht, nie, niemals, kein, non, pas, jamais, nunca, sin, mai, nao, não, niet, nooit,
  inte, ej, aldrig, ikke, aldri, ei, nem, nu, değil, δεν, не, ні, 未, 没, 沒, 안, 않, 못, 미`;
/** Written in one word with what they deny. */
const PREFIXES = 'un in im on o u nie ne nem не'.split(' ');
/** Said of a thing, and in a box or a column such as "Watched". */
const YES = 'yes, x, 1, true, checked, ja, oui, si, sim, tak, да, はい, 是, ✓, ✔, ☑, ✅';
/** The words of spreadsheets in other languages, which are also words of titles and shelves. */
const YES_OF_CELLS =
  'y, ticked, wahr, vrai, verdadero, vero, verdadeiro, waar, sant, sann, sand, prawda, pravda, истина, igaz, evet, ναι';
const NO =
  'no, n, 0, false, unchecked, nein, non, nee, nej, nei, nie, ne, нет, いいえ, 否, ☐, ✗, ✘, ❌, falsch, faux, falso, onwaar, ' +
  'falskt, usann, falsk, fałsz, nepravda, ложь, hamis, hayır, οχι';

const fold = (text: string): string =>
  foldLetters(text)
    .replace(/n[’'`]t\b/gu, ' not')
    .replace(/\bca not\b|\bcannot\b/gu, 'can not')
    .replace(/\bdidnt\b/gu, 'did not')
    .replace(/[^\p{L}\p{M}\p{N}%✓✔☑✅]+/gu, ' ')
    .trim();

/** Scripts that part no words. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Finds one of the words, as whole words. Where a word may begin is asked once, not for each: cells are many. */
function finderOf(words: string): RegExp {
  const [parted, unparted]: [string[], string[]] = [[], []];
  for (const listed of words.split(',')) {
    const isStart = listed.trim().endsWith('*');
    const word = fold(listed.replace('*', ''));
    if (UNPARTED.test(word)) unparted.push(word);
    else parted.push(isStart ? `${word}\\p{L}*` : word);
  }
  const whole = `(?<![\\p{L}\\p{M}\\p{N}])(?:${parted.join('|')})(?![\\p{L}\\p{M}])`;
  return new RegExp([whole, ...unparted].join('|'), 'u');
}

const exactly = (words: string): ReadonlySet<string> =>
  new Set(words.split(',').map((word) => fold(word) || word.trim()));
const YES_WORDS = exactly(YES);
const YES_CELLS = exactly(`${YES}, ${YES_OF_CELLS}`);
const NO_CELLS = exactly(NO);

/** What a box or a column such as "Watched" says; null: something else, or nothing. */
export function yesOrNo(cell: string): boolean | null {
  const text = cell.trim();
  const words = fold(text) || text;
  return YES_CELLS.has(words) ? true : NO_CELLS.has(words) ? false : null;
}

const FINDERS = {
  done: finderOf(DONE),
  begun: finderOf(BEGUN),
  ended: finderOf(ENDED),
  wanted: finderOf(WANTED),
  still: finderOf(STILL),
  left: finderOf(LEFT),
  inPart: finderOf(IN_PART),
  not: finderOf(NOT),
};

/** What is a status only as the whole cell: German readers' "Stapel ungelesener Bücher". */
const WHOLE: ReadonlyMap<string, string> = new Map([['sub', 'to read']]);
/** How far somebody is: "45 %". */
const SHARE = /^(\d{1,2})(?:[.,]\d+)?\s?%$/u;
/** Longer cells are no status. */
const MAX_LENGTH = 60;

/** A status word of whatever service; 'none' where it is not known, or where it says that there is none. */
export function statusOfWord(text: string): ItemStatus {
  if (text.length > MAX_LENGTH) return 'none';
  const words = WHOLE.get(text.trim().toLowerCase()) ?? fold(text);
  if (words === '') return 'none';
  if (Number(SHARE.exec(text.trim())?.[1] ?? 0) > 0) return 'in-progress';
  if (FINDERS.left.test(words)) return 'abandoned';
  if (FINDERS.inPart.test(words)) return 'in-progress';
  const denied = deniedIn(words);
  if (denied !== null) return denied;
  if (FINDERS.wanted.test(words)) return 'wanted';
  if (FINDERS.still.test(words) || FINDERS.begun.test(words)) {
    // "Finished reading", "done watching".
    const ended = FINDERS.ended.exec(words);
    return ended?.index === 0 && FINDERS.still.test(words.slice(ended[0].length)) ? 'finished' : 'in-progress';
  }
  if (FINDERS.done.test(words) || FINDERS.ended.test(words)) return 'finished';
  return YES_WORDS.has(words) ? 'finished' : 'none';
}

/** What is said with a denial; null where nothing is denied. */
function deniedIn(words: string): ItemStatus | null {
  const bare = words.split(' ').map(withoutPrefix).join(' ');
  const not = FINDERS.not.exec(words);
  const said = not === null ? (bare === words ? null : bare) : words.slice(not.index + not[0].length);
  if (said === null) return null;
  if (FINDERS.ended.test(said)) return 'abandoned';
  if (FINDERS.done.test(said) || FINDERS.begun.test(said)) return 'wanted';
  if (FINDERS.wanted.test(said) || FINDERS.still.test(said)) return not === null ? null : 'none';
  return null;
}

/** "unplayed" → "played", where that is a word of the tables. */
function withoutPrefix(word: string): string {
  for (const prefix of PREFIXES) {
    const rest = word.startsWith(prefix) ? word.slice(prefix.length) : '';
    if (rest.length < 3) continue;
    if ([FINDERS.done, FINDERS.begun, FINDERS.ended].some((finder) => finder.exec(rest)?.[0] === rest)) return rest;
  }
  return word;
}
