import { quotedList, splitList } from './cell-values';

/**
 * What a column of makers holds: people (authors, directors), whose names are parted by commas and "&"; companies
 * (developers), parted by commas; or bands, whose names may hold both: "Salt, Wind & Ember".
 */
export type MakersNamed = 'people' | 'companies' | 'bands' | 'band';

export interface MakerColumn {
  readonly named: MakersNamed;
  /**
   * last-first: "Vole, Ann" is one person. mixed: so are two single words, and initials behind one, as the records of
   * several catalogues have them beside "Bo Quill".
   */
  readonly order: 'first-last' | 'last-first' | 'mixed';
}

const BAND_HEADER = /artist|band\b|musician|performer|interpret|künstler|kunstenaar|исполнител|アーティスト|歌手/iu;
const PLURAL_HEADER = /artists|\(s\)|interpreten|artistes|исполнители/iu;
const COMPANY_HEADER = /develop|studio|publisher|compan|brewer|winery|vineyard|entwickler|разработчик/iu;
const PEOPLE_HEADER =
  /author|autor|auteur|forfatter|författare|schrijver|szerző|yazar|автор|συγγραφέας|writer|director|regie|regiss|réalis|designer|creator|translator|contributor|著者|作者|저자|監督|导演/iu;
const LAST_FIRST_HEADER = /last.?(?:name)?.?,?.?first|\bl-f\b|author_?sort|sort/iu;
const BAND_KINDS: ReadonlySet<string> = new Set(['album', 'track', 'music artist']);
const COMPANY_KINDS: ReadonlySet<string> = new Set(['game', 'wine', 'food']);

/** What belongs to the name before it, though a comma stands between: "Martin Luther King, Jr.", "Fen Games, Inc.". */
const SUFFIX =
  /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq|inc|incorporated|ltd|limited|llc|l\.l\.c|plc|co|corp|gmbh|ag|kg|s\.?a\.?s?|s\.?r\.?l|b\.?v|n\.?v|a\.?b|oy|a\/?s)\.?$/iu;
