import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookupKeys } from '../../renderer/src/recommend/encoding/fingerprint';
import { bucket } from '../../renderer/src/recommend/encoding/hashing';
import { historyWindows } from '../../renderer/src/recommend/encoding/history-window';
import { itemTokenizer } from '../../renderer/src/recommend/encoding/item-tokens';
import { textRules } from '../../renderer/src/recommend/encoding/text';
import { KnownItems } from '../../renderer/src/recommend/known-items';
import { parseManifest } from '../../renderer/src/recommend/manifest-parser';

interface GoldenFacts { readonly kind: string; readonly title: string; readonly creators: readonly string[]; readonly year: number | null; readonly tags: readonly string[] }
interface Golden {
  readonly items: readonly {
    readonly item: GoldenFacts; readonly tokens: readonly number[]; readonly knownRow: number | null;
    readonly keys: readonly { readonly name: string; readonly hi: number; readonly lo: number }[];
  }[];
  readonly histories: readonly {
    readonly name: string;
    readonly events: readonly { readonly item: number; readonly rating: number | null; readonly at: number | null }[];
    readonly window: { readonly items: readonly number[]; readonly ratingBuckets: readonly number[]; readonly timeGapBuckets: readonly number[] };
  }[];
}

const ROOT = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

// Both bundles: the shipped one is trained anew now and then, the tiny one pins the rules whatever happens to it.
describe.each([['shipped', 'models/taste/'], ['tiny', 'tests/fixtures/tiny-model/']])('golden encoding of the %s model', (_name, folder) => {
  const manifest = parseManifest(json(`${folder}manifest.json`));
  const golden = json(`${folder}golden.json`) as Golden;
  const schema = manifest.featureSchema;
  const text = textRules(schema.text);
  const bytes = readFileSync(new URL(`${folder}known-items.bin`, ROOT));
  const known = new KnownItems(manifest, new Uint8Array(bytes).buffer);

  it('covers items and histories at all', () => {
    expect(golden.items.length).toBeGreaterThan(10);
    expect(golden.histories.length).toBeGreaterThan(10);
  });

  it.each(golden.items.map((entry) => [entry.item.title, entry] as const))('encodes %s as Python does', (_title, entry) => {
    const facts = { ...entry.item, series: null, crowd: null };
    const tokens = new Int32Array(schema.tokens.slotCount + 2).fill(-7);
    itemTokenizer(schema, text).write(facts, tokens, 1);
    expect([...tokens]).toEqual([-7, ...entry.tokens, -7]);
    expect(lookupKeys(schema.fingerprint, facts, text)).toEqual(entry.keys);
    expect(known.rowOf(facts, text)).toBe(entry.knownRow);
  });

  it.each(golden.histories.map((history) => [history.name, history] as const))('windows "%s" as Python does', (_title, history) => {
    const events = history.events.map((event) => ({ row: event.item, rating: event.rating, at: event.at === null ? null : event.at * 1000 }));
    const windows = historyWindows(schema.history, [events]);
    expect({ items: [...windows.items], ratingBuckets: [...windows.ratingBuckets], timeGapBuckets: [...windows.timeGapBuckets] }).toEqual(history.window);
  });
});

describe('text rules', () => {
  const corpus = json('tests/fixtures/text-corpus.json') as { readonly unicode: string; readonly rows: readonly { readonly input: string; readonly normalised: string; readonly words: readonly string[]; readonly bucket: number }[] };
  const schema = parseManifest(json('models/taste/manifest.json')).featureSchema;

  it('agree with Python on a fuzzed Unicode corpus, and so do the hashes', () => {
    const text = textRules(schema.text);
    expect(corpus.rows.length).toBeGreaterThan(200);
    const found = corpus.rows.map(({ input }) => ({ input, normalised: text.normalise(input), words: [...text.words(input)], bucket: bucket(schema.hash, 'w', text.normalise(input)) }));
    expect(found).toEqual(corpus.rows);
  });
});
