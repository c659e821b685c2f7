import { parseManifest } from '../../renderer/src/recommend/model/manifest-parser';
import type { ModelManifest } from '../../renderer/src/recommend/model/model-manifest';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * A copy of `json` with the value at `path` (such as "featureSchema.fields.0.slots") replaced; undefined removes it.
 */
export function edited(json: Json, path: string, value: (found: Json) => Json | undefined): Json {
  const [name = '', ...rest] = path.split('.');
  if (typeof json !== 'object' || json === null) throw new Error(`nothing stands at ${path}`);
  const next = (found: Json | undefined): Json | undefined => {
    if (found === undefined) throw new Error(`nothing stands at ${path}`);
    return rest.length === 0 ? value(found) : edited(found, rest.join('.'), value);
  };
  if (isList(json)) return json.flatMap((entry, index) => (String(index) === name ? (next(entry) ?? []) : [entry]));
  return Object.fromEntries(
    Object.entries({ ...json, [name]: next(json[name]) }).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined,
    ),
  );
}

/** The manifest after several edits. */
export function manifestWith(
  json: unknown,
  ...edits: readonly (readonly [path: string, value: (found: Json) => Json | undefined])[]
): ModelManifest {
  return parseManifest(edits.reduce((changed, [path, value]) => edited(changed, path, value), json as Json));
}

/** Replaces whatever is there by a value. */
export function to(value: Json): () => Json {
  return () => value;
}

/** Swaps two entries of a list. */
export function swapped(one: number, other: number): (found: Json) => Json {
  return (found) =>
    isList(found)
      ? found.map((entry, index) => (index === one ? found[other] : index === other ? found[one] : entry) ?? entry)
      : found;
}

export function reversed(found: Json): Json {
  return isList(found) ? found.toReversed() : found;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
