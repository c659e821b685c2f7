import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { PlatformFacts } from './data-folder';

/** In order of preference: all are Chromium underneath, which the page needs (WebAssembly threads, WebGPU, `--app`). */
const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

/** Every place a Chromium, Chrome or Edge may stand on this platform, best first; none of them need exist. */
export function browserPlaces({ platform, environment, home }: PlatformFacts): readonly string[] {
  if (platform === 'darwin') {
    const applications = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      applications.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (platform === 'win32') {
    const roots = (['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'] as const)
      .map((name) => environment[name])
      .filter((root) => root !== undefined);
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
    ];
    return programs.flatMap((parts) => roots.map((root) => join(root, ...parts)));
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The browser to use: `HANDPICKED_BROWSER` where it is set (and exists), else the first one installed, else null.
 * @param exists injected for tests
 */
export function findBrowser(facts: PlatformFacts, exists: (path: string) => boolean = existsSync): string | null {
  const chosen = facts.environment['HANDPICKED_BROWSER'];
  if (chosen !== undefined && chosen !== '') return exists(chosen) ? chosen : null;
  return browserPlaces(facts).find((place) => exists(place)) ?? null;
}

export const NO_BROWSER_ADVICE =
  'No Chromium, Chrome or Edge was found. Install one (Debian and Ubuntu: "sudo apt install chromium"; Fedora: "sudo dnf install chromium"; ' +
  'macOS and Windows: Google Chrome or Microsoft Edge), or set HANDPICKED_BROWSER to its program file.';
