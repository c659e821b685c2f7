import type { ItemFacts } from '../../domain/item';
import type { FeatureSchema, FieldSchema } from '../model/model-manifest';
import { bucket } from './hashing';
import type { TextRules } from './text';
import { ownValue } from '../../domain/own-value';

/** Writes the tokens of items, int32 [slotCount] each. All constants come from the schema. */
export interface ItemTokenizer {
  readonly slotCount: number;
  /** Fills `into[offset .. offset + slotCount)`. */
  write(item: ItemFacts, into: Int32Array, offset: number): void;
}

export function itemTokenizer(schema: FeatureSchema, text: TextRules): ItemTokenizer {
  return {
    slotCount: schema.tokens.slotCount,
    write(item, into, offset) {
      const tags = tagsWithSeries(item, text);
      let slot = offset;
      for (const field of schema.fields) {
        const end = slot + field.slots;
        for (const token of distinctTokens(field, sourceStrings(field, item, tags), item.year, text)) {
          if (slot === end) break;
          into[slot] = bucket(schema.hash, field.prefix, token);
          slot += 1;
        }
        into.fill(schema.hash.padBucket, slot, end);
        slot = end;
      }
    },
  };
}

/** First slot, number of slots and weight of each field with a weight above 0, in the schema's order. */
export function fieldSlots(
  schema: FeatureSchema,
  weights: Readonly<Record<string, number>>,
): readonly { readonly start: number; readonly slots: number; readonly weight: number }[] {
  let start = 0;
  const found: { start: number; slots: number; weight: number }[] = [];
  for (const field of schema.fields) {
    const weight = ownValue(weights, field.name) ?? 0;
    if (weight > 0) found.push({ start, slots: field.slots, weight });
    start += field.slots;
  }
  return found;
}

/** The item's tags, and its series as one more tag "series: NAME" unless it is among them already. */
export function tagsWithSeries(item: ItemFacts, text: TextRules): readonly string[] {
  if (item.series === null) return item.tags;
  const extra = `series: ${item.series.name}`;
  const phrase = text.phrase(extra);
  return item.tags.some((tag) => text.phrase(tag) === phrase) ? item.tags : [...item.tags, extra];
}

function sourceStrings(field: FieldSchema, item: ItemFacts, tags: readonly string[]): readonly string[] {
  switch (field.source) {
    case 'title':
      return [item.title];
    case 'creators':
      return item.creators;
    case 'tags':
      return tags;
    case 'kind':
      return [item.kind];
    case 'year':
      return [];
  }
}

function distinctTokens(
  field: FieldSchema,
  strings: readonly string[],
  year: number | null,
  text: TextRules,
): ReadonlySet<string> {
  const tokens = new Set<string>();
  if (field.tokens === 'decade') {
    if (year !== null) tokens.add(String(Math.floor(year / 10) * 10));
    return tokens;
  }
  for (const string of strings) {
    if (field.tokens === 'words') for (const word of text.words(string)) tokens.add(word);
    else if (field.tokens === 'phrases') tokens.add(text.phrase(string));
    else addGrams(text.phrase(string), field.gramSize ?? 1, tokens);
  }
  tokens.delete('');
  return tokens;
}

function addGrams(phrase: string, size: number, tokens: Set<string>): void {
  if (phrase === '') return;
  // By code point, so that a gram never splits a surrogate pair.
  const marked = ['^', ...Array.from(phrase), '$'];
  if (marked.length < size) tokens.add(marked.join(''));
  for (let start = 0; start + size <= marked.length; start += 1) tokens.add(marked.slice(start, start + size).join(''));
}
