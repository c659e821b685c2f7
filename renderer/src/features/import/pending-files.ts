import type { ExportFile } from '../../importing/containers/archive';

/** Files dropped on the window while another page was open, waiting for the import page. */
let waiting: readonly ExportFile[] | null = null;
let listener: ((files: readonly ExportFile[]) => void) | null = null;

export function handOverFiles(files: readonly ExportFile[]): void {
  if (listener === null) waiting = files;
  else listener(files);
}

/** For the import page. Returns the unsubscribe function. */
export function onHandedOverFiles(next: (files: readonly ExportFile[]) => void): () => void {
  listener = next;
  if (waiting !== null) {
    const files = waiting;
    waiting = null;
    next(files);
  }
  return () => {
    if (listener === next) listener = null;
  };
}

export async function readFiles(files: readonly File[]): Promise<readonly ExportFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
