import type { PersonName } from './person-name';

/**
 * Titles that many makers, or one maker several times, have given: they say the form of a work ("Selected Poems") or
 * are so common that title and year prove little ("Home"). A title is generic where every word of it, the maker's name
 * aside, is in this list and at least one is in FORMS; or where it is one of COMMON_TITLES.
 */
const FORMS = new Set(
  (
    'poems poetry stories tales essays plays letters works writings novels novellas songs hits diaries journals ' +
    'interviews sonnets verse prose speeches fiction fictions memoirs autobiography anthology singles ' +
    'remixes best demos sessions ' +
    'poemas poesia poesias cuentos relatos ensayos obras antologia poesie racconti opere saggi contes nouvelles ' +
    'oeuvres gedichte erzahlungen werke geschichten briefe verhalen gedichten wiersze opowiadania ' +
    'стихи стихотворения рассказы сочинения избранное'
  ).split(' '),
);
const QUALIFIERS = new Set(
  (
    'selected collected complete early late later last new best greatest essential other more short love the a an and ' +
    'of in from with very his her all my very first second third vol volume book live acoustic ' +
    'completas completa escogidos escogidas selectas complete completes choisies choisis gesammelte ausgewahlte samtliche ' +
    'alle tutte tutti scelte scelti wybrane zebrane собрание избранные полное'
  ).split(' '),
);
/** Keys as `foldTitle` makes them. */
const COMMON_TITLES = new Set(
  (
    'home intro outro interlude prelude pilot untitled live unplugged demo ep christmas love hello alone happy angel ' +
    'heaven stay run fire gone lost runaway selftitled thebestof bestof poem story letter hunger wish hope dreams'
  ).split(' '),
);

/** @param words of a folded title @param key of the same title @param makers their names are ignored in the title */
export function isGenericTitle(words: readonly string[], key: string, makers: readonly PersonName[]): boolean {
  if (COMMON_TITLES.has(key)) return true;
  if (!words.some((word) => FORMS.has(word))) return false;
  return words.every(
    (word) =>
      FORMS.has(word) ||
      QUALIFIERS.has(word) ||
      /^\d+$/.test(word) ||
      makers.some((maker) => maker.words.includes(word)),
  );
}
