import { foldLetters } from './fold-letters';

/** Trimmed, without empty tags and repeats (case and accents are ignored; the first spelling is kept). */
export function cleanTags(tags: readonly string[]): readonly string[] {
  const byFold = new Map<string, string>();
  for (const tag of tags) {
    const trimmed = tag.trim();
    const fold = foldTag(trimmed);
    if (trimmed !== '' && !byFold.has(fold)) byFold.set(fold, trimmed);
  }
  return [...byFold.values()];
}

/** Two tags are the same tag where this is equal: "Café" and "cafe", but not "C++" and "C#". */
export const foldTag = (tag: string): string => foldLetters(tag.trim());

/** Its words, folded: "Read-in_2019" → "read", "in", "2019". */
export const tagWords = (tag: string): readonly string[] => foldTag(tag).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
