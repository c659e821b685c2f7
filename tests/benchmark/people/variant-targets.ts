import type { Target } from './app-scores';

/** What a variant asks: P(like) of what was met and rated, P(knows), else the interest. */
export function targetOf(variant: string): Target {
  if (variant === 'knows' || variant.endsWith('-knows')) return 'knows';
  return variant.endsWith('-rated') ? 'like' : 'interest';
}
