import { foldTitle } from '../identity/fold-title';
import { kindRuleOf } from '../identity/kind-rules';
import type { CataloguePart } from './catalogue-reader';
import { titleHashes, wordsOf } from './title-keys';

/** Texts that are folded again, spread over the file. */
const SAMPLE = 500;

/**
 * Whether what look-up and completion search was folded as this program folds. A catalogue keeps the folded words and
 * keys of its titles, and a later program may fold otherwise; then they would not be found.
 */
export function isIndexedAsToday(part: CataloguePart): boolean {
  const texts = part.entryOfText.length;
  const step = Math.max(1, Math.floor(texts / SAMPLE));
  for (let text = 0; text < texts; text += step) {
    const entry = part.entryOfText[text] ?? 0;
    const { family } = kindRuleOf(part.kindOf(entry));
    const title = part.text(text);
    const isFound = titleHashes(family, foldTitle(title)).every((hash) =>
      part.titleKeys.valuesOf(hash).some((found) => part.entryOfText[found] === entry),
    );
    const words = [...part.wordNumbers.subarray(part.wordStarts[text], part.wordStarts[text + 1])];
    if (!isFound || words.map((word) => part.words[word]).join(' ') !== wordsOf(title).join(' ')) return false;
  }
  return true;
}
