import type { Level } from '../domain/recommendation';

/** Words for how well a thing fits somebody, how likely they are to like it, and to know it. One scale everywhere. */
export const fitText = {
  fit: {
    excellent: 'Excellent fit',
    veryGood: 'Very good fit',
    good: 'Good fit',
    fair: 'Fair fit',
    loose: 'Loose fit',
  },
  /** High in the list, though nothing known of the person points to it. */
  worthATry: 'Worth a try',
  /** After a figure: "8 in 10". */
  toLikeIt: (figure: string) => `${figure} to like it`,
  confidence: { low: 'a guess', medium: 'fairly sure', high: 'quite sure' } satisfies Record<Level, string>,
  likes: {
    veryLikely: 'Very likely to like it',
    likely: 'Likely to like it',
    even: 'As likely to like it as not',
    unlikely: 'Unlikely to like it',
    veryUnlikely: 'Very unlikely to like it',
  },
  knows: { unlikely: 'Probably new to them', perhaps: 'May know it already', likely: 'Likely knows it already' },
  knowsPercent: (percent: number) => `About ${percent} % likely to know it already`,
} as const;
