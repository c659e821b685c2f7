import type { DurableStore } from '../../../electron/host/durable-store';
import { DURABLE_METHODS, HOST_METHODS, type HostReply } from '../../../electron/host-contract';
import { channelOf, registerHostHandlers, type HostDevices } from '../../../electron/main/ipc-handlers';
import { HOSTILE_ARGUMENTS, HOSTILE_LINKS } from './http-bodies';

const CONTENTS = 7;
const OWN_FRAME = { url: 'app://handpicked/#/', parent: null };
const OWN = { sender: { id: CONTENTS }, senderFrame: OWN_FRAME };

/** Messages as they reach the main process from elsewhere than the program's own page. */
const SENDERS: readonly (readonly [string, unknown])[] = [
  ['a frame that is gone', { ...OWN, senderFrame: null }],
  ['another window', { ...OWN, sender: { id: CONTENTS + 1 } }],
  ['a window without id', { ...OWN, sender: { id: undefined } }],
  ['an id as text', { ...OWN, sender: { id: String(CONTENTS) } }],
  ['a frame in the page', { ...OWN, senderFrame: { url: OWN_FRAME.url, parent: OWN_FRAME } }],
  ...[
    'https://evil.example/',
    'http://127.0.0.1:47613/',
    'file:///etc/passwd',
    'data:text/html,x',
    'about:blank',
    'about:srcdoc',
    'blob:app://handpicked/x',
    'app://evil/',
    'app://handpicked.evil/',
    'app://handpicked:80/',
    'app://handpicked@evil/',
    'app://handpickedevil',
    'APP://HANDPICKED/',
    'app:handpicked/',
    'app:///handpicked/',
    ' app://handpicked/',
    'view-source:app://handpicked/',
    '',
  ].map((url) => [`a page at ${url}`, { ...OWN, senderFrame: { url, parent: null } }] as const),
];

export interface IpcCall {
  readonly name: string;
  /** Null where it was refused and nothing was done, else what went wrong. */
  readonly run: () => Promise<string | null>;
}

/** Calls to Electron's main process: every method from every wrong sender, and wrong arguments from the right one. */
export function ipcCalls(): readonly IpcCall[] {
  const handlers = new Map<string, (event: unknown, argument?: unknown) => Promise<HostReply>>();
  let done: string[] = [];
  const note = (what: string): Promise<never> => {
    done.push(what);
    return Promise.resolve(null as never);
  };
  const devices: HostDevices = {
    appInfo: {
      version: '1',
      shell: 'electron',
      shellReason: null,
      dataFolder: '/data',
      keepsOutside: true,
      setAsideProblem: null,
    },
    setAside: () => note('databaseSetAside'),
    documentsFolder: '/documents',
    showOpenDialog: () => note('a dialog to open'),
    showSaveDialog: () => note('a dialog to save'),
    confirmLink: () => note('a question'),
    openLink: () => note('a link'),
    contentsId: () => CONTENTS,
    durable: {
      ...Object.fromEntries(DURABLE_METHODS.map((method) => [method, () => note(method)])),
      close: () => Promise.resolve(),
    } as unknown as DurableStore,
  };
  registerHostHandlers(
    {
      handle: (channel, handler) => {
        handlers.set(channel, handler as (event: unknown) => Promise<HostReply>);
      },
    },
    devices,
  );
  const call = (name: string, channel: string, event: unknown, argument?: unknown): IpcCall => ({
    name,
    run: async () => {
      const reply = await handlers.get(channel)?.(event, argument);
      const reached = done;
      done = [];
      if (reached.length > 0) return `${name}: reached ${reached.join(', ')}`;
      return reply?.ok === true ? `${name}: was answered ${JSON.stringify(reply.value)}` : null;
    },
  });
  const files = [
    undefined,
    null,
    'x',
    7,
    [],
    {},
    { title: 'x' },
    { title: 'x', extensions: ['../x'], multiple: true },
    { title: 'x'.repeat(201), extensions: [], multiple: true },
    { title: 'x', extensions: [], multiple: 1 },
    { title: 'x', extensions: [], multiple: true, defaultPath: '/etc' },
  ];
  const saved = [
    undefined,
    null,
    'x',
    {},
    { suggestedName: 'x', mediaType: 'x', bytes: 'text' },
    { suggestedName: '', mediaType: 'x', bytes: new Uint8Array() },
    { suggestedName: 'x'.repeat(401), mediaType: 'x', bytes: new Uint8Array() },
    { suggestedName: 'x', mediaType: 'x', bytes: new Uint8Array(), path: '/etc/passwd' },
    { suggestedName: 'x', mediaType: 'x', bytes: { byteLength: 1 } },
  ];
  return [
    ...HOST_METHODS.flatMap((method) =>
      SENDERS.map(([who, event]) => call(`${method} from ${who}`, channelOf(method), event)),
    ),
    ...HOSTILE_LINKS.map((link) => call(`link ${link.slice(0, 60)}`, 'host:openExternal', OWN, link)),
    ...files.map((argument, index) => call(`openFiles ${String(index)}`, 'host:openFiles', OWN, argument)),
    ...saved.map((argument, index) => call(`saveFile ${String(index)}`, 'host:saveFile', OWN, argument)),
    ...Object.entries(HOSTILE_ARGUMENTS).flatMap(([method, values]) =>
      values.map((argument, index) => call(`${method} ${String(index)}`, `host:${method}`, OWN, argument)),
    ),
    ...['host:__proto__', 'host:constructor', 'host:toString', 'host:', 'openExternal', 'host:menu'].map((channel) =>
      call(`channel ${channel}`, channel, OWN, 'https://example.com/'),
    ),
  ];
}
