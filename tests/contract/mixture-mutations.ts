/** Mutations of the mixture, one broken rule each: models/README.md, rule 4 and the channels. */
import type { Scoring, SetScoring } from '../../renderer/src/recommend/model/model-manifest';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { byChannel, CHANNELS } from '../../renderer/src/recommend/scoring/channels';
import type { ByChannel } from '../../renderer/src/recommend/scoring/channels';
import type { Mutation } from './encoding-mutations';
import type { Golden } from './golden-file';
import { mixtureDifferences } from './golden-mixtures';

/** Name of a test in onnx-golden.test.ts. */
const MIXES = 'mixes the channels as Python does';

export function mixtureMutations(model: TasteModel, golden: Golden): readonly Mutation[] {
  const { scoring } = model.manifest;
  const scored = (rule: string, change: Partial<Scoring>): Mutation => ({
    rule,
    test: MIXES,
    differences: () =>
      mixtureDifferences({ ...model, manifest: { ...model.manifest, scoring: { ...scoring, ...change } } }, golden),
  });
  const { next, share, shareRated } = scoring.tasks;
  /** The share task with other weights for the weight set `known`. */
  const shareKnown = (weights: Partial<ByChannel<number>>): Partial<Scoring> => ({
    tasks: {
      ...scoring.tasks,
      share: { ...share, known: { ...share.known, weights: { ...share.known.weights, ...weights } } },
    },
  });
  const crowdUnused = (set: SetScoring): SetScoring => ({
    ...set,
    weights: byChannel(CHANNELS, (name, { crowd }) => (crowd ? 0 : set.weights[name])),
  });
  return [
    scored('channels: other weights in the mixture', shareKnown({ next: 9, content: -9 })),
    scored('channels: known and unknown weighed alike', {
      tasks: { ...scoring.tasks, next: { ...next, unknown: next.known } },
    }),
    scored('channels: no offset', {
      tasks: { ...scoring.tasks, shareRated: { ...shareRated, unknown: { ...shareRated.unknown, offset: 0 } } },
    }),
    scored('channels: the crowd unused', {
      tasks: {
        ...scoring.tasks,
        share: {
          known: crowdUnused(share.known),
          unknown: crowdUnused(share.unknown),
          untrained: crowdUnused(share.untrained),
        },
      },
    }),
    scored('content: fields weigh the same', {
      content: { ...scoring.content, fields: { titleWord: 1, creator: 1, tag: 1, tagWord: 1 } },
    }),
    scored('content: idf as it is', { content: { ...scoring.content, idfPower: 1 } }),
    scored('content: a plain cosine', { content: { ...scoring.content, lengthPower: 1 } }),
    scored('co-occurrence: all events alike', { cooccurrence: { ...scoring.cooccurrence, recent: 0 } }),
    scored('co-occurrence: another half-life', { cooccurrence: { ...scoring.cooccurrence, halfLife: 2 } }),
    scored('neighbourhood: a plain cosine', { neighbourhood: { ...scoring.neighbourhood, power: 1 } }),
    scored('neighbourhood: what is so of everything not taken off', {
      neighbourhood: { ...scoring.neighbourhood, shrinkage: 1000 },
    }),
    scored('neighbourhood: only the newest rating used', { neighbourhood: { ...scoring.neighbourhood, newest: 1 } }),
    scored('base: not used', shareKnown({ base: 0 })),
    scored('neighbourhood: everything liked', { neighbourhood: { ...scoring.neighbourhood, liked: 0 } }),
  ];
}
