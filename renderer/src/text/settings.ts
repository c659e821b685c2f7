import type { Engine } from '../domain/recommendation';

export const settingsText = {
  title: 'Settings',
  you: 'You and how it looks',
  name: 'Your name',
  nameHint: 'Signs the messages you copy. May stay empty.',
  scheme: 'Colours',
  schemes: { auto: 'As the computer', light: 'Light', dark: 'Dark' },
  scale: 'Rating scale',
  scaleHint: 'How ratings are shown and typed. What you rated so far is kept exactly.',
  scales: {
    'stars-5': '5 stars',
    'halves-5': '5 stars with halves',
    'points-10': '10 points',
    'points-100': '100 points',
  },
  friends: 'Friends',
  cap: 'At most this many shares to one friend in a week',
  capHint: 'A soft limit: Handpicked says so and lets you go on.',
  wildcards: 'One pick in five is a wildcard',
  wildcardsHint:
    'Drawn to find out what a friend likes beyond the safe bets, and labelled. Off: no test has shown yet that it helps.',
  model: 'Recommender',
  engineState: 'Runs on',
  engineReason: 'Why',
  timings: 'Time for one history',
  modelName: 'Model',
  recognised: 'Recognised in your library',
  recognisedOf: (known: string, total: string, share: string) => `${known} of ${total} things (${share})`,
  recognisedHint:
    'Things the model has met in public ratings. It reads the others by kind, title, creators, year and tags.',
  notTimed: 'not timed',
  allowGpu: 'Try the graphics processor',
  allowGpuHint: 'After the first picks it is timed against the processor and kept only where it is faster.',
  terms: 'Terms of the model',
  termsText:
    'The model was trained once on public collections of ratings, and ships with the program. It holds no account of any person. What it may be used for is stated in its model card.',
  termsLink: 'Read the model card',
  sample: 'Sample library',
  sampleIn:
    'The sample library is part of your library. Removing it takes away everything it brought, and nothing else.',
  sampleOut:
    'Well-known things of several kinds and three invented friends, to look around with. It can be removed in one click.',
  addSample: 'Add the sample library',
  removeSample: 'Remove the sample library',
  computer: 'This computer',
  version: 'Version',
  shell: 'Window',
  dataFolder: 'Your data',
  noFolder: 'in this browser’s own storage',
  shells: { electron: 'Desktop window', browser: 'Browser window of its own', page: 'A page in a browser' },
  privacy: 'Nothing you keep here leaves this computer unless you export or share it yourself.',
} as const;

export const engineNames: Readonly<Record<Engine, string>> = {
  wasm: 'Processor (WebAssembly)',
  webgpu: 'Graphics processor (WebGPU)',
  content: 'Without the model (by content)',
};
export const statusWords = {
  loading: 'Getting ready…',
  ready: 'Ready',
  fallback: 'Running without the model',
} as const;
