import { TASKS, WEIGHT_SETS } from '../../renderer/src/recommend/model/model-manifest';
import type { SetScoring, Task, TaskScoring, WeightSet } from '../../renderer/src/recommend/model/model-manifest';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { byChannel } from '../../renderer/src/recommend/scoring/channels';
import type { ChannelName, ChannelTable } from '../../renderer/src/recommend/scoring/channels';

/** One task's weights with those of the named channels set to zero, in every weight set. */
export function withoutChannels<Name extends string>(
  table: ChannelTable<Name>,
  scoring: TaskScoring<NoInfer<Name>>,
  without: readonly NoInfer<Name>[],
): TaskScoring<Name> {
  const ablated = ({ weights, offset }: SetScoring<Name>): SetScoring<Name> => ({
    weights: byChannel(table, (name) => (without.includes(name) ? 0 : weights[name])),
    offset,
  });
  return Object.fromEntries(WEIGHT_SETS.map((set) => [set, ablated(scoring[set])])) as Record<
    WeightSet,
    SetScoring<Name>
  >;
}

/** The model with the weights of some channels set to zero in its manifest: `--without`. */
export function ablatedModel(
  table: ChannelTable<ChannelName>,
  model: TasteModel,
  without: readonly ChannelName[],
): TasteModel {
  const { scoring } = model.manifest;
  const tasks = Object.fromEntries(
    TASKS.map((task) => [task, withoutChannels(table, scoring.tasks[task], without)]),
  ) as Record<Task, TaskScoring>;
  return { ...model, manifest: { ...model.manifest, scoring: { ...scoring, tasks } } };
}
