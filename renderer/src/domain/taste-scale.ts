/**
 * What a rating 0..1 says of the one who gave it. Loved from .9 and liked from .8 (what is measured and foretold is
 * P(rated ≥ .8)), disliked up to .4, so-so between: 4 of 5 stars and 8 of 10 are liked, 3 of 5, 6 and 7 of 10 so-so, 2
 * of 5 and 4 of 10 disliked.
 */
export const TASTE_SCALE = Object.freeze({ loved: 0.9, liked: 0.8, disliked: 0.4 });

/** `met`: no rating, so no opinion is known. */
export type Opinion = 'loved' | 'liked' | 'soSo' | 'disliked' | 'met';

/** @param rating 0..1, null = none */
export function opinionOf(rating: number | null): Opinion {
  if (rating === null) return 'met';
  if (rating >= TASTE_SCALE.loved) return 'loved';
  if (rating >= TASTE_SCALE.liked) return 'liked';
  return rating > TASTE_SCALE.disliked ? 'soSo' : 'disliked';
}

export const isLoved = (rating: number | null): boolean => opinionOf(rating) === 'loved';
/** Liked or loved. */
export const isLiked = (rating: number | null): boolean => rating !== null && rating >= TASTE_SCALE.liked;
export const isDisliked = (rating: number | null): boolean => opinionOf(rating) === 'disliked';
