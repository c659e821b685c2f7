/** Words of the dials: how picks for somebody are to lean. */
export const dialsText = {
  heading: 'Dials',
  folded: (state: string) => `Dials: ${state}`,
  foldedSet: 'Dials, set by you',
  usual: 'as usual',
  intro: (name: string) =>
    `How picks for ${name} lean, until you set it back. What a dial adds to a pick stands under “Why this?”.`,
  familiarity: 'Familiar or surprising',
  fame: 'Popular or hidden gems',
  length: 'Short or long',
  /** Left end, middle and right end of a slider. */
  familiarityMarks: ['familiar', 'as usual', 'surprising'] as readonly [string, string, string],
  fameMarks: ['popular', 'as usual', 'hidden gems'] as readonly [string, string, string],
  lengthMarks: ['short', 'as usual', 'long'] as readonly [string, string, string],
  lengthHint: 'Moves only what has a known length, compared with what is usual for its kind.',
  noLengths:
    'Moves nothing yet: no thing in your library has a known length. Imports bring it, and a thing’s facts can be edited.',
  degree: (end: string, full: boolean) => (full ? end : `rather ${end}`),
  mix: 'Mix',
  /** For weights 0, 1 and 2. */
  mixChoices: ['less', 'as usual', 'more'],
  mixChip: (group: string, more: boolean) => `${more ? 'more' : 'less'} of ${group}`,
  moods: 'Mood or occasion',
  removeChip: (label: string) => `Set back: ${label}`,
  setBack: 'Set back to usual',
} as const;
