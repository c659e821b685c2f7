import type { BacktestMethod } from '../domain/backtest';
import type { WildcardPolicy } from '../domain/policy-estimate';
import { counted } from './plural';

const opinions = (count: number): string => counted(count, 'opinion');
const people = (count: number): string => counted(count, 'person', 'people');

/** Words of the page that says how good the picks are. The rules that choose between them lie in features/trust. */
export const trustText = {
  title: 'How good are these picks?',
  intro:
    'Computed on this computer, from what you and your friends said. Where that is too little, this page says so and claims nothing.',
  range: (low: string, high: string) => `${low} to ${high}`,
  noRange: 'not known',
  noValue: '—',

  backtest: {
    heading: 'Tested on your own history',
    how: 'Every opinion was predicted from the ones before it, as if it had not been given yet. Then it was compared with what was really said.',
    running: 'Predicting what is known by now from what came before…',
    progress: 'How far the test has come',
    stop: 'Stop',
    stopped: 'The test was stopped before its end, so there is nothing to show.',
    runAgain: 'Run the test',
    errorTitle: 'The test could not be run',
    retry: 'Try again',
    finding: (handpicked: number, average: number) =>
      `Of two things, one liked and one not, Handpicked put the liked one first in ${handpicked} of 100 cases; average ratings alone ${average}, chance 50.`,
    findingWithoutAverage: (handpicked: number) =>
      `Of two things, one liked and one not, Handpicked put the liked one first in ${handpicked} of 100 cases; chance 50.`,
    better: 'That is clearly better than average ratings alone.',
    worse: 'On your history average ratings alone did clearly better: here its order is worth less than theirs.',
    alike: 'There is no clear difference from average ratings yet: more reactions are needed.',
    aboveChance: 'It is clearly better than chance.',
    notAboveChance: 'Against chance it is not clearly better yet.',
    basis: (predicted: number, from: number) => `From ${opinions(predicted)} of ${people(from)}.`,
    none: (needed: number) =>
      `No opinion could be predicted yet, so nothing is claimed. It takes about ${needed}: rate things you know, and note how what you shared went.`,
    tooFew: (predicted: number, missing: number) =>
      `Too early to say. Only ${opinions(predicted)} could be predicted so far, and a few lucky guesses would decide. About ${missing} more are needed.`,
    oneSided: (predicted: number) =>
      `Nothing to tell apart yet. ${opinions(predicted)} could be predicted, but too few people have both things they liked and things they did not. Misses help as much as hits.`,
    caption:
      'How often the liked one of two things was put first, of 100 cases. The dot is what was measured; the line is where the truth probably lies (95 %).',
    columns: { name: 'Put in order by', value: 'Of 100', range: '95 % range' },
    axis: (low: number, high: number) => `The lines are drawn from ${low} to ${high}; the dashed one is chance.`,
    methods: {
      handpicked: { name: 'Handpicked', what: 'the model, and what was learned about each person' },
      model: { name: 'The model alone', what: 'as it ships, with nothing learned here' },
      'average-rating': { name: 'Average ratings', what: 'what people at large gave it, the same for everyone' },
      content: { name: 'Likeness', what: 'kind, tags and creators like those of what they liked' },
      random: { name: 'Chance', what: 'drawn blindly' },
    } satisfies Record<BacktestMethod, { readonly name: string; readonly what: string }>,
  },

  calibration: {
    heading: 'When it says 80 %, is it 8 in 10?',
    how: 'Chances can be checked like a weather forecast: of all things that were given about the same chance, how many were liked?',
    pending: 'Comes with the test above.',
    finding: (n: number, said: string, liked: number) =>
      `${counted(n, 'thing')} had a chance of about ${said}; ${n === liked ? 'all' : liked.toLocaleString()} of them ${liked === 1 && n !== liked ? 'was' : 'were'} liked.`,
    close: (points: string) => `On average what it says is off by ${points}: it can be taken at its word.`,
    rough: (points: string) => `On average what it says is off by ${points}: roughly right.`,
    far: (points: string) => `On average what it says is off by ${points}: take its percentages with a pinch of salt.`,
    points: (points: number) => counted(points, 'percentage point'),
    underOne: 'less than one percentage point',
    fewOpinions: 'With so few opinions a good part of that is luck.',
    none: 'No opinion could be predicted yet, so nothing is claimed.',
    tooFew: (predicted: number, missing: number) =>
      `Too early to say: only ${opinions(predicted)} could be predicted, and about ${missing} more are needed.`,
    caption: 'What was said, and what came of it.',
    columns: { said: 'Chance it gave', mean: 'On average', liked: 'Were liked', share: 'Share' },
    likedOf: (liked: string, n: string) => `${liked} of ${n}`,
    diagram:
      'Diagram of the same figures: the chance given runs to the right, the share that was liked upwards. On the diagonal both agree.',
    axisSaid: 'chance given',
    axisLiked: 'were liked',
    legend:
      'The larger the dot, the more opinions. The line is where the truth probably lies. On the diagonal it would be exactly right.',
  },

  wildcards: {
    heading: 'The wildcards',
    how: 'One pick in five is drawn by chance, so that there is something to learn. The odds of everything that could have stood there were recorded, so the answers also show how other ways of filling that one place would have done. This says nothing about the other four picks.',
    loading: 'Reading the wildcards…',
    comparing: 'Comparing ways of choosing…',
    none: 'No wildcard was shown yet. They come with a friend’s picks.',
    noAnswer: (shown: number) => `${counted(shown, 'wildcard')} shown, and no answer to any of them yet.`,
    finding: (shown: number, answered: number, liked: number) =>
      `${counted(shown, 'wildcard')} shown, ${answered.toLocaleString()} answered: ${liked.toLocaleString()} liked.`,
    likedMeans:
      'Liked means not known before, and liked. Declined and known already count as not liked; no answer counts as nothing.',
    tooLittle: (needed: number) =>
      `Too little to compare ways of choosing: about ${needed} answers from several people are needed before anything is claimed.`,
    share: (share: string, low: string, high: string) =>
      `Of wildcards chosen like these, about ${share} are liked (${low} to ${high}).`,
    better: (names: string) => `Clearly more would have been liked with: ${names}.`,
    aboveBlind: 'That is clearly better than a blind draw would have done.',
    alike: 'No other way of choosing stands out: the ranges overlap.',
    errorTitle: 'The wildcards could not be compared',
    retry: 'Try again',
    caption:
      'Share of wildcards that would have been liked, for each way of filling that one place (doubly robust estimate, 95 % range).',
    columns: { name: 'Way of choosing', value: 'Liked', range: '95 % range', worth: 'Worth in answers' },
    axis: (low: string, high: string) => `The lines are drawn from ${low} to ${high}.`,
    notEnough: 'too little to say',
    policies: {
      thompson: { name: 'As it was done', what: 'by chance, in favour of what may please and what is little known' },
      uniform: { name: 'A blind draw', what: 'the same odds for everything' },
      greedy: { name: 'No experiments', what: 'always what is likeliest to please' },
      'least-known': { name: 'All curiosity', what: 'always what least is known about' },
    } satisfies Record<WildcardPolicy, { readonly name: string; readonly what: string }>,
    details: 'How can it know what was never tried?',
    example:
      'Say a thing had one chance in ten of standing there, and another way of choosing would always have put it there. When it did stand there, its answer counts ten times for that way, because nine such occasions are missing. Answers to things the other way would never have shown count for nothing. So a way that differs much from what was done is judged by few answers: the last column says how many answers of its own they are worth.',
    threeWays:
      'There are three usual ways of adding this up. The first is right on average but jumps about and may even leave 0 to 100 %; the second is steadier and a little biased; the third also asks the model, and corrects it by the answers. Where the three disagree, too little is known.',
    estimators: {
      inversePropensity: 'Weighted sum (IPS; Horvitz & Thompson 1952)',
      selfNormalised: 'Weighted mean (SNIPS; Swaminathan & Joachims 2015)',
      doublyRobust: 'Doubly robust (Dudík, Langford & Li 2011)',
    },
    detailsCaption: 'The three estimates with their 95 % ranges.',
    independence:
      'Answers of one person are not taken as independent of each other: the ranges come from people, not from answers.',
  },

  basis: {
    heading: 'What every pick was based on',
    library: 'In your library',
    recognised: 'Recognised by the model',
    friends: 'Friends',
    reactions: 'Reactions',
    sent: 'Sent',
    outcomes: 'What came of it',
    engine: 'Runs on',
    model: 'Model',
    things: (count: number) => counted(count, 'thing'),
    reactionsOf: (own: string, friends: string) => `${own} of yours, ${friends} of your friends`,
    unanswered: 'No answer yet',
    nothingSent: 'nothing sent yet',
  },

  card: {
    heading: 'The model card',
    about:
      'What the model was trained on, how well it does on other people’s ratings, where it is weak and what it may be used for. Written for those who know the terms.',
    open: 'Read the model card',
    loading: 'Reading the model card…',
    error: (message: string) => `The model card could not be read. ${message}`,
    table: 'Table of the model card',
  },
} as const;
