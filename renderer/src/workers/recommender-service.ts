import { toAppError } from '../domain/errors';
import { parseJson, openModel, readBundle, readVerified, GOLDEN_FILE } from '../inference/load-model';
import type { FetchFile, LoadedModel } from '../inference/load-model';
import { chooseEngine } from '../inference/engine-choice';
import { goldenHistories } from '../inference/golden-histories';
import type { GpuAdapter } from '../inference/gpu-adapter';
import type { OnnxRuntime } from '../inference/onnx-sessions';
import { SwitchingHistoryEncoder } from '../inference/switching-history-encoder';
import { createRecommender } from '../recommend/recommender';
import type { CallContext, Recommender } from '../recommend/recommender-api';
import { mapMethods, type Answers, type MethodTable } from '../domain/ports/method-table';
import { INITIAL_ENGINE_STATE, QUERY_METHODS } from '../domain/ports/recommender';
import type { EngineState, RECOMMENDER_METHODS } from '../domain/ports/recommender';
import type { HandlerContext, Handlers } from './rpc-server';
import { taskQueue } from './task-queue';

export interface ServiceOptions {
  readonly fetchFile: FetchFile;
  readonly runtime: OnnxRuntime;
  readonly findAdapter: () => Promise<GpuAdapter | null>;
  /** Milliseconds from any fixed start. */
  readonly clock: () => number;
  readonly onEngineState: (state: EngineState) => void;
}

interface Started {
  readonly recommender: Recommender;
  /** Null in the fallback. */
  readonly model: LoadedModel | null;
  readonly history: SwitchingHistoryEncoder | null;
}

/**
 * What runs inside the worker: loads the model at once, holds the library, answers the methods of the table one at a
 * time. A model that cannot be used is a state with its reason; picks then come from content alone.
 */
export function createRecommenderService(options: ServiceOptions): Handlers<typeof RECOMMENDER_METHODS> {
  const { runtime, clock } = options;
  const inTurn = taskQueue();
  let state = INITIAL_ENGINE_STATE;
  const change = (patch: Partial<EngineState>): EngineState => {
    state = { ...state, ...patch };
    options.onEngineState(state);
    return state;
  };

  const start = async (): Promise<Started> => {
    let history: SwitchingHistoryEncoder | null = null;
    const onLoss = (error: unknown): void => {
      change({
        engine: 'wasm',
        reason: `The processor runs the model, because the graphics card failed (${toAppError(error).message}).`,
      });
    };
    try {
      const bundle = await readBundle(options.fetchFile);
      const model = await openModel(bundle, runtime, (wasm) => (history = new SwitchingHistoryEncoder(wasm, onLoss)));
      const recommender = createRecommender({ model: model.model, engine: () => history?.engine ?? 'wasm', clock });
      const { name, version } = bundle.manifest;
      change({
        status: 'ready',
        engine: 'wasm',
        reason: 'The processor runs the model.',
        modelName: name,
        modelVersion: version,
      });
      return { recommender, model, history };
    } catch (error) {
      const recommender = createRecommender({ model: null, engine: () => 'wasm', clock });
      change({
        status: 'fallback',
        engine: 'content',
        reason: `Picks come from titles, creators and tags alone, because the model cannot be used. ${toAppError(error).message}`,
      });
      return { recommender, model: null, history: null };
    }
  };
  const started = start();

  const withRecommender = async <T>(
    context: HandlerContext,
    work: (started: Started, call: CallContext) => Promise<T>,
  ): Promise<T> => {
    const ready = await started;
    return await inTurn(context.signal, () =>
      work(ready, {
        throwIfCancelled: () => {
          context.signal.throwIfAborted();
        },
        onProgress: context.onProgress,
      }),
    );
  };

  const tryEngines = async ({ model, history }: Started): Promise<EngineState> => {
    if (model === null || history === null || history.engine === 'webgpu') return state;
    const { bundle } = model;
    const golden = goldenHistories(
      bundle.manifest,
      parseJson(await readVerified(options.fetchFile, bundle.manifest, GOLDEN_FILE), GOLDEN_FILE),
    );
    const choice = await chooseEngine({
      wasm: model.wasmHistoryEncoder,
      golden,
      clock,
      findAdapter: options.findAdapter,
      openWebGpu: () => runtime.openHistoryEncoder(bundle.historyEncoder, bundle.manifest, 'webgpu'),
    });
    if (choice.winner !== null) {
      history.useWebGpu(choice.winner);
      const device = await runtime.gpuDevice();
      void device.lost.then((info) => {
        history.giveUpWebGpu(new Error(info.message === '' ? 'the device was lost' : info.message));
      });
    }
    return change({ engine: history.engine, reason: choice.reason, timings: choice.timings });
  };

  return {
    ...queryHandlers(QUERY_METHODS, (context, ask) =>
      withRecommender(context, ({ recommender }, call) => ask(recommender, call)),
    ),
    setLibrary: ({ items }, context) =>
      withRecommender(context, async ({ recommender }, call) => {
        await recommender.setLibrary(items, call);
        return change({ recognised: recommender.recognised() });
      }),
    updateLibrary: ({ upserts, removals }, context) =>
      withRecommender(context, async ({ recommender }, call) => {
        await recommender.updateLibrary(upserts, removals, call);
        return change({ recognised: recommender.recognised() });
      }),
    // Outside the queue: picks go on while the engines are timed.
    chooseEngine: async () => await tryEngines(await started),
  };
}

/** Runs `ask` once the recommender is ready and it is this call's turn. */
type RunQuery<Table extends MethodTable> = <T>(
  context: HandlerContext,
  ask: (answers: Answers<Table, CallContext>, call: CallContext) => Promise<T>,
) => Promise<T>;

/** A handler per query of the table: it calls the recommender's method of the same name. */
export function queryHandlers<Table extends MethodTable>(table: Table, run: RunQuery<Table>): Handlers<Table> {
  return mapMethods<Table, Handlers<Table>>(
    table,
    (name) => (request, context) => run(context, (answers, call) => answers[name](request, call)),
  );
}
