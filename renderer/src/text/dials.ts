/** Words of the dials: how picks for somebody are to lean. */
export const dialsText = {
  heading: 'Dials',
  folded: (state: string) => `Dials: ${state}`,
  foldedSet: 'Dials, set by you',
  usual: 'as usual',
  intro: (name: string) => `How picks for ${name} lean, until you set it back. What a dial adds to a pick stands under “Why this?”.`,
  familiarity: 'Familiar or surprising', fame: 'Popular or hidden gems',
  /** Left end, middle and right end of a slider. */
  familiarityMarks: ['familiar', 'as usual', 'surprising'] as readonly [string, string, string],
  fameMarks: ['popular', 'as usual', 'hidden gems'] as readonly [string, string, string],
  degree: (end: string, full: boolean) => (full ? end : `rather ${end}`),
  mix: 'Mix',
  /** For weights 0, 1 and 2. */
  mixChoices: ['less', 'as usual', 'more'],
  mixChip: (group: string, more: boolean) => `${more ? 'more' : 'less'} of ${group}`,
  moods: 'Mood or occasion',
  removeChip: (label: string) => `Set back: ${label}`,
  setBack: 'Set back to usual',
} as const;
