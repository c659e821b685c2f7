import type { Mutation } from '../mutation';

const IPC = 'tests/unit/electron/ipc-handlers.test.ts';
const SERVER = 'tests/unit/electron/server.test.ts';
const RUNNING = 'tests/unit/electron/running-instance.test.ts';
const SECOND = 'tests/unit/electron/second-start.test.ts';
const OWN_FOLDER = 'tests/unit/electron/own-folder.test.ts';
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
    find: '!(await devices.confirmLink(link))',
    replacement: "!link.includes(':') && !(await devices.confirmLink(link))",
    killedBy: [{ file: IPC, test: 'openExternal asks before it opens anything' }],
  },
  {
    name: 'links of every scheme open',
    why: 'A link could start a program or open a file.',
    file: 'electron/host/external-link.ts',
    find: '!ALLOWED_PROTOCOLS.has(url.protocol) ||',
    replacement: "url.protocol === '' ||",
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
    name: 'an e-mail may name files to attach',
    why: 'A link could have the e-mail program send a file of the person.',
    file: 'electron/host/external-link.ts',
    find: 'return DRAFT_FIELDS.has(name) && ',
    replacement: "return name !== '' && ",
    killedBy: [
      { file: 'tests/unit/electron/platform.test.ts', test: 'links refuses mailto:a@x.org?attach=/etc/passwd' },
    ],
  },
  {
    name: 'any token is right',
    why: 'Whoever was sent the cookie, as every port of this computer is, could ask the host.',
    file: 'electron/browser-shell/host-over-post.ts',
    find: "!sessions.isToken(String(headers[TOKEN_HEADER] ?? ''))",
    replacement: 'headers[TOKEN_HEADER] === undefined',
    killedBy: [{ file: SERVER, test: 'the host refuses anyone else' }],
  },
  {
    name: 'any cookie is right',
    why: 'Another account of the computer could read the page and ask its host.',
    file: 'electron/browser-shell/owner-sessions.ts',
    find: "given.length === 1 && sameSecretText(given[0] ?? '', `${cookieName}=${cookie}`)",
    replacement: 'given.length === 1',
    killedBy: [{ file: SERVER, test: 'the page is shown to nobody without the cookie of this run' }],
    short: true,
  },
  {
    name: 'an address with a code opens the page again and again',
    why: 'Whoever reads the address later, in a history or a process list, would be let in.',
    file: 'electron/browser-shell/owner-sessions.ts',
    find: 'code.used = true;',
    replacement: '',
    killedBy: [{ file: SERVER, test: 'an address with a code is refused when it was used, with what to do' }],
  },
  {
    name: 'whoever answers at the port is ours',
    why: 'Another account could take the port while the program is closed, and read the library from the same address.',
    file: 'electron/browser-shell/running-instance.ts',
    find: "if (!sameSecretText(proof, proofOf(secret, 'answers', exchange))) return null;",
    replacement: '',
    killedBy: [
      { file: RUNNING, test: 'a second start believes no stranger at the port, whatever it answers' },
      {
        file: RUNNING,
        test: 'a second start is not led on by a stranger that passes its challenge to the real instance',
      },
    ],
  },
  {
    name: 'a proof is good at every address',
    why: 'A stranger could pass the challenge on to the real instance and be taken for it.',
    file: 'electron/browser-shell/owner-proof.ts',
    find: 'JSON.stringify([role, origin, challenge, nonce])',
    replacement: 'JSON.stringify([role, challenge, nonce])',
    killedBy: [
      {
        file: RUNNING,
        test: 'a second start is not led on by a stranger that passes its challenge to the real instance',
      },
    ],
  },
  {
    name: 'a second start opens another window',
    why: 'Two windows of one library lie on the screen, and one of them is found again a week later.',
    file: 'electron/browser-shell/owner-requests.ts',
    find: "const window = asked.data.opens ? await showWindow() : 'none';",
    replacement: "const window = asked.data.opens ? 'none' : await showWindow();",
    killedBy: [
      { file: SECOND, test: 'a second start brings the first window to the front, and opens none' },
      { file: SECOND, test: 'a second start waits for a window that is still opening' },
    ],
  },
  {
    name: 'a window that is still opening is not waited for',
    why: 'Two clicks on the same icon open two windows.',
    file: 'electron/browser-shell/shown-window.ts',
    find: "if (answer === 'none' && !isOpening) return 'none';",
    replacement: "if (answer === 'none') return 'none';",
    killedBy: [{ file: SECOND, test: 'a second start waits for a window that is still opening' }],
  },
  {
    name: 'a code for whoever asks',
    why: 'Another account could have the page opened to itself.',
    file: 'electron/browser-shell/owner-sessions.ts',
    find: 'return sameSecretText(proof, ',
    replacement: "return proof !== '' || sameSecretText(proof, ",
    killedBy: [
      {
        file: RUNNING,
        test: 'the running instance gives no code for its own proof sent back, nor for one used twice, nor too late',
      },
    ],
  },
  {
    name: 'other accounts may connect',
    why: 'What one account listens on, every account can reach; where the system tells them apart, none is answered.',
    file: 'electron/browser-shell/server.ts',
    find: 'if (account !== null && account !== own) socket.destroy();',
    replacement: '',
    killedBy: [
      { file: SERVER, test: 'connections of another account end before they are read, where the system tells' },
    ],
  },
  {
    name: 'a secret that others could read is kept',
    why: 'Who has read it can prove to be the owner.',
    file: 'electron/host/owner-secret.ts',
    find: 'if ((found.mode & 0o077) !== 0)',
    replacement: 'if (found.mode === 0)',
    killedBy: [
      { file: OWN_FOLDER, test: 'ownerSecret is made anew where others could read it, and where it is no secret' },
    ],
  },
  {
    name: 'any origin is right',
    why: 'A page of another site could ask the host.',
    file: 'electron/browser-shell/request-rules.ts',
    find: 'headers.origin !== undefined && headers.origin !== origin',
    replacement: "headers.origin === ''",
    killedBy: [{ file: SERVER, test: 'the page is no other site’s, whatever the cookie' }],
  },
  {
    name: 'any host name is right',
    why: 'A site that points its name at this computer could read the page (DNS rebinding).',
    file: 'electron/browser-shell/request-rules.ts',
    find: "headers.host !== origin.slice('http://'.length)",
    replacement: 'headers.host === undefined',
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
