import { expect, it, onTestFinished } from 'vitest';
import { openDurableStore } from '../../../../electron/host/durable-store';
import { browserHost } from '../../../../renderer/src/host/browser-host';
import { testRecord } from '../../../faults/journal-check';
import { serveShell } from '../shell-client';
import { temporaryFolder } from '../temporary-folder';

/** The page's own side, over a real server on a real folder. */
async function page() {
  const durable = openDurableStore(temporaryFolder(), { reserveBytes: 4_096 });
  const shell = await serveShell({ durable });
  onTestFinished(() => durable.close());
  const asPage = (address: string, init: RequestInit): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string>), Cookie: shell.cookie, Origin: shell.origin };
    return fetch(shell.origin + address, { ...init, headers });
  };
  const host = browserHost(shell.token, asPage, () => false);
  return { host, shell };
}

it('keeps the journal of the page in the data folder', async () => {
  const { host } = await page();
  const records = [testRecord(1), { ...testRecord(2), text: '"'.repeat(300_000) }];
  expect(await host.journalAppend(records)).toMatchObject({ lastSequence: 2, sequences: [1, 2] });
  expect(await host.journalRead(1, 1_000)).toEqual({ records: [{ ...records[1], sequence: 2 }], isEnd: true });
  await host.journalCompact(2, 0);
  expect(await host.journalStatus()).toMatchObject({
    firstSequence: 1,
    lastSequence: 2,
    damage: [],
    reserveBytes: 4_096,
  });
  expect(await host.releaseReserve()).toBe(true);
});

it('keeps snapshots as they are, byte for byte', async () => {
  const { host } = await page();
  const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
  const { name } = await host.snapshotWrite({ bytes, sequence: 3, reason: 'before-import' });
  expect(await host.snapshots()).toMatchObject([
    { name, bytes: 300_000, sequence: 3, reason: 'before-import', isKnown: true },
  ]);
  expect(await host.snapshotRead(name)).toEqual(bytes);
  await expect(host.snapshotRead('../owner-secret')).rejects.toMatchObject({ code: 'not-found' });
});

it.each([
  ['journalAppend', [{ id: '../x', at: 1, text: '' }]],
  ['journalAppend', [{ id: 'a', at: 1.5, text: '' }]],
  ['journalAppend', [{ id: 'a', at: 1, text: '', sequence: 9 }]],
  ['journalAppend', { length: 1 }],
  ['journalRead', { after: -1, maxBytes: 1 }],
  ['journalRead', { after: 0, maxBytes: 1e12 }],
  ['journalCompact', { upTo: 'all', keepSince: 0 }],
  ['snapshotRead', 7],
])('refuses %s(%j)', async (method, argument) => {
  const { shell } = await page();
  expect((await shell.post(method, argument)).body).toMatchObject({ ok: false, code: 'invalid-input' });
});

it.each([
  ['a reason that is a path', { sequence: 1, reason: '../../x' }],
  ['a number below zero', { sequence: -1, reason: 'test' }],
  ['more than is asked for', { sequence: 1, reason: 'test', name: 'x' }],
])('refuses a snapshot with %s', async (_what, details) => {
  const { host } = await page();
  await expect(host.snapshotWrite({ bytes: new Uint8Array(1), ...details })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(await host.snapshots()).toEqual([]);
});

it('refuses a snapshot that is sent as JSON', async () => {
  const { shell } = await page();
  expect((await shell.post('snapshotWrite', { sequence: 1, reason: 'test' })).status).toBe(403);
});
