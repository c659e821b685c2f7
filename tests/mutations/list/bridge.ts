import type { Mutation } from '../mutation';

const IPC = 'tests/unit/electron/ipc-handlers.test.ts';
const SERVER = 'tests/unit/electron/server.test.ts';
const WINDOW = 'tests/unit/electron/electron-main.test.ts';

/** Between the page and the computer. */
export const bridge: readonly Mutation[] = [
  {
    name: 'a frame inside the page may ask the host',
    why: 'Anything the page embeds could open and save files.',
    file: 'electron/main/ipc-handlers.ts',
    find: 'senderFrame.parent === null && ',
    replacement: '',
    killedBy: [{ file: IPC, test: 'who may ask refuses a frame inside the page' }],
  },
  {
    name: 'a page of another origin may ask the host',
    why: 'A page that took the place of ours could open and save files.',
    file: 'electron/main/ipc-handlers.ts',
    find: ' && isAppAddress(senderFrame.url)',
    replacement: '',
    killedBy: [{ file: IPC, test: 'who may ask refuses a page of another origin' }],
  },
  {
    name: 'arguments of the host are not parsed',
    why: 'What the page sends would reach the file dialogs as it is.',
    file: 'electron/host/parsed-argument.ts',
    find: 'if (!result.success) throw',
    replacement: 'if (value === result) throw',
    killedBy: [{ file: IPC, test: 'openFiles refuses null' }],
  },
  {
    name: 'a web address opens without being asked for',
    why: 'A link in an imported note could send the person, and what the address carries, to a site.',
    file: 'electron/main/ipc-handlers.ts',
    find: "!link.startsWith('mailto:') && !(await devices.confirmLink(link))",
    replacement: "!link.includes(':') && !(await devices.confirmLink(link))",
    killedBy: [{ file: IPC, test: 'openExternal asks for a web address and not for a draft' }],
  },
  {
    name: 'links of every scheme open',
    why: 'A link could start a program or open a file.',
    file: 'electron/host/external-link.ts',
    find: 'return ALLOWED_PROTOCOLS.has(url.protocol) ? url.href : null;',
    replacement: "return url.protocol !== '' ? url.href : null;",
    killedBy: [
      { file: 'tests/unit/electron/platform.test.ts', test: 'links refuses file:///etc/passwd' },
      { file: IPC, test: 'openExternal refuses every other kind of link' },
      { file: SERVER, test: 'the host refuses what it does not know or must not open' },
    ],
  },
  {
    name: 'a name on the prototype is a method of the host',
    why: 'Unknown methods must be refused, not looked up.',
    file: 'electron/browser-shell/host-over-post.ts',
    find: 'Object.hasOwn(methods, name) ? methods[name] : undefined',
    replacement: 'methods[name]',
    killedBy: [{ file: SERVER, test: 'the host refuses what it does not know or must not open' }],
  },
  {
    name: 'any token is right',
    why: 'Another program on the computer could ask the host.',
    file: 'electron/browser-shell/host-over-post.ts',
    find: ' || !timingSafeEqual(given, expected)',
    replacement: '',
    killedBy: [{ file: SERVER, test: 'the host refuses anyone else' }],
    short: true,
  },
  {
    name: 'any origin is right',
    why: 'A page of another site could ask the host.',
    file: 'electron/browser-shell/host-over-post.ts',
    find: 'request.headers.origin !== origin',
    replacement: "request.headers.origin === ''",
    killedBy: [{ file: SERVER, test: 'the host refuses anyone else' }],
  },
  {
    name: 'any host name is right',
    why: 'A site that points its name at this computer could read the page (DNS rebinding).',
    file: 'electron/browser-shell/server.ts',
    find: 'request.headers.host !== `${HOST}:${port}`',
    replacement: 'request.headers.host === undefined',
    killedBy: [{ file: SERVER, test: 'the page stays on this computer, in its folder, and reads only' }],
  },
  {
    name: 'the page is served through links that leave its folder',
    why: 'Any file of the person could be read through the page.',
    file: 'electron/host/built-page.ts',
    find: 'if (!real.startsWith(realBase + sep)) return null;',
    replacement: '',
    killedBy: [
      { file: 'tests/unit/electron/built-page.test.ts', test: 'resolveBuiltFile answers nothing for "/link.txt"' },
    ],
  },
  {
    name: 'the window may load from the network',
    why: 'The program promises never to go on the network.',
    file: 'electron/main/session-rules.ts',
    find: 'cancel: !mayLoad(details.url)',
    replacement: 'cancel: details.url.length === 0',
    killedBy: [{ file: WINDOW, test: 'session rules cancels every request that leaves, and downloads' }],
  },
  {
    name: 'the policy allows connections everywhere',
    why: 'A script in the page could send the library away.',
    file: 'electron/host/page-headers.ts',
    find: '"connect-src \'self\'"',
    replacement: "'connect-src *'",
    killedBy: [
      {
        file: 'tests/unit/electron/built-page.test.ts',
        test: 'pageHeaders allows no script that is not the page’s own, and no connection elsewhere',
      },
    ],
  },
];
