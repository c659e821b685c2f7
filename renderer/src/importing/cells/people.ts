import { cleanCell } from './cell-values';

const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq)\.?$/i;
/** They brought a work to its readers and did not make it. */
const NOT_A_MAKER =
  /translat|narrat|read(?:er|\sby)|foreword|introduc|afterword|preface|cover|publisher|übersetz|sprecher|vorwort|traduc|traduttore|lettore|prefaz|vertal|översätt|переводчик|читает|訳/iu;

/** Whether who is named with this role made the work; a blank role says so. */
export const isMaker = (role: string): boolean => !NOT_A_MAKER.test(role);

/** "Vole, Ann" as "Ann Vole", "King, Martin Luther, Jr." as "Martin Luther King, Jr."; without a comma as it is. */
export function firstNameFirst(name: string): string {
  const [last = '', first = '', ...rest] = name.split(',').map(cleanCell);
  if (first === '' || last === '') return cleanCell(name);
  if (SUFFIX.test(first)) return [last, first].join(', ');
  return [`${first} ${last}`, ...rest.filter((part) => part !== '')].join(', ');
}

/** "Vole, Ann & Quill, Bo" as "Ann Vole" and "Bo Quill"; "Salt & Vole" may be one maker and stays. */
export function lastNamesFirst(cell: string): string[] {
  const names = cell.split(/\s+&\s+/);
  return names.length > 1 && names.every((name) => name.includes(','))
    ? names.map(firstNameFirst)
    : [firstNameFirst(cell)];
}

/** "Ann Vole, Bo Quill, Jr." as two names: what belongs to the name before it stays there. */
export function namesOf(cell: string, separator: string | RegExp = ','): string[] {
  const names: string[] = [];
  for (const part of cell.split(separator).map(cleanCell)) {
    const before = names.at(-1);
    if (before !== undefined && SUFFIX.test(part)) names[names.length - 1] = `${before}, ${part}`;
    else if (part !== '' && !names.includes(part)) names.push(part);
  }
  return names;
}

/** "Ann Vole (Illustrator), Bo Quill" as names with roles; no comma inside a bracket parts anything. */
export function namesWithRoles(cell: string): { readonly name: string; readonly role: string }[] {
  return namesOf(cell, /,(?![^(]*\))/).map((entry) => {
    const [, name = entry, role = ''] = /^(.*\S)\s*\(([^()]*)\)$/.exec(entry) ?? [];
    return { name, role };
  });
}
