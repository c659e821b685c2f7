import { join, resolve } from 'node:path';

export interface PlatformFacts {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The one folder that holds everything this program writes. A folder given by the person wins; otherwise the
 * platform's own place for it (freedesktop.org Base Directory Specification; Apple's File System Programming Guide;
 * Windows' LocalAppData, which does not roam).
 */
export function dataFolder(chosen: string | undefined, { platform, environment, home }: PlatformFacts): string {
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Handpicked');
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Handpicked');
  return join(absoluteOrUndefined(environment['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'handpicked');
}

/** The specification tells programs to ignore relative paths in XDG variables. */
function absoluteOrUndefined(folder: string | undefined): string | undefined {
  return folder?.startsWith('/') === true ? folder : undefined;
}
