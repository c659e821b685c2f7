import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserName, windowFlags } from '../../../electron/browser-shell/launch';
import { dataFolder, type PlatformFacts } from '../../../electron/host/data-folder';
import { allowedLink, openerCommand } from '../../../electron/host/external-link';
import { findBrowser } from '../../../electron/host/find-browser';

const facts = (platform: NodeJS.Platform, environment: Record<string, string> = {}): PlatformFacts => ({
  platform,
  environment,
  home: '/home/ada',
});

describe('dataFolder', () => {
  it('follows each platform', () => {
    expect(dataFolder(undefined, facts('linux'))).toBe('/home/ada/.local/share/handpicked');
    expect(dataFolder(undefined, facts('linux', { XDG_DATA_HOME: '/data' }))).toBe('/data/handpicked');
    expect(dataFolder(undefined, facts('darwin'))).toBe('/home/ada/Library/Application Support/Handpicked');
    expect(dataFolder(undefined, facts('win32', { LOCALAPPDATA: '/local' }))).toBe(join('/local', 'Handpicked'));
  });
  it('ignores a relative XDG folder, as the specification says', () => {
    expect(dataFolder(undefined, facts('linux', { XDG_DATA_HOME: 'data' }))).toBe('/home/ada/.local/share/handpicked');
  });
  it('prefers the folder the person chose', () => {
    expect(dataFolder('/mine', facts('darwin'))).toBe('/mine');
  });
});

describe('links', () => {
  it.each([
    'http://example.com/',
    'https://example.com/a?b=c',
    'mailto:ada@example.com?subject=Dune',
    'mailto:a@x.org,b@x.org?cc=c@x.org&bcc=d@x.org&subject=A%20%26%20B&body=one%0D%0Atwo%3Battach%3Dx',
    'mailto:',
  ])('lets %s through', (link) => {
    expect(allowedLink(link)).toBe(link);
  });
  it.each(
    [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'vscode://x',
      'C:\\x.exe',
      '-a Calculator',
      '',
      'mailto:a@x.org?attach=/etc/passwd',
      'mailto:a@x.org?subject=x&ATTACHMENT=/etc/passwd',
      'mailto:a@x.org?subject=x;attach=/etc/passwd',
      'mailto:a@x.org?att%61ch=/etc/passwd',
      'mailto:a@x.org?subject=x%0D%0AAttach:%20/etc/passwd',
      'mailto:a@x.org%0ABcc:b@x.org',
      'mailto:a@x.org?reply-to=b@x.org',
      'mailto:a@x.org#attach=/etc/passwd',
      `mailto:?body=${'ü'.repeat(4_000)}`,
      `https://x/${'a'.repeat(20_000)}`,
    ].map((link) => [link.slice(0, 60), link] as const),
  )('refuses %s', (_start, link) => {
    expect(allowedLink(link)).toBeNull();
  });
  it('never goes through a shell', () => {
    expect(openerCommand('linux', 'https://x/?a&b')).toEqual({ command: 'xdg-open', parameters: ['https://x/?a&b'] });
    expect(openerCommand('win32', 'https://x/').command).toBe('rundll32.exe');
    expect(openerCommand('darwin', 'https://x/').command).toBe('open');
  });
});

describe('findBrowser', () => {
  const path = { PATH: '/usr/local/bin:/usr/bin' };
  it('prefers Chromium to Chrome to Edge', () => {
    expect(
      findBrowser(facts('linux', path), (place) =>
        ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome'].includes(place),
      ),
    ).toBe('/usr/bin/google-chrome');
    expect(
      findBrowser(facts('linux', path), (place) =>
        ['/usr/bin/google-chrome', '/usr/local/bin/chromium'].includes(place),
      ),
    ).toBe('/usr/local/bin/chromium');
  });
  it('looks where the other platforms keep theirs', () => {
    expect(findBrowser(facts('darwin'), (place) => place.startsWith('/Applications/Google Chrome.app/'))).toBe(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(findBrowser(facts('win32', { 'PROGRAMFILES(X86)': '/p86' }), (place) => place.endsWith('msedge.exe'))).toBe(
      join('/p86', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    );
  });
  it('says there is none, also where the chosen one is missing', () => {
    expect(findBrowser(facts('linux', path), () => false)).toBeNull();
    expect(
      findBrowser(facts('linux', { ...path, HANDPICKED_BROWSER: '/gone' }), (place) => place === '/usr/bin/chromium'),
    ).toBeNull();
  });
});

describe('windowFlags', () => {
  const request = { address: 'http://127.0.0.1:47613/', dataFolder: '/data', asRoot: false };
  it('opens an app window on a profile in the data folder, with no way out', () => {
    const flags = windowFlags(request);
    expect(flags).toContain('--app=http://127.0.0.1:47613/');
    expect(flags).toContain(`--user-data-dir=${join('/data', 'browser-profile')}`);
    expect(flags).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
    expect(flags).toContain('--no-proxy-server');
    expect(flags.join()).toContain('MediaRouter,DialMediaRouteProvider');
    // Chromium reads the last of two lists of features.
    expect(flags.filter((flag) => flag.startsWith('--disable-features='))).toHaveLength(1);
  });
  it('gives the sandbox up for root alone', () => {
    expect(windowFlags(request)).not.toContain('--no-sandbox');
    expect(windowFlags({ ...request, asRoot: true })).toContain('--no-sandbox');
  });
  it('calls browsers what people call them', () => {
    expect(['/usr/bin/chromium', '/opt/google-chrome', 'C:/msedge.exe'].map(browserName)).toEqual([
      'Chromium',
      'Google Chrome',
      'Microsoft Edge',
    ]);
  });
});
