import { fetchShippedFile } from '../inference/bundle-files';
import { findGpuAdapter } from '../inference/gpu-adapter';
import { pageRuntime } from '../inference/onnx-page';
import { ENGINE_STATE_NOTICE } from './recommender-contract';
import type { RecommenderMethods } from './recommender-contract';
import { recommenderPayloads } from './recommender-parsers';
import { createRecommenderService } from './recommender-service';
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
const server = serveRpc<RecommenderMethods>(self, handlers, recommenderPayloads);
