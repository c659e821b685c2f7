import { AppError } from '../domain/errors';
import type { FetchFile } from './load-model';

/**
 * The shipped bundle as files of the build: the bundler resolves each of these URLs and copies the file beside the
 * scripts under a hashed name, so that the running program needs nothing outside the build.
 */
const SHIPPED: Readonly<Record<string, URL>> = {
  'manifest.json': new URL('../../../models/taste/manifest.json', import.meta.url),
  'item-encoder.onnx': new URL('../../../models/taste/item-encoder.onnx', import.meta.url),
  'history-encoder.onnx': new URL('../../../models/taste/history-encoder.onnx', import.meta.url),
  'known-items.bin': new URL('../../../models/taste/known-items.bin', import.meta.url),
  'tag-head.bin': new URL('../../../models/taste/tag-head.bin', import.meta.url),
  'golden.json': new URL('../../../models/taste/golden.json', import.meta.url),
  'MODEL_CARD.md': new URL('../../../models/taste/MODEL_CARD.md', import.meta.url),
};

/** Reads a file of the shipped bundle from the page's own origin. */
export const fetchShippedFile: FetchFile = async (name) => {
  const address = SHIPPED[name];
  if (address === undefined) throw new AppError('model-missing', `The build holds no model file called ${name}.`);
  const response = await fetch(address);
  if (!response.ok)
    throw new AppError(
      'model-missing',
      `The model file ${name} could not be read (status ${String(response.status)}).`,
    );
  return await response.arrayBuffer();
};
