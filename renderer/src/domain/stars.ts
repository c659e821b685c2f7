/** A rating of 0..1 on five stars, with at most two decimals. */
export const fiveStars = (rating: number): number => Math.round(rating * 5 * 100) / 100;