/** Before a family name of one word: "Le Guin", "van der Vole". */
const PARTICLE =
  /^(?:de|del|della|di|da|do|dos|du|la|le|van|von|vom|zu|der|den|ten|ter|el|al|bin|ibn|st\.?|mac|o['’])$/iu;
const ARTICLE_FIRST = /^(?:the|a|an|der|die|das|les?|la|el|los|las|il|de|het)\b/iu;
/** Discogs' number for the second of a name. */
const NAMESAKE = /\s\(\d{1,3}\)$/u;
/** Behind the name of another page of the same notes: "Ann Vole (https://…)". */
const LINK = /\s*\(https?:\/\/[^()\s]*\)/giu;
/** Whoever only lent a voice, translated or introduced it did not make it. */
const HELPER =
  /\s*[([](?:[^()[\]]*\b)?(?:narrat|translat|reader|read by|introduc|foreword|afterword|cover|sprecher|übersetz|vorwort|narrador|traduct|traducteur|préface|lettore|tradutt|преводач|переводчик|читает|ナレーター|翻訳|訳者|译者|译)[^()[\]]*[)\]]\s*$/iu;
const ROLE =
  /\s*[([](?:[^()[\]]*\b)?(?:author|goodreads author|editor|eds?\b|illustrat|contributor|writer|artist|director|creator|hrsg|herausgeber|illustr|auteur|autor)[^()[\]]*[)\]]\s*$/iu;

/** "Ed. Cy Marsh", "Hrsg. Di Reed". */
const ROLE_BEFORE = /^(?:eds?\.|edited by|hrsg\.|illustrated by)\s+/iu;

/** "Ann Vole et al." */
const AND_OTHERS =
  /,?\s+(?:et al\.?|(?:and|&) others|und andere|u\.\s?a\.|en anderen|e\.a\.|et autres|y otros|e altri|i in\.|и др\.)$/iu;

/** What people write where they know nobody. */
const NOBODY =
  /^(?:(?:author |autor |auteur |artist )?(?:unknown|unbekannt|inconnu|desconocido|desconhecido|sconosciuto|onbekend|неизвестен)|unknown (?:author|artist)|(?:unbekannter|неизвестный) (?:autor|автор)|n\/?a)$/iu;

/** Of these the authors come first, wherever they stand. */
const WROTE = /author|auteur|autor|writer|creator|director/iu;

/** Whether a role in a cell of its own is one of these. */
export const isHelper = (role: string): boolean => HELPER.test(`(${role})`);

const wordsOf = (name: string): readonly string[] => name.split(/\s+/u).filter((word) => word !== '');
const isFullName = (name: string): boolean => wordsOf(name).filter((word) => !PARTICLE.test(word)).length > 1;
const isFamilyName = (name: string): boolean => name !== '' && !isFullName(name) && !/\d/u.test(name);
const isGivenName = (name: string): boolean =>
  name !== '' && wordsOf(name).length <= 3 && !ARTICLE_FIRST.test(name) && !SUFFIX.test(name) && !/[\d&]/u.test(name);

/** Names of other scripts are of one word as they stand. */
const isOneWord = (name: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'’-]{2,}$/u.test(name);
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;

/** The parts between commas; a suffix stays with its name. */
function commaParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (const part of text.split(/\s*,\s*/u)) {
    const before = parts.at(-1);
    if (before !== undefined && SUFFIX.test(part)) parts[parts.length - 1] = `${before}, ${part}`;
    else if (part !== '') parts.push(part);
  }
  return parts;
}

const HARD = /\s*(?:[;|\n]|\s\/\s)\s*/u;
const AND = /\s+(?:&|and|und|et|y|e|en|och|og|и|і)\s+/iu;

/** "Di Reed" is a full name beside others, though "di" is a particle. */
const areFullNames = (names: readonly string[]): boolean =>
  names.some(isFullName) && names.every((name) => name.includes(',') || wordsOf(name).length > 1);

/** The people between "&" or "and"; none where these are of one name: "Salt, Wind & Ember". */
function partsOfBoth(text: string): readonly string[] {
  const both = text.split(AND);
  return both.length === 1 || both.every((name) => name.includes(',')) || areFullNames(both) ? both : [];
}

/** Whether most cells with one comma are one person each, last name first, rather than two people. */
function orderOf(cells: Iterable<string>): { readonly flipped: number; readonly listed: number } {
  let [flipped, listed] = [0, 0];
  for (const cell of cells)
    for (const text of cell.split(HARD).flatMap(partsOfBoth)) {
      const parts = commaParts(text);
      if (parts.length < 2) continue;
      const [one = '', other = ''] = parts;
      if (isFullName(one) && isFullName(other)) listed += 1;
      else if (isFamilyName(one) && isGivenName(other)) flipped += 1;
      else if (parts.length === 2 && isGivenName(other)) flipped += 0.5;
    }
  return { flipped, listed };
}

/** @param cells some hundred of the column @param kind of most things in the table */
export function makerColumnOf(header: string, kind: string, cells: readonly string[]): MakerColumn {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const named: MakersNamed = BAND_HEADER.test(header)
    ? PLURAL_HEADER.test(header)
      ? 'bands'
      : 'band'
    : COMPANY_HEADER.test(header)
      ? 'companies'
      : PEOPLE_HEADER.test(header)
        ? 'people'
        : BAND_KINDS.has(kind)
          ? 'band'
          : COMPANY_KINDS.has(kind)
            ? 'companies'
            : 'people';
  if (LAST_FIRST_HEADER.test(header)) return { named, order: 'last-first' };
  const { flipped, listed } = orderOf(filled);
  const isFlipped = named === 'people' ? flipped > listed : flipped > listed && flipped > filled.length / 2;
  return { named, order: isFlipped ? 'last-first' : 'first-last' };
}

/** The names in a cell, first name first, each once. */
export function makersOf(cell: string, { named, order }: MakerColumn): string[] {
  const names = (quotedList(cell) ?? cell.replaceAll(LINK, '').split(HARD)).flatMap((part) => {
    if (part === '') return [];
    if (order === 'last-first' || (order === 'mixed' && isOneTurned(part))) return turned(part);
    switch (named) {
      case 'people':
        return people(part);
      case 'companies':
      case 'bands':
        return groups(part);
      case 'band':
        return [part.replace(NAMESAKE, '')];
    }
  });
  const makers = names.filter((name) => !HELPER.test(name) && !NOBODY.test(name));
  const ofOtherRole = (name: string): boolean =>
    ROLE_BEFORE.test(name) || (ROLE.test(name) && !WROTE.test(ROLE.exec(name)?.[0] ?? ''));
  const inOrder = [...makers.filter((name) => !ofOtherRole(name)), ...makers.filter(ofOtherRole)];
  const kept = (makers.length > 0 ? inOrder : names.filter((name) => !NOBODY.test(name))).map((name) =>
    name.replace(HELPER, '').replace(ROLE, '').replace(ROLE_BEFORE, '').replace(AND_OTHERS, '').trim(),
  );
  return splitList(kept.join('\n'), '\n');
}

/** "Vole, Ann", "Vole, A. B." */
function isOneTurned(text: string): boolean {
  const [last = '', first = '', ...more] = commaParts(text);
  return more.length === 0 && isOneWord(last) && (isOneWord(first) || INITIALS.test(first));
}

function people(text: string): readonly string[] {
  // "Ann Vole/Bo Quill".
  const slashed = text.split('/');
  if (slashed.length > 1 && slashed.every((name) => isFullName(name.trim()))) return slashed.flatMap(people);
  const parts = commaParts(text);
  const apart = parts.flatMap((part) => {
    // "Cy Marsh & Di Reed" are two; "Ann & Bo Vole" hardly, and cannot be told.
    const both = part.replace(/^(?:&|and|und|et|y|e|и)\s+/iu, '').split(AND);
    return both.length > 1 && areFullNames(both) ? both : [both.length > 1 ? part : (both[0] ?? part)];
  });
  // "Salt, Wind & Ember" is one maker, whatever the column is called.
  return apart.length > 1 && AND.test(text) && apart.every((name) => !isFullName(name) || AND.test(name))
    ? [text]
    : apart;
}

function groups(text: string): readonly string[] {
  // "Salt, Wind & Ember" is one; "Fen Games, Salt & Co." are two.
  const parts = commaParts(text);
  if (AND.test(text) && parts.every((part) => AND.test(part) || !isFullName(part))) return [text];
  const names: string[] = [];
  // A comma inside a number parts nothing: "10,000 Lamps".
  for (const part of commaParts(text.replace(/(?<=\d),(?=\d{3})/gu, '\u0000'))) {
    const name = part.replaceAll('\u0000', ',');
    const before = names.at(-1);
    // "Tyrell, The Maker"
    if (before !== undefined && ARTICLE_FIRST.test(name)) names[names.length - 1] = `${before}, ${name}`;
    else names.push(name);
  }
  return names;
}

/** "Vole, Ann & Quill, Bo", "King, Martin Luther, Jr.", "Vole, Ann, Quill, Bo". */
function turned(text: string): readonly string[] {
  const both = partsOfBoth(text);
  if (both.length === 0) return [text];
  if (both.length > 1) return both.flatMap(turned);
  const parts = commaParts(text);
  const [last = '', first = '', ...more] = parts;
  if (parts.length === 1) return [text];
  if (more.length === 0) {
    if (isFullName(last) && isFullName(first)) return parts;
    const suffix = /,\s*(\S+)$/u.exec(first)?.[1];
    return [suffix === undefined ? `${first} ${last}` : `${first.replace(/,\s*\S+$/u, '')} ${last}, ${suffix}`];
  }
  const arePairs = parts.length % 2 === 0 && parts.every((part, place) => place % 2 === 1 || isFamilyName(part));
  return arePairs
    ? parts.flatMap((part, place) => (place % 2 === 0 ? [`${parts[place + 1] ?? ''} ${part}`] : []))
    : parts;
}
