import { counted } from './plural';

/** Words of "Paste a list": lines that become things. */
export const pasteText = {
  title: 'Paste a list',
  open: 'Paste a list',
  openLoves: 'Paste a list of what they love',
  openList: 'Paste several lines into this list',
  intro: 'One thing per line, however it is written. You see what each line was taken for before anything is added.',
  lines: 'Lines',
  placeholder: 'Dune – Frank Herbert (1965)\nSpirited Away, 2001\n- The Matrix',
  where: 'Where to',
  library: 'Your library',
  loves: (name: string) => `What ${name} loves`,
  list: (title: string) => `The list “${title}”`,
  kind: 'What they are',
  anyKind: 'Different kinds',
  read: 'Read the list',
  readHint: 'Ctrl+Enter reads it, Enter adds it.',
  nothing: 'There is no line to read yet.',
  looking: (done: number, total: number) =>
    total === 0 ? 'Asking the catalogue…' : `Asking the catalogue: ${String(Math.round((100 * done) / total))} %`,
  cancel: 'Cancel',
  off: 'The catalogue is switched off in Settings, so lines are taken as they are written.',
  unavailable: (reason: string) => `Lines are taken as they are written. ${reason}`,
  summary: (lines: number, counts: readonly string[]) => `${counted(lines, 'line')}: ${counts.join(', ')}`,
  counts: {
    recognised: (count: number) => `${count.toLocaleString()} recognised`,
    doubtful: (count: number) => `${count.toLocaleString()} in doubt`,
    typed: (count: number) => `${count.toLocaleString()} as written`,
    there: (count: number) => `${count.toLocaleString()} there already`,
    repeat: (count: number) => `${count.toLocaleString()} named twice`,
    heading: (count: number) => counted(count, 'heading'),
    'too-long': (count: number) => `${count.toLocaleString()} too long`,
    link: (count: number) => (count === 1 ? 'a link alone' : `${count.toLocaleString()} links alone`),
    'left-out': (count: number) => `${count.toLocaleString()} left out`,
  },
  add: (count: number, to: string | null) =>
    count === 0 ? 'Nothing to add' : `Add ${counted(count, 'thing')}${to === null ? '' : ` to ${to}`}`,
  addLoves: (count: number, name: string) =>
    count === 0 ? 'Nothing to note' : `Note that ${name} loves ${counted(count, 'thing')}`,
  addHint: 'One undo takes all of it back.',
  goThrough: (count: number) => `Decide ${counted(count, 'doubt')}`,
  backToText: 'Back to the text',
  unknownKind: (count: number) => `Kind of the ${count === 1 ? 'line' : counted(count, 'line')} not recognised`,
  outcomes: 'What each line was taken for',
  choice: (number: number, text: string) => `Line ${String(number)}: ${text}`,
  auto: 'As shown',
  typed: 'As typed',
  leftOut: 'Leave out',
  recognised: 'recognised',
  byTitle: 'recognised by the title alone',
  asYouSaid: 'as you said',
  couldBe: (count: number) =>
    count === 1
      ? 'perhaps one that is known: as written until you say so'
      : `could be one of ${String(count)}: as written until you say which`,
  linkCouldBe: 'a link, perhaps to one that is known: left out until you say so',
  notRecognised: 'as written',
  rated: (rating: string) => `your rating: ${rating}`,
  inLibrary: 'in your library already',
  known: 'known already',
  sameAs: (number: number) => `the same as line ${String(number)}`,
  heading: 'a heading: left out',
  tooLong: 'too long for a title: left out',
  onlyLink: 'only a link: left out. Write the title beside it, and the link is kept with it.',
  isLeftOut: 'left out',
  lineLabel: (number: number) => `Line ${String(number)}`,
  yoursLabel: 'In your library',
  entryLabel: 'In the catalogue',
  decidedTitle: 'All decided',
  decided: (later: number) =>
    later === 0
      ? 'Nothing is added yet.'
      : `Nothing is added yet. ${counted(later, 'line stays', 'lines stay')} as written.`,
  toPreview: 'To the list',
  takenBack: 'Taken back.',
} as const;
