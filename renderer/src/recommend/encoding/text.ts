import type { FeatureSchema } from '../model/model-manifest';

/** The schema's text rules as functions. tests/fixtures/text-corpus.json, written by Python, pins them. */
export interface TextRules {
  /** Compatibility-decomposed, marks removed, lower-cased code point by code point. */
  normalise(text: string): string;
  /** Maximal runs of letters and numbers in the normalised text. */
  words(text: string): readonly string[];
  /** The words joined by one space; empty where there is none. */
  phrase(text: string): string;
}

const ASCII = /^[\x00-\x7f]*$/; // oxlint-disable-line no-control-regex -- all of ASCII, controls too: for them lower-casing is the whole rule

export function textRules(schema: FeatureSchema['text']): TextRules {
  const dropped = new RegExp(`\\p{${schema.dropCategory}}`, 'gu');
  const word = new RegExp(`[${schema.wordCategories.map((category) => `\\p{${category}}`).join('')}]+`, 'gu');
  const mapped = new Map(Object.entries(schema.map));

  const normalise = (text: string): string => {
    if (ASCII.test(text)) return text.toLowerCase();
    let lower = '';
    for (const codePoint of text.normalize(schema.unicodeForm).replace(dropped, '')) {
      // Lower-casing a single code point gives the same in every Unicode version. Inside a string Σ depends on its
      // neighbours, by rules that differ between the Unicode versions of Python and JavaScript.
      for (const piece of codePoint.toLowerCase()) lower += mapped.get(piece) ?? piece;
    }
    return lower.normalize(schema.unicodeForm).replace(dropped, '');
  };
  const words = (text: string): readonly string[] => normalise(text).match(word) ?? [];
  return { normalise, words, phrase: (text) => words(text).join(' ') };
}
