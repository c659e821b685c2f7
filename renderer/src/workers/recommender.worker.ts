import { RECOMMENDER_METHODS } from '../domain/ports/recommender';
import { fetchShippedFile } from '../inference/bundle-files';
import { findGpuAdapter } from '../inference/gpu-adapter';
import { pageRuntime } from '../inference/onnx-page';
import { createRecommenderService } from './recommender-service';
import { ENGINE_STATE_NOTICE } from './rpc-messages';
import { serveRpc } from './rpc-server';

const handlers = createRecommenderService({
  fetchFile: fetchShippedFile,
  runtime: pageRuntime(),
  findAdapter: findGpuAdapter,
  clock: () => performance.now(),
  onEngineState: (state) => {
    server.notify(ENGINE_STATE_NOTICE, state);
  },
});
const server = serveRpc(self, RECOMMENDER_METHODS, handlers);
