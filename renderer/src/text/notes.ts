import { joinNames } from './picks';

/** A thing as a message names it: “Dune”, and " by Frank Herbert" or nothing. */
export interface NamedThing {
  readonly name: string;
  readonly by: string;
  /** "read": what one asks whether they have done with it. */
  readonly met: string;
}

/** A thing the friend liked, and what links it with the one that is sent. */
export interface LinkWords {
  readonly name: string;
  /** "loved" or "liked" */
  readonly felt: string;
  /** The maker of both, the tag of both; empty where the link is another. */
  readonly shared: string;
}

/** What a sentence says of the thing, and what may follow after the sender's own opinion of it. */
export type Wording = readonly [first: string, then?: string];

/** Several ways to say the same; none begins with the thing, so that a note may go on after a greeting. */
type Wordings<Words extends readonly unknown[]> = readonly ((...words: Words) => Wording)[];

/** Words of the draft that goes with a pick. Written to be sent to somebody one knows. */
export const notesText = {
  hello: (names: readonly string[]) => `Hi ${joinNames(names)},`,
  by: (creators: readonly string[]) => ` by ${joinNames(creators)}`,
  quoted: (title: string) => `“${title}”`,

  /** Nothing is known that could be said of the friend. */
  plain: [
    ({ name, by, met }) => [`Have you ${met} ${name}${by}?`],
    ({ name, by }) => [`I think you might like ${name}${by}.`],
    ({ name, by }) => [`This may be one for you: ${name}${by}.`],
    ({ name, by }) => [`If you are looking for something new, try ${name}${by}.`],
    ({ name, by }) => [`One for you, perhaps: ${name}${by}.`],
  ] satisfies Wordings<[NamedThing]> as Wordings<[NamedThing]>,

  /** To several friends at once. */
  toAll: [
    ({ name, by }) => [`I thought you might like this: ${name}${by}.`],
    ({ name, by, met }) => [`Has one of you ${met} ${name}${by}?`],
    ({ name, by }) => [`Here is something for all of you: ${name}${by}.`],
  ] satisfies Wordings<[NamedThing]> as Wordings<[NamedThing]>,

  sameCreator: [
    ({ name }, { name: other, felt, shared }) => [`You ${felt} ${other}, so here is more by ${shared}: ${name}.`],
    ({ name, met }, { name: other, felt, shared }) => [
      `Have you ${met} ${name}?`,
      `It is by ${shared}, like ${other}, which you ${felt}.`,
    ],
    ({ name }, { name: other, felt, shared }) => [`Since you ${felt} ${other}: there is also ${name} by ${shared}.`],
    ({ name }, { name: other, shared }) => [`More ${shared} for you, after ${other}: ${name}.`],
    ({ name }, { name: other, felt, shared }) => [
      `This might be for you: ${name}.`,
      `It is ${shared} again, and you ${felt} ${other}.`,
    ],
  ] satisfies Wordings<[NamedThing, LinkWords]> as Wordings<[NamedThing, LinkWords]>,

  sameSeries: [
    ({ name, by }, { name: other, felt }) => [`You ${felt} ${other}, so here is another of that series: ${name}${by}.`],
    ({ name, by, met }, { name: other, felt }) => [
      `Have you ${met} ${name}${by}?`,
      `It is from the same series as ${other}, which you ${felt}.`,
    ],
    ({ name, by }, { name: other, felt }) => [`Since you ${felt} ${other}: ${name}${by} is from the same series.`],
    ({ name, by }, { name: other }) => [`There is more where ${other} came from: ${name}${by}, from the same series.`],
  ] satisfies Wordings<[NamedThing, LinkWords]> as Wordings<[NamedThing, LinkWords]>,

  lovedTogether: [
    ({ name, by }, { name: other, felt }) => [
      `You ${felt} ${other}, and people who love that one tend to love ${name}${by} too.`,
    ],
    ({ name, by }, { name: other }) => [
      `People who love ${other} tend to love ${name}${by} as well, so I thought of you.`,
    ],
    ({ name, by, met }, { name: other, felt }) => [
      `Have you ${met} ${name}${by}?`,
      `People tend to love it along with ${other}, which you ${felt}.`,
    ],
    ({ name, by }, { name: other }) => [
      `If ${other} was your kind of thing, ${name}${by} may be too: people tend to love both.`,
    ],
    ({ name, by }, { name: other, felt }) => [
      `Since you ${felt} ${other}: people who love it tend to love ${name}${by}.`,
    ],
  ] satisfies Wordings<[NamedThing, LinkWords]> as Wordings<[NamedThing, LinkWords]>,

  sameTag: [
    ({ name, by }, { name: other, felt, shared }) => [
      `You ${felt} ${other}, and ${name}${by} is in the same vein (${shared}).`,
    ],
    ({ name, by, met }, { name: other, felt, shared }) => [
      `Have you ${met} ${name}${by}?`,
      `It is in the same vein as ${other}, which you ${felt} (${shared}).`,
    ],
    ({ name, by }, { name: other, felt, shared }) => [`Since you ${felt} ${other}: ${name}${by}, ${shared} again.`],
    ({ name, by }, { name: other, shared }) => [`After ${other}, ${shared} again: ${name}${by}.`],
    ({ name, by }, { name: other, shared }) => [
      `If you want more like ${other}: ${name}${by} is in the same vein (${shared}).`,
    ],
  ] satisfies Wordings<[NamedThing, LinkWords]> as Wordings<[NamedThing, LinkWords]>,

  /** A tag or a maker the friend is known to like. */
  likes: [
    ({ name, by }, liked) => [`I know you like ${liked}, so ${name}${by} might be for you.`],
    ({ name, by, met }, liked) => [`Have you ${met} ${name}${by}?`, `I know you like ${liked}.`],
    ({ name, by }, liked) => [`Since you like ${liked}: ${name}${by}.`],
    ({ name, by }, liked) => [`This may be one for you, since you like ${liked}: ${name}${by}.`],
  ] satisfies Wordings<[NamedThing, string]> as Wordings<[NamedThing, string]>,

  /** A second link, in a long note. */
  also: {
    creator: ({ name, shared }: LinkWords) => `It is by ${shared} too, like ${name}.`,
    series: ({ name }: LinkWords) => `It is from the same series as ${name}, too.`,
    lovedTogether: ({ name }: LinkWords) => `People who love ${name} tend to love it as well.`,
    tag: ({ name, felt, shared }: LinkWords) => `You also ${felt} ${name}, which is in the same vein (${shared}).`,
    likes: (liked: string) => `And I know you like ${liked}.`,
  },

  felt: { loved: 'loved', liked: 'liked' },
  iLoved: ['I loved it.', 'I loved it myself.', 'I absolutely loved it.'],
  iLiked: ['I liked it.', 'I enjoyed it.', 'I liked it myself.'],

  /** What one asks of a thing of this kind: "Have you … it?" */
  met: {
    book: 'read',
    comic: 'read',
    article: 'read',
    movie: 'seen',
    series: 'seen',
    episode: 'seen',
    anime: 'seen',
    game: 'played',
    'board game': 'played',
    album: 'heard',
    track: 'heard',
    podcast: 'heard',
    'music artist': 'heard',
    place: 'been to',
    recipe: 'tried',
    wine: 'tried',
    food: 'tried',
  } as Readonly<Record<string, string>>,
  metAnything: 'come across',

  addOwnWords: 'Add my words',
  takeOutOwnWords: 'Take my words out',
} as const;
