import type { BacktestMethod, SimpleWay, Verdict } from '../domain/backtest';
import type { WildcardPolicy } from '../domain/policy-estimate';
import { counted } from './plural';
import { simpleWayInSentence } from './simple-ways';

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
    how: 'Every opinion was predicted from the ones before it, as if it had not been given yet. Then each thing that was liked was held against each of about the same time that was not: which would have been put first? Simple ways of choosing had to answer the same question.',
    running: 'Predicting what is known by now from what came before…',
    progress: 'How far the test has come',
    stop: 'Stop',
    stopped: 'The test was stopped before its end, so there is nothing to show.',
    runAgain: 'Run the test',
    errorTitle: 'The test could not be run',
    retry: 'Try again',
    finding: (own: boolean, handpicked: number, way: SimpleWay, theirs: number) =>
      `Of 100 times, Handpicked puts what ${own ? 'you like above what you don’t' : 'people like above what they don’t'} ${handpicked} times; the best simple way, ${simpleWayInSentence[way]}, ${theirs} times.`,
    verdicts: {
      better: 'Handpicked is better.',
      worse: 'The simple way is better.',
      'too-few': 'Too few opinions to tell which is better.',
    } satisfies Record<Verdict, string>,
    aboveChance: 'Guessing gets 50; Handpicked is clearly above that.',
    notAboveChance: 'Guessing gets 50, and Handpicked is not clearly above that.',
    ownBasis: (predicted: number) => `From ${predicted.toLocaleString()} of your opinions.`,
    basis: (predicted: number, from: number) => `From ${opinions(predicted)} of ${people(from)}.`,
    guideForYou: (way: SimpleWay) =>
      `For you ${simpleWayInSentence[way]} is the better guide so far: your picks lean on it.`,
    guideFor: (name: string, way: SimpleWay) =>
      `For ${name} ${simpleWayInSentence[way]} is the better guide so far: picks for ${name} lean on it.`,
    difference: (value: string, low: string, high: string, ways: number) =>
      `On the same pairs, Handpicked is ${value} the best simple way. The truth probably lies between ${low} and ${high} (95 %, allowing for the choice among ${String(ways)} ways).`,
    ofHundredAbove: (points: number) => `${String(points)} of 100 above`,
    ofHundredBelow: (points: number) => `${String(points)} of 100 below`,
    level: 'level with',
    above: (points: number) => `${String(points)} above`,
    below: (points: number) => `${String(points)} below`,
    none: (needed: number) =>
      `No opinion could be predicted yet, so nothing is claimed. It takes about ${needed}: rate things you know, and note how what you shared went.`,
    tooFew: (predicted: number, missing: number) =>
      `Too early to say. Only ${opinions(predicted)} could be predicted so far, and a few lucky guesses would decide. About ${missing} more are needed.`,
    oneSided: (predicted: number) =>
      `Nothing to tell apart yet. ${opinions(predicted)} could be predicted, but too few people have both things they liked and things they did not. Misses help as much as hits.`,
    caption:
      'How often the liked one of two things was put first, of 100 cases. The dot is what was measured; the line is where the truth probably lies (95 %).',
    columns: { name: 'Put in order by', value: 'Of 100', range: '95 % range' },
    axis: (low: number, high: number) => `The lines are drawn from ${low} to ${high}; the dashed one is guessing.`,
    methods: {
      handpicked: { name: 'Handpicked', what: 'the model, and what was learned about each person' },
      model: { name: 'The model alone', what: 'as it ships, with nothing learned here' },
      'average-rating': { name: 'The crowd’s average', what: 'what people at large gave it, the same for everyone' },
      creators: {
        name: 'Average and creators',
        what: 'the average, moved by earlier opinions of the creators',
      },
      likeness: { name: 'Likeness in words', what: 'words, tags and creators like those of what was liked' },
      popularity: { name: 'Popularity', what: 'how many people know it' },
      random: { name: 'Guessing', what: 'drawn blindly' },
    } satisfies Record<BacktestMethod, { readonly name: string; readonly what: string }>,
    people: {
      heading: 'Person by person',
      tooFew: (needed: number) => `Nothing is said of people with fewer than ${opinions(needed)}.`,
      you: 'You',
      columns: {
        name: 'Person',
        opinions: 'Opinions',
        handpicked: 'Handpicked',
        best: 'Best simple way',
        verdict: 'Better guide',
      },
      tooFewToTell: 'too few opinions to tell',
    },
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
    none: 'No wildcard was shown yet. They come with a friend’s picks once they are switched on in Settings.',
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
