import { MIN_LIKED_WORDS, MIN_LOVED_WORDS, MIN_SO_SO_WORDS } from '../../../domain/taste-thresholds';

/** A stretch of a sentence; titles and tags are emphasised. */
export interface TextPart {
  readonly text: string;
  readonly emphasis: boolean;
}

export const plain = (text: string): TextPart => ({ text, emphasis: false });
export const emphasised = (text: string): TextPart => ({ text, emphasis: true });

/** The words without emphasis. */
export function plainText(parts: readonly TextPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Key of the words for a rating 0..1 in a sentence about a person; `met` where there is no rating. */
export function opinionOf(rating: number | null): 'met' | 'loved' | 'liked' | 'soSo' | 'disliked' {
  if (rating === null) return 'met';
  if (rating >= MIN_LOVED_WORDS) return 'loved';
  if (rating >= MIN_LIKED_WORDS) return 'liked';
  return rating >= MIN_SO_SO_WORDS ? 'soSo' : 'disliked';
}
