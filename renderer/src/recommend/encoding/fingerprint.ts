import type { ItemFacts } from '../../domain/item';
import type { FeatureSchema } from '../model/model-manifest';
import { fmix32, fnv1a32 } from './hashing';
import type { TextRules } from './text';
import { ownValue } from '../../domain/own-value';

/** A 64-bit key of the known-item table, as two uint32. */
export interface FingerprintKey {
  readonly name: 'year' | 'creator' | 'year-1' | 'year+1' | 'title';
  readonly hi: number;
  readonly lo: number;
}

/** Two exports may call one thing 'movie' and 'series': kinds that may share a fingerprint share a group. */
export function kindGroup(schema: FeatureSchema['fingerprint'], kind: string, text: TextRules): string {
  const phrase = text.phrase(kind);
  return ownValue(schema.kindGroups, phrase) ?? phrase;
}

/** The keys under which the known-item table may hold an item, in lookup order; none for a title without words. */
export function lookupKeys(
  schema: FeatureSchema['fingerprint'],
  item: Pick<ItemFacts, 'kind' | 'title' | 'creators' | 'year'>,
  text: TextRules,
): readonly FingerprintKey[] {
  const title = text.phrase(item.title);
  if (title === '') return [];
  const group = kindGroup(schema, item.kind, text);
  const key = (name: FingerprintKey['name'], words: string): FingerprintKey => ({
    name,
    hi: fmix32(fnv1a32(words, schema.hiBasis)),
    lo: fmix32(fnv1a32(words, schema.loBasis)),
  });
  const keys: FingerprintKey[] = [];
  const { year } = item;
  if (year !== null) keys.push(key('year', `${group}|y|${title}|${String(year)}`));
  const [firstCreator] = item.creators;
  const creator = firstCreator === undefined ? '' : text.phrase(firstCreator);
  if (creator !== '') keys.push(key('creator', `${group}|c|${title}|${creator}`));
  // A film's year differs by one between databases: first festival showing against release.
  if (year !== null && schema.yearToleranceGroups.includes(group)) {
    keys.push(
      key('year-1', `${group}|y|${title}|${String(year - 1)}`),
      key('year+1', `${group}|y|${title}|${String(year + 1)}`),
    );
  }
  keys.push(key('title', `${group}|t|${title}`));
  return keys;
}
