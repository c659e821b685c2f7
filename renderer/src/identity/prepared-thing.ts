import type { Item } from '../domain/item';
import { foldTitle, type FoldedTitle } from './fold-title';
import { isGenericTitle } from './generic-title';
import { namespaceOf, readIdentifier, registerOf } from './identifier-namespaces';
import { type KindRule, kindRuleOf } from './kind-rules';
import { parseName, type PersonName } from './person-name';

/** The facts that are compared: of an item, a row of an import or an entry of a list file. */
export type Thing = Pick<Item, 'kind' | 'title' | 'creators' | 'year' | 'series'> &
  Partial<Pick<Item, 'originalTitle' | 'identifiers' | 'length'>>;

export interface PreparedIdentifier {
  /** Register and value in one. */
  readonly key: string;
  readonly register: string;
  readonly value: string;
  readonly names: 'work' | 'edition';
  readonly printed: boolean;
}

/** A thing with everything that is compared worked out once. */
export interface PreparedThing {
  readonly kind: string;
  readonly rule: KindRule;
  /** Title and original title. */
  readonly titles: readonly FoldedTitle[];
  readonly isGeneric: boolean;
  /** The title is the name of a maker, for kinds where that matters. */
  readonly isSelfTitled: boolean;
  readonly makers: readonly PersonName[];
  readonly year: number | null;
  readonly length: number | null;
  readonly series: { readonly key: string; readonly position: number | null } | null;
  /** Those that prove something: valid, and of a register for this kind. */
  readonly identifiers: readonly PreparedIdentifier[];
  /** Keys of the titles within the family of kinds; two things with one in common have one title. */
  readonly titleKeys: readonly string[];
  /** The same of the parts before a subtitle. */
  readonly baseKeys: readonly string[];
  /** Maker, year and length of something long enough to be known by them under a translated title; else null. */
  readonly creditKey: string | null;
  /** All of the facts in one text: equal for two things whose facts are all equal. */
  readonly signature: string;
}

export const identifierKey = (register: string, value: string): string => `${register} ${value}`;

/** Two values in one register, whatever their keys, are compared; an id of a register for other kinds is not. */
function prepareIdentifiers(thing: Thing, { family }: KindRule): readonly PreparedIdentifier[] {
  const found = new Map<string, PreparedIdentifier>();
  for (const [name, text] of Object.entries(thing.identifiers ?? {})) {
    const namespace = namespaceOf(name);
    if (namespace !== undefined && !namespace.families.includes(family)) continue;
    const reading = readIdentifier(name, text);
    if ('unusable' in reading) continue;
    const register = registerOf(name, thing.kind);
    const key = identifierKey(register, reading.value);
    found.set(key, {
      key,
      register,
      value: reading.value,
      names: namespace?.names ?? 'edition',
      printed: namespace?.printed ?? false,
    });
  }
  return [...found.values()];
}

const distinct = (keys: readonly string[]): readonly string[] => (keys.length < 2 ? keys : [...new Set(keys)]);

const creditKeyOf = (kind: string, lead: PersonName | undefined, year: number | null, length: number): string | null =>
  lead === undefined || year === null
    ? null
    : `${kind} ${[...lead.words].sort().join(' ')} ${String(year)} ${String(length)}`;

/** @param nameOf `parseName`, or one that remembers what it has parsed: makers come again and again. */
export function prepareThing(thing: Thing, nameOf: (name: string) => PersonName | null = parseName): PreparedThing {
  const { kind, title, creators, year, series } = thing;
  const originalTitle = thing.originalTitle ?? null;
  const rule = kindRuleOf(kind);
  const titles = (originalTitle === null || originalTitle === title ? [title] : [title, originalTitle]).map(foldTitle);
  const makers = creators.map((name) => nameOf(name)).filter((name) => name !== null);
  const names = rule.selfTitled ? creators.map((name) => foldTitle(name).key) : [];
  const identifiers = prepareIdentifiers(thing, rule);
  const length = thing.length ?? null;
  const inFamily = (key: string): string => `${rule.family} ${key}`;
  return {
    kind: kind.trim().toLowerCase(),
    rule,
    titles,
    isGeneric: titles.some(({ words, key }) => isGenericTitle(words, key, makers)),
    isSelfTitled: names.length > 0 && titles.some(({ key }) => names.includes(key)),
    makers,
    year,
    length,
    series: series === null ? null : { key: foldTitle(series.name).key, position: series.position },
    identifiers,
    titleKeys: distinct(titles.map(({ key }) => inFamily(key))),
    baseKeys: distinct(titles.flatMap(({ baseKeys }) => baseKeys.map(inFamily))),
    creditKey: length === null || length < rule.minTellingLength ? null : creditKeyOf(kind, makers[0], year, length),
    signature: JSON.stringify([
      kind,
      title,
      originalTitle,
      creators,
      year,
      series?.name,
      series?.position,
      Object.entries(thing.identifiers ?? {}).sort(([left], [right]) => (left < right ? -1 : 1)),
    ]),
  };
}

/**
 * `prepareThing` that parses every maker's name once and every object once. Keeps them all: give it up after the work.
 */
export function createPreparer(): (thing: Thing) => PreparedThing {
  const names = new Map<string, PersonName | null>();
  const nameOf = (name: string): PersonName | null => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const parsed = parseName(name);
    names.set(name, parsed);
    return parsed;
  };
  const prepared = new Map<Thing, PreparedThing>();
  return (thing) => {
    const known = prepared.get(thing);
    if (known !== undefined) return known;
    const found = prepareThing(thing, nameOf);
    prepared.set(thing, found);
    return found;
  };
}
