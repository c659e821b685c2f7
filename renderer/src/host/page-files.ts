import type { OpenedFile, OpenFileRequest, SaveFileRequest, SaveFileResult } from '../../../electron/host-contract';
import { AppError } from '../domain/errors';

/** Files above this are no export of a library, and would not fit the page's memory twice. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** Long enough for the browser to have begun reading the blob. */
const RELEASE_AFTER = 60_000;

/** Lets the person choose files with the browser's own dialog; empty where they cancelled. */
export async function chooseFiles(request: OpenFileRequest): Promise<readonly OpenedFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = request.multiple;
  input.accept = request.extensions.map((extension) => `.${extension}`).join(',');
  input.hidden = true;
  input.setAttribute('aria-label', request.title);
  // Safari-style collectors drop an unattached input while its dialog is open; tests find it here, too.
  document.body.append(input);
  try {
    const chosen = await new Promise<readonly File[]>((settle) => {
      input.addEventListener('change', () => {
        settle([...(input.files ?? [])]);
      });
      input.addEventListener('cancel', () => {
        settle([]);
      });
      input.click();
    });
    return await Promise.all(chosen.map(readFile));
  } finally {
    input.remove();
  }
}

async function readFile(file: File): Promise<OpenedFile> {
  if (file.size > MAX_FILE_BYTES)
    throw new AppError('file-too-large', `"${file.name}" is larger than 512 MB. Choose the export file itself.`);
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    throw new AppError(
      'file-unreadable',
      `"${file.name}" could not be read. Is it still there, and may this program read it?`,
      { cause: error },
    );
  }
}

/** Saves by a download. The browser does not say whether the person cancelled its dialog, so this is always 'saved'. */
export function downloadFile(request: SaveFileRequest): SaveFileResult {
  const address = URL.createObjectURL(new Blob([request.bytes.slice()], { type: request.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = request.suggestedName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, RELEASE_AFTER);
  return 'saved';
}
