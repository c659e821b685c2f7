import type { FetchFile } from './load-model';
import { shippedFiles } from './shipped-files';

/** The shipped bundle as files of the build. */
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
export const fetchShippedFile: FetchFile = shippedFiles(SHIPPED, 'model-missing', 'model');
