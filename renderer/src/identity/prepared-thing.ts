import { foldTitle, type FoldedTitle } from './fold-title';
import { isGenericTitle } from './generic-title';
import { namespaceOf, readIdentifier, registerOf } from './identifier-namespaces';
import { type KindRule, kindRuleOf } from './kind-rules';
import { parseName, type PersonName } from './person-name';
import { hashFacts, haveSameFacts, type Thing } from './same-facts';
import { ownValue } from '../domain/own-value';
import { addressKey } from './web-address';

export interface PreparedIdentifier {
  /** Register and value in one. */
  readonly key: string;
  readonly register: string;
  readonly value: string;
  readonly names: 'work' | 'edition';
  readonly printed: boolean;
}

/** Folds texts. One that remembers them folds each once: makers, kinds and titles come again and again. */
export interface TextFolder {
  readonly title: (title: string) => FoldedTitle;
  readonly name: (name: string) => PersonName | null;
  readonly rule: (kind: string) => KindRule;
}

const PLAIN_FOLDER: TextFolder = { title: foldTitle, name: parseName, rule: kindRuleOf };

/**
 * A thing with what is compared worked out once: what every look-up needs at once, what only a comparison needs when it
 * is first asked for. Most things of an import are never compared, and tens of thousands are in memory at a time.
 */
export class PreparedThing {
  readonly rule: KindRule;
  /** Title and original title. */
  readonly titles: readonly FoldedTitle[];
  /** Keys of the titles, each once; two things of one family of kinds with one in common have one title. */
  readonly titleKeys: readonly string[];
  /** The same of the parts before a subtitle. */
  readonly baseKeys: readonly string[];
  /** Those that prove something: valid, and of a register for this kind. */
  readonly identifiers: readonly PreparedIdentifier[];
  /** Equal for two things whose facts are all equal; see `hasSameFacts`. */
  readonly factsHash: number;
  readonly #thing: Thing;
  readonly #folder: TextFolder;
  #makers: readonly PersonName[] | undefined;
  #isGeneric: boolean | undefined;

  constructor(thing: Thing, folder: TextFolder) {
    const { title } = thing;
    const originalTitle = thing.originalTitle ?? null;
    const folded = folder.title(title);
    this.#thing = thing;
    this.#folder = folder;
    this.rule = folder.rule(thing.kind);
    this.titles =
      originalTitle === null || originalTitle === title ? folded.alone : [folded, folder.title(originalTitle)];
    this.titleKeys = this.titles.length === 1 ? folded.keys : distinct(this.titles.map(({ key }) => key));
    this.baseKeys =
      this.titles.length === 1 ? folded.baseKeys : distinct(this.titles.flatMap(({ baseKeys }) => baseKeys));
    this.identifiers = prepareIdentifiers(thing, this.rule);
    this.factsHash = hashFacts(thing);
  }

  get kind(): string {
    return this.#thing.kind.trim().toLowerCase();
  }

  get year(): number | null {
    return this.#thing.year;
  }

  /** As in `Item.length`. */
  get length(): number | null {
    return this.#thing.length ?? null;
  }

  hasSameFacts(other: PreparedThing): boolean {
    return this.factsHash === other.factsHash && haveSameFacts(this.#thing, other.#thing);
  }

  get makers(): readonly PersonName[] {
    this.#makers ??= this.#thing.creators.map((name) => this.#folder.name(name)).filter((name) => name !== null);
    return this.#makers;
  }

  get isGeneric(): boolean {
    this.#isGeneric ??= this.titles.some(({ words, key }) => isGenericTitle(words, key, this.makers));
    return this.#isGeneric;
  }

  /** The title is the name of a maker, for kinds where that matters. */
  get isSelfTitled(): boolean {
    if (!this.rule.selfTitled) return false;
    const names = this.#thing.creators.map((name) => this.#folder.title(name).key);
    return this.titles.some(({ key }) => names.includes(key));
  }

  get series(): PreparedSeries | null {
    const { series } = this.#thing;
    return series === null ? null : { key: this.#folder.title(series.name).key, position: series.position };
  }

  /** Maker, year and length of something long enough to be known by them under a translated title; else null. */
  get creditKey(): string | null {
    const { year, length } = this;
    if (year === null || length === null || length < this.rule.minTellingLength) return null;
    const [lead] = this.makers;
    return lead === undefined
      ? null
      : `${this.#thing.kind} ${[...lead.words].sort().join(' ')} ${String(year)} ${String(length)}`;
  }
}

export interface PreparedSeries {
  readonly key: string;
  readonly position: number | null;
}

export const identifierKey = (register: string, value: string): string => `${register} ${value}`;

const NO_IDENTIFIERS: readonly PreparedIdentifier[] = [];

/** Two values in one register, whatever their keys, are compared; an id of a register for other kinds is not. */
function prepareIdentifiers(
  { kind, identifiers = {}, url = null }: Thing,
  { family, namedByAddress }: KindRule,
): readonly PreparedIdentifier[] {
  const names = Object.keys(identifiers);
  const address = namedByAddress && url !== null ? addressOf(url) : NO_IDENTIFIERS;
  if (names.length === 0) return address;
  const found: PreparedIdentifier[] = [...address];
  for (const name of names) {
    const namespace = namespaceOf(name);
    if (namespace !== undefined && !namespace.families.includes(family)) continue;
    const reading = readIdentifier(name, ownValue(identifiers, name) ?? '');
    if ('unusable' in reading) continue;
    const register = registerOf(name, kind);
    const key = identifierKey(register, reading.value);
    const place = found.findIndex((earlier) => earlier.key === key);
    found[place < 0 ? found.length : place] = {
      key,
      register,
      value: reading.value,
      names: namespace?.names ?? 'edition',
      printed: namespace?.printed ?? false,
    };
  }
  return found;
}

const ADDRESS = 'address';

function addressOf(url: string): readonly PreparedIdentifier[] {
  const value = addressKey(url);
  return [{ key: identifierKey(ADDRESS, value), register: ADDRESS, value, names: 'work', printed: false }];
}

const distinct = (keys: readonly string[]): readonly string[] => (keys.length < 2 ? keys : [...new Set(keys)]);

/** @param folder one that remembers what it has folded, for many things */
export const prepareThing = (thing: Thing, folder: TextFolder = PLAIN_FOLDER): PreparedThing =>
  new PreparedThing(thing, folder);

function remembering<Folded>(fold: (text: string) => Folded): (text: string) => Folded {
  const known = new Map<string, Folded>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const folded = fold(text);
    known.set(text, folded);
    return folded;
  };
}

/** What prepares a thing; most often made by `createPreparer`. */
export type Preparer = (thing: Thing) => PreparedThing;

/**
 * `prepareThing` that folds every text once and prepares every object once. It keeps all of them in memory, so it is to
 * be dropped after the work.
 */
export function createPreparer(): Preparer {
  const folder: TextFolder = {
    title: remembering(foldTitle),
    name: remembering(parseName),
    rule: remembering(kindRuleOf),
  };
  const prepared = new Map<Thing, PreparedThing>();
  return (thing) => {
    const known = prepared.get(thing);
    if (known !== undefined) return known;
    const found = prepareThing(thing, folder);
    prepared.set(thing, found);
    return found;
  };
}
