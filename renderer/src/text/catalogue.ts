/** Words about what the catalogue says of a thing. */
export const catalogueText = {
  /** `fields`: "year, creators and tags". */
  filledIn: (fields: string) => `Filled in from the catalogue: ${fields}.`,
  takeOut: 'Take these out',
  notThisOne: 'Not this one',
  /** Where the catalogue's thing was refused. */
  otherOnes: 'Which one is it?',
  noOthers: 'The catalogue knows no other thing of this title.',
  chooseOther: 'Choose another one from the catalogue',
  chooseNone: 'None of these',
  /** For fields under which things are offered. */
  inLibrary: 'In your library',
  notedForFriend: 'Noted for a friend',
  keepTyped: (title: string) => `Keep “${title}” as typed`,
} as const;
