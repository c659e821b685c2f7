import { describe, expect, it, vi } from 'vitest';
import { TOKEN_HEADER, type HostBridge } from '../../../electron/host-contract';
import { browserHost } from '../../../renderer/src/host/browser-host';
import { electronHost } from '../../../renderer/src/host/electron-host';
import { pageHost } from '../../../renderer/src/host/page-host';

const INFO = {
  version: '1',
  shell: 'browser',
  shellReason: null,
  dataFolder: '/data',
  keepsOutside: true,
  setAsideProblem: null,
};

const SNAPSHOT = {
  name: 'handpicked-2026-11-30T14-05-33-123Z-7-on-close.handpicked',
  bytes: 2,
  writtenAt: 1,
  sequence: 7,
  reason: 'on-close',
  isKnown: true,
};
const STATUS = {
  journalId: 'c6b2',
  firstSequence: 1,
  lastSequence: 2,
  damage: [
    {
      foundAt: 1,
      file: 'journal-000000000001.log',
      fromByte: 48,
      what: 'damaged-record',
      lostBytes: 90,
      lostSequences: { first: 1, last: 1 },
      setAsideAs: null,
    },
  ],
  freeBytes: 1e9,
  reserveBytes: 0,
};

describe('browserHost', () => {
  const answering = (body: unknown) =>
    vi.fn((_address: string, _init: RequestInit) => Promise.resolve(Response.json(body)));

  it('asks by POST with the token of this run', async () => {
    const fetch = answering({ ok: true, value: INFO });
    expect(await browserHost('secret', fetch, () => true).appInfo()).toEqual(INFO);
    expect(fetch.mock.calls[0]?.[0]).toBe('/host/appInfo');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', headers: { [TOKEN_HEADER]: 'secret' } });
  });

  it('asks the person before anything is opened', async () => {
    const fetch = answering({ ok: true, value: true });
    const questions: string[] = [];
    let answer = false;
    const host = browserHost('secret', fetch, (question) => {
      questions.push(question);
      return answer;
    });
    const draft = `mailto:ada@example.com?body=${'a'.repeat(2_000)}`;
    expect(await host.openExternal('https://example.com/')).toBe(false);
    expect(await host.openExternal(draft)).toBe(false);
    expect(fetch).not.toHaveBeenCalled();
    expect(questions[0]).toContain('https://example.com/');
    expect(questions[1]).toContain('e-mail');
    expect(questions[1]?.length).toBeLessThan(600);
    answer = true;
    expect(await host.openExternal(draft)).toBe(true);
  });

  it('sends the records of the journal, and a snapshot as its bytes', async () => {
    const appended = { lastSequence: 3, sequences: [3], freeBytes: null };
    const fetch = answering({ ok: true, value: appended });
    const host = browserHost('secret', fetch, () => true);
    expect(await host.journalAppend([{ id: 'a', at: 1, text: '{}' }])).toEqual(appended);
    expect(fetch.mock.calls[0]?.[1].body).toBe('{"argument":[{"id":"a","at":1,"text":"{}"}]}');

    const writing = answering({ ok: true, value: SNAPSHOT });
    const request = { bytes: new Uint8Array([1, 2]), sequence: 7, reason: 'on-close' };
    expect(await browserHost('secret', writing, () => true).snapshotWrite(request)).toEqual(SNAPSHOT);
    const [, sent] = writing.mock.calls[0] ?? [];
    expect(sent?.headers).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'x-handpicked-argument': '{"sequence":7,"reason":"on-close"}',
    });
    expect(new Uint8Array(await new Response(sent?.body).arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  it('takes a snapshot as its bytes, and a refusal as such', async () => {
    const bytes = new Response(new Uint8Array([3, 4]), { headers: { 'Content-Type': 'application/octet-stream' } });
    const read = browserHost(
      'secret',
      () => Promise.resolve(bytes),
      () => true,
    ).snapshotRead(SNAPSHOT.name);
    expect(await read).toEqual(new Uint8Array([3, 4]));
    const refusing = browserHost('secret', answering({ ok: false, code: 'not-found', message: 'm' }), () => true);
    await expect(refusing.snapshotRead('x')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('passes the host’s refusals on with their code', async () => {
    const refusing = browserHost(
      'secret',
      answering({ ok: false, code: 'host-refused', message: 'reload it' }),
      () => true,
    );
    await expect(refusing.appInfo()).rejects.toMatchObject({
      name: 'AppError',
      code: 'host-refused',
      message: 'reload it',
    });
  });

  it('says that the program has ended where nobody answers', async () => {
    const gone = browserHost(
      'secret',
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => true,
    );
    await expect(gone.appInfo()).rejects.toMatchObject({
      code: 'host-refused',
      message: expect.stringContaining('npm start') as string,
    });
  });

  it.each([
    null,
    'x',
    {},
    { ok: true },
    { ok: true, value: { ...INFO, shell: 'toaster' } },
    { ok: false, code: 'made-up', message: '' },
  ])('does not believe %j', async (body) => {
    await expect(browserHost('secret', answering(body), () => true).appInfo()).rejects.toMatchObject({
      code: 'unexpected',
    });
  });
});

describe('electronHost', () => {
  const bridge = (over: Partial<HostBridge> = {}): HostBridge => ({
    appInfo: () => Promise.resolve({ ok: true, value: { ...INFO, shell: 'electron' } }),
    openFiles: () => Promise.resolve({ ok: true, value: [{ name: 'a.csv', bytes: new Uint8Array([1]) }] }),
    saveFile: () => Promise.resolve({ ok: true, value: 'cancelled' }),
    openExternal: () => Promise.resolve({ ok: true, value: true }),
    databaseSetAside: () => Promise.resolve({ ok: true, value: 'now' }),
    journalStatus: () => Promise.resolve({ ok: true, value: STATUS }),
    journalAppend: () => Promise.resolve({ ok: true, value: { lastSequence: 2, sequences: [1, 2], freeBytes: null } }),
    journalRead: () => Promise.resolve({ ok: true, value: { records: [], isEnd: true } }),
    journalCompact: () => Promise.resolve({ ok: true, value: null }),
    snapshots: () => Promise.resolve({ ok: true, value: [SNAPSHOT] }),
    snapshotWrite: () => Promise.resolve({ ok: true, value: SNAPSHOT }),
    snapshotRead: () => Promise.resolve({ ok: true, value: new Uint8Array([1, 2]) }),
    snapshotRevealFolder: () => Promise.resolve({ ok: true, value: true }),
    releaseReserve: () => Promise.resolve({ ok: true, value: true }),
    onMenuCommand: () => () => undefined,
    ...over,
  });

  it('unpacks what the bridge answers', async () => {
    const host = electronHost(bridge());
    expect((await host.appInfo()).shell).toBe('electron');
    expect(await host.openFiles({ title: 't', extensions: [], multiple: false })).toEqual([
      { name: 'a.csv', bytes: new Uint8Array([1]) },
    ]);
    expect(await host.saveFile({ suggestedName: 'a', mediaType: 'b', bytes: new Uint8Array() })).toBe('cancelled');
  });

  it('unpacks what is kept outside the browser', async () => {
    const host = electronHost(bridge());
    expect(await host.journalStatus()).toEqual(STATUS);
    expect((await host.journalAppend([])).sequences).toEqual([1, 2]);
    expect((await host.journalRead(0, 1)).isEnd).toBe(true);
    await host.journalCompact(1, 0);
    expect(await host.snapshots()).toEqual([SNAPSHOT]);
    expect(await host.snapshotRead(SNAPSHOT.name)).toEqual(new Uint8Array([1, 2]));
    expect(await host.snapshotRevealFolder()).toBe(true);
    expect(await host.releaseReserve()).toBe(true);
  });

  it('turns coded replies into errors with the code', async () => {
    const host = electronHost(
      bridge({ openFiles: () => Promise.resolve({ ok: false, code: 'file-too-large', message: 'm' }) }),
    );
    await expect(host.openFiles({ title: 't', extensions: [], multiple: false })).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  it('lets only the contract’s menu commands through, until unsubscribed', () => {
    let send: (command: unknown) => void = () => undefined;
    const stop = vi.fn();
    const heard: string[] = [];
    const unsubscribe = electronHost(
      bridge({
        onMenuCommand: (listener) => {
          send = listener;
          return stop;
        },
      }),
    ).onMenuCommand((command) => heard.push(command));
    for (const command of ['undo', 'format-disk', 7, 'import']) send(command);
    expect(heard).toEqual(['undo', 'import']);
    unsubscribe();
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('pageHost', () => {
  it('says that it has no program behind it, and opens no strange links', async () => {
    expect(await pageHost('1').appInfo()).toMatchObject({ shell: 'page', dataFolder: null });
    expect(await pageHost('1').openExternal('file:///etc/passwd')).toBe(false);
  });

  it('says that it keeps nothing outside the browser', async () => {
    const host = pageHost('1');
    expect(await host.appInfo()).toMatchObject({ keepsOutside: false });
    await expect(host.journalAppend([])).rejects.toMatchObject({ name: 'AppError', code: 'no-host' });
    await expect(host.snapshots()).rejects.toMatchObject({ code: 'no-host' });
    expect(await host.releaseReserve()).toBe(false);
  });
});
