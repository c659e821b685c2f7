import { fetchShippedFile } from '../../../renderer/src/inference/bundle-files';
import { openModel, readBundle } from '../../../renderer/src/inference/load-model';
import { pageRuntime } from '../../../renderer/src/inference/onnx-page';
import { kernelMeasures } from '../kernels';
import type { Measure } from '../kernels';
import { parsingMeasures, readingMeasures } from '../parsing';
import { questionMeasure } from '../question';

declare global {
  interface Window {
    kernelPage: () => Promise<readonly Measure[]>;
    parsingPage: () => Promise<readonly Measure[]>;
  }
}

window.kernelPage = async () => {
  const clock = (): number => performance.now();
  const start = clock();
  const { model } = await openModel(await readBundle(fetchShippedFile), pageRuntime());
  const loading: Measure = {
    name: 'read, check and open the model',
    milliseconds: clock() - start,
    runs: 1,
    beside: [],
  };
  return [loading, ...(await kernelMeasures(model, clock)), await questionMeasure(model, clock)];
};

window.parsingPage = async () => {
  const clock = (): number => performance.now();
  return [...(await parsingMeasures(clock)), ...(await readingMeasures(clock))];
};
