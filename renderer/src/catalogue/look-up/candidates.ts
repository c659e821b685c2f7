import { parseName, type PersonName, relateNames } from '../../identity/person-name';
import type { PreparedThing } from '../../identity/prepared-thing';
import type { Thing } from '../../identity/same-facts';
import type { CataloguePart } from '../catalogue-reader';
import { hashOfBase, hashOfIdentifier, hashOfTitle } from '../title-keys';

/** A thing of the catalogue that a description may mean, as far as identity compares it. */
export interface LookUpCandidate extends Thing {
  readonly part: CataloguePart;
  readonly entry: number;
  /** Its text that was found; null where an id was. */
  readonly text: number | null;
}

/** Where more share a title than this, those of the same year or maker are compared first ("Home", "Untitled"). */
const MAX_PER_TITLE = 40;

/** Everything in the part that shares an id, a title or a title without its subtitle. Titles are compared by hash. */
export function candidatesIn(part: CataloguePart, thing: PreparedThing): readonly LookUpCandidate[] {
  const found = new Map<number, number | null>();
  for (const { key } of thing.identifiers)
    for (const entry of part.identifierKeys.valuesOf(hashOfIdentifier(key))) found.set(entry, null);
  const { family } = thing.rule;
  const titleHashes = [
    ...thing.titleKeys.map((key) => hashOfTitle(family, key)),
    ...thing.titleKeys.map((key) => hashOfBase(family, key)),
    ...thing.baseKeys.map((key) => hashOfTitle(family, key)),
  ];
  for (const hash of titleHashes)
    for (const text of likeliest(part, part.titleKeys.valuesOf(hash), thing)) {
      const entry = part.entryOfText[text] ?? 0;
      if ((found.get(entry) ?? null) === null) found.set(entry, text);
    }
  return [...found].map(([entry, text]) => candidate(part, entry, text));
}

function candidate(part: CataloguePart, entry: number, text: number | null): LookUpCandidate {
  const title = part.titleOf(entry);
  return {
    part,
    entry,
    text,
    kind: part.kindOf(entry),
    title: part.text(title),
    originalTitle: text === null || text === title ? null : part.text(text),
    creators: part.creatorsOf(entry),
    year: part.yearOf(entry),
    series: null,
    length: part.lengthOf(entry),
    identifiers: part.identifiersOf(entry),
  };
}

function likeliest(part: CataloguePart, texts: Uint32Array, thing: PreparedThing): Iterable<number> {
  if (texts.length <= MAX_PER_TITLE) return texts;
  const { year, makers } = thing;
  const isLikely = (text: number): boolean => {
    const entry = part.entryOfText[text] ?? 0;
    const other = part.yearOf(entry);
    if (year !== null && other !== null && Math.abs(year - other) <= 1) return true;
    return makers.length > 0 && part.creatorsOf(entry).some((name) => isOneOf(makers, name));
  };
  const likely = [...texts].filter(isLikely);
  return [...new Set([...likely, ...texts])].slice(0, MAX_PER_TITLE);
}

function isOneOf(makers: readonly PersonName[], name: string): boolean {
  const parsed = parseName(name);
  return parsed !== null && makers.some((maker) => relateNames(maker, parsed) === 'same');
}
