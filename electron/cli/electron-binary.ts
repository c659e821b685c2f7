import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's program file, or null where the package is there but its binary was never fetched. Electron's own
 * `require('electron')` is not asked: it starts a download when the file is missing.
 */
export function electronBinary(root: string, environment: Readonly<Record<string, string | undefined>>): string | null {
  const folder = join(root, 'node_modules/electron');
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const binary = join(environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
    return name !== '' && existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
