import { readBundle } from '../../../renderer/src/inference/load-model';
import { textRules } from '../../../renderer/src/recommend/encoding/text';
import { KnownItems } from '../../../renderer/src/recommend/model/known-items';
import { folderFiles } from '../node-model';
import type { IsKnown } from './recognition';

/** Whether the table of known items of the bundle in a folder has a thing. */
export async function knownThings(folder: string): Promise<IsKnown> {
  const { manifest, knownItems } = await readBundle(folderFiles(folder));
  const table = new KnownItems(manifest, knownItems);
  const text = textRules(manifest.featureSchema.text);
  return (description) => table.rowOf(description, text) !== null;
}
