import { fetchShippedFile } from '../inference/bundle-files';
import { findGpuAdapter } from '../inference/gpu-adapter';
import { pageRuntime } from '../inference/onnx-page';
import { ENGINE_STATE_NOTICE } from './recommender-contract';
import type { RecommenderMethods } from './recommender-contract';
import { recommenderPayloads } from './recommender-parsers';
import { createRecommenderService } from './recommender-service';
import type { MessageEndpoint } from './rpc-messages';
import { serveRpc } from './rpc-server';

// The page's global type is a window; here it is a worker's, of which only messages are used.
const endpoint = globalThis as unknown as MessageEndpoint;

const handlers = createRecommenderService({
  fetchFile: fetchShippedFile,
  runtime: pageRuntime(),
  findAdapter: findGpuAdapter,
  clock: () => performance.now(),
  onEngineState: (state) => {
    server.notify(ENGINE_STATE_NOTICE, state);
  },
});
const server = serveRpc<RecommenderMethods>(endpoint, handlers, recommenderPayloads);
