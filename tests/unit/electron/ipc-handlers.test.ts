import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTHING_KEPT } from '../../../electron/host/durable-store';
import { HOST_METHODS, type HostReply } from '../../../electron/host-contract';
import { readChosenFile, suggestedPath } from '../../../electron/main/host-files';
import { channelOf, registerHostHandlers, type HostDevices } from '../../../electron/main/ipc-handlers';
import { temporaryFolder } from './temporary-folder';

const OWN = { sender: { id: 7 }, senderFrame: { url: 'app://handpicked/#/', parent: null } };

function host(devices: Partial<HostDevices> = {}) {
  const handlers = new Map<string, (event: unknown, argument?: unknown) => Promise<HostReply>>();
  const opened: string[] = [];
  registerHostHandlers(
    {
      handle: (channel, handler) => {
        handlers.set(channel, handler as (event: unknown) => Promise<HostReply>);
      },
    },
    {
      appInfo: {
        version: '1',
        shell: 'electron',
        shellReason: null,
        dataFolder: '/data',
        keepsOutside: true,
        setAsideProblem: null,
      },
      setAside: () => Promise.resolve('now'),
      durable: NOTHING_KEPT,
      documentsFolder: '/documents',
      showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
      showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
      confirmLink: () => Promise.resolve(true),
      openLink: (link) => {
        opened.push(link);
        return Promise.resolve();
      },
      contentsId: () => 7,
      ...devices,
    },
  );
  const call = async (channel: string, argument?: unknown, event: unknown = OWN) =>
    await handlers.get(channel)?.(event, argument);
  return { call, opened, channels: [...handlers.keys()] };
}

describe('who may ask', () => {
  it('answers the contract’s methods and no others', async () => {
    const { channels, call } = host();
    expect(channels).toEqual(HOST_METHODS.map(channelOf));
    expect(await call('host:appInfo')).toMatchObject({ ok: true, value: { shell: 'electron' } });
  });

  it.each([
    ['a page of another origin', { ...OWN, senderFrame: { url: 'https://evil.example/', parent: null } }],
    ['a lookalike', { ...OWN, senderFrame: { url: 'app://handpicked.evil/', parent: null } }],
    ['a frame inside the page', { ...OWN, senderFrame: { url: 'app://handpicked/', parent: {} } }],
    ['another window', { ...OWN, sender: { id: 8 } }],
    ['a frame that is gone', { ...OWN, senderFrame: null }],
  ])('refuses %s', async (_who, event) => {
    const { call } = host();
    for (const method of HOST_METHODS)
      expect(await call(channelOf(method), undefined, event)).toMatchObject({ ok: false, code: 'host-refused' });
  });
});

describe('openFiles', () => {
  const request = { title: 'Choose export files', extensions: ['csv', 'zip'], multiple: true };

  it('gives names and bytes, never paths', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.csv'), 'x,y');
    const { call } = host({
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [join(folder, 'a.csv')] }),
    });
    expect(await call('host:openFiles', request)).toEqual({
      ok: true,
      value: [{ name: 'a.csv', bytes: new TextEncoder().encode('x,y') }],
    });
  });

  it('says which file could not be read or is too large', async () => {
    const folder = temporaryFolder();
    const { call } = host({
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [join(folder, 'gone.csv')] }),
    });
    expect(await call('host:openFiles', request)).toMatchObject({
      ok: false,
      code: 'file-unreadable',
      message: expect.stringContaining('gone.csv') as string,
    });
    writeFileSync(join(folder, 'big.csv'), '12345');
    await expect(readChosenFile(join(folder, 'big.csv'), 4)).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('is empty where the person cancelled', async () => {
    expect(await host().call('host:openFiles', request)).toEqual({ ok: true, value: [] });
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    { ...request, extensions: ['../x'] },
    { ...request, multiple: 1 },
    { ...request, surprise: true },
  ])('refuses %j', async (argument) => {
    expect(await host().call('host:openFiles', argument)).toMatchObject({ ok: false, code: 'invalid-input' });
  });
});

describe('saveFile', () => {
  const request = {
    suggestedName: 'My list.md',
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode('# Ten books'),
  };

  it('writes all of it, and leaves nothing else behind', async () => {
    const folder = temporaryFolder();
    const { call } = host({
      showSaveDialog: () => Promise.resolve({ canceled: false, filePath: join(folder, 'list.md') }),
    });
    expect(await call('host:saveFile', request)).toEqual({ ok: true, value: 'saved' });
    expect(readFileSync(join(folder, 'list.md'), 'utf8')).toBe('# Ten books');
    expect(readdirSync(folder)).toEqual(['list.md']);
  });

  it('says so where it cannot, and cleans up', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'list.md'));
    const { call } = host({
      showSaveDialog: () => Promise.resolve({ canceled: false, filePath: join(folder, 'list.md') }),
    });
    expect(await call('host:saveFile', request)).toMatchObject({
      ok: false,
      message: expect.stringContaining('could not be saved') as string,
    });
    expect(readdirSync(folder)).toEqual(['list.md']);
  });

  it('is cancelled where the person cancelled, and refuses what is no file', async () => {
    expect(await host().call('host:saveFile', request)).toEqual({ ok: true, value: 'cancelled' });
    expect(await host().call('host:saveFile', { ...request, bytes: 'text' })).toMatchObject({
      ok: false,
      code: 'invalid-input',
    });
  });

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['a/b:c?.md', 'a b c .md'],
    ['\u0000.csv', 'csv'],
    ['...', 'handpicked'],
    ['Été à lire.md', 'Été à lire.md'],
  ])('suggests for %j a plain name', (name, plain) => {
    expect(suggestedPath('/documents', name)).toBe(join('/documents', plain));
  });
});

describe('openExternal', () => {
  it('asks before it opens anything', async () => {
    const asked: string[] = [];
    let answer = false;
    const { call, opened } = host({
      confirmLink: (link) => {
        asked.push(link);
        return Promise.resolve(answer);
      },
    });
    const links = ['https://example.com/', 'mailto:ada@example.com'];
    for (const link of links) expect(await call('host:openExternal', link)).toEqual({ ok: true, value: false });
    expect(opened).toEqual([]);
    answer = true;
    for (const link of links) expect(await call('host:openExternal', link)).toEqual({ ok: true, value: true });
    expect(opened).toEqual(links);
    expect(asked).toEqual([...links, ...links]);
  });
  it('refuses every other kind of link', async () => {
    const { call, opened } = host();
    expect(await call('host:openExternal', 'file:///etc/passwd')).toMatchObject({ ok: false, code: 'host-refused' });
    expect(opened).toEqual([]);
  });
});
