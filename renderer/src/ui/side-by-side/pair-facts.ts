import type { ItemFieldValues } from '../../domain/item-fields/item-fields';
import { isSameJson } from '../../domain/same-json';
import { itemFieldText } from '../../text/item-fields';
import { kindName } from '../../text/kinds';
import { tagName } from '../../text/tag-names';
import { twinsText } from '../../text/twins';
import { fieldWords } from '../field-words';
import type { RatingScale } from '../format';

/** Fields that are compared line by line, in this order. */
const COMPARED = [
  'title',
  'kind',
  'creators',
  'year',
  'length',
  'series',
  'originalTitle',
  'tags',
  'shelves',
  'ownRating',
  'status',
  'finishedAt',
  'note',
  'privateNote',
  'identifiers',
  'url',
] as const;
type ComparedField = (typeof COMPARED)[number];

/** What is known of one of two things: an item, or a row of an import. */
export type PairFacts = Pick<ItemFieldValues, ComparedField>;

/** A line of the comparison; null: not known on that side. */
export interface PairLine {
  readonly label: string;
  readonly words: readonly [string | null, string | null];
  /** Known on both sides, and not the same. */
  readonly differs: boolean;
}

/** Lines for all that is known on either side. */
export function pairLines(sides: readonly [PairFacts, PairFacts], scale: RatingScale): readonly PairLine[] {
  return COMPARED.flatMap((name) => {
    const [left, right] = sides.map((facts) => wordsOf(name, facts, scale));
    const words = [left ?? null, right ?? null] as const;
    if (words[0] === null && words[1] === null) return [];
    const differs = words[0] !== null && words[1] !== null && !isSameJson(sides[0][name], sides[1][name]);
    return [{ label: itemFieldText[name].label, words, differs }];
  });
}

function wordsOf(name: ComparedField, facts: PairFacts, scale: RatingScale): string | null {
  // Whether there is one: notes may be long, and private.
  if (name === 'note' || name === 'privateNote') return facts[name] === null ? null : twinsText.yes;
  if (name === 'kind') return kindName(facts.kind);
  if (name === 'tags') return facts.tags.length === 0 ? null : facts.tags.map(tagName).join(', ');
  if (name === 'identifiers') {
    const ids = Object.entries(facts.identifiers);
    return ids.length === 0 ? null : ids.map(([register, id]) => `${register} ${id}`).join(', ');
  }
  if (name === 'status' && facts.status === 'none') return null;
  return fieldWords(name, facts[name], { kind: facts.kind, scale });
}
