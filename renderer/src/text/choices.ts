/** Words of "which would they pick?": two things, one key. */
export const choicesText = {
  title: (name: string) => `Which would ${name} pick?`,
  open: 'Which would they pick?',
  intro: 'Guess for them. One key each; skip what you cannot tell.',
  loading: 'Choosing two things…',
  progress: (place: number, of: number) => `${place} of ${of}`,
  keys: 'Keys: ← or 1, → or 2, ↓ or S to skip, Backspace to go one back',
  notYours: 'Famous things stand in where your library has too few. Your library stays as it is.',
  pairLabel: (left: string, right: string) => `${left}, or ${right}?`,
  skip: 'Skip',
  back: 'One back',
  done: 'Done',
  /** After an answer, before the next pair is read out. */
  noted: (name: string, title: string) => `${name} would pick ${title}.`,
  skipped: 'Skipped.',
  takenBack: 'Taken back.',
  pairRead: (place: number, of: number, left: string, right: string) => `${place} of ${of}: ${left}, or ${right}?`,
  /** By the share of the uncertainty about the library that is gone. */
  confidence: {
    nothing: (name: string) => `Nothing is known of ${name}’s taste yet`,
    first: (name: string) => `A first idea of ${name}’s taste`,
    some: (name: string) => `Some idea of ${name}’s taste`,
    good: (name: string) => `A good idea of ${name}’s taste`,
  },
  confidenceLabel: 'How much is known',
  overTitle: (answers: number) =>
    answers === 0 ? 'No answers' : answers === 1 ? 'One answer noted' : `${answers} answers noted`,
  over: (name: string) =>
    `${name}’s picks go by them from now on. What you said stands on their page, and can be removed there.`,
  overNone: 'Nothing was noted. A love or two, typed on their page, says as much as several pairs.',
  toPicks: (name: string) => `${name}’s picks`,
  more: 'Twelve more',
  tooFewTitle: 'Too few well-known things',
  tooFew: (name: string) =>
    `Two things can be compared where the library has eight or more of a kind that most people have heard of. Type a few things ${name} loves instead: two or three are enough.`,
  usedUpTitle: 'No pairs left',
  usedUp: (name: string) => `Everything well known was compared. What else ${name} loves can be typed.`,
  type: 'Type what they love',
  errorTitle: 'No two things could be chosen',
} as const;
