import { readFileSync } from 'node:fs';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';

/** A file of tests/fixtures/exports as the window would open it. */
export const exportFile = (name: string): ExportFile => fixtureFile(`exports/${name}`);

/** A file below tests/fixtures; its name is the last part of the path. */
export const fixtureFile = (path: string): ExportFile => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  blob: new Blob([new Uint8Array(readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url)))]),
});

export const textFile = (name: string, text: string): ExportFile => ({ name, blob: new Blob([text]) });
