import { describe, expect, it, vi } from 'vitest';
import { TOKEN_HEADER, type HostBridge } from '../../../electron/host-contract';
import { browserHost } from '../../../renderer/src/host/browser-host';
import { electronHost } from '../../../renderer/src/host/electron-host';
import { pageHost } from '../../../renderer/src/host/page-host';

const INFO = { version: '1', shell: 'browser', shellReason: null, dataFolder: '/data' };

describe('browserHost', () => {
  const answering = (body: unknown) =>
    vi.fn((_address: string, _init: RequestInit) => Promise.resolve(Response.json(body)));

  it('asks by POST with the token of this run', async () => {
    const fetch = answering({ ok: true, value: INFO });
    expect(await browserHost('secret', fetch, () => true).appInfo()).toEqual(INFO);
    expect(fetch.mock.calls[0]?.[0]).toBe('/host/appInfo');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', headers: { [TOKEN_HEADER]: 'secret' } });
  });

  it('asks the person before a web address, not before a draft', async () => {
    const fetch = answering({ ok: true, value: true });
    const confirm = vi.fn(() => false);
    const host = browserHost('secret', fetch, confirm);
    expect(await host.openExternal('https://example.com/')).toBe(false);
    expect(fetch).not.toHaveBeenCalled();
    expect(await host.openExternal('mailto:ada@example.com')).toBe(true);
    expect(confirm).toHaveBeenCalledTimes(1);
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
});
