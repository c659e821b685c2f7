import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peerAccount } from '../../../electron/browser-shell/peer-account';
import { makeOwnFolder } from '../../../electron/host/own-folder';
import { ownerSecret } from '../../../electron/host/owner-secret';
import { temporaryFolder } from './temporary-folder';

const onWindows = process.platform === 'win32';
const permissions = (path: string): number => statSync(path).mode & 0o777;

describe.skipIf(onWindows)('makeOwnFolder', () => {
  it('makes a folder for this account alone', () => {
    const folder = join(temporaryFolder(), 'a/b');
    expect(makeOwnFolder(folder)).toBeNull();
    expect(permissions(folder)).toBe(0o700);
    expect(makeOwnFolder(folder)).toBeNull();
  });

  it('takes a folder of its own back from others, and says so', () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(join(folder, 'browser-profile'), { recursive: true });
    chmodSync(folder, 0o755);
    expect(makeOwnFolder(folder)).toContain(folder);
    expect(permissions(folder)).toBe(0o700);
  });

  it('refuses a folder of others’ things, a shared one, and another account’s, and leaves them as they are', () => {
    const folder = join(temporaryFolder(), 'documents');
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), '');
    chmodSync(folder, 0o755);
    expect(() => makeOwnFolder(folder)).toThrow('--data DIR');
    chmodSync(folder, 0o1777);
    expect(() => makeOwnFolder(folder)).toThrow('shared by all accounts');
    expect(statSync(folder).mode & 0o7777).toBe(0o1777);
    expect(() => makeOwnFolder(folder, (process.getuid?.() ?? 0) + 1)).toThrow('belongs to another account');
  });
});

describe('ownerSecret', () => {
  it('is 32 random bytes that only this account can read, kept from start to start', async () => {
    const folder = temporaryFolder();
    const { secret, mended } = await ownerSecret(folder);
    expect(secret).toHaveLength(32);
    expect(mended).toBeNull();
    if (!onWindows) expect(permissions(join(folder, 'owner-secret'))).toBe(0o600);
    expect((await ownerSecret(folder)).secret.equals(secret)).toBe(true);
    expect((await ownerSecret(temporaryFolder())).secret.equals(secret)).toBe(false);
  });

  it('is one for starts at the same moment', async () => {
    const folder = temporaryFolder();
    const secrets = await Promise.all(Array.from({ length: 8 }, () => ownerSecret(folder)));
    expect(new Set(secrets.map(({ secret }) => secret.toString('hex'))).size).toBe(1);
  });

  it.skipIf(onWindows)('is made anew where others could read it, and where it is no secret', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'owner-secret');
    const { secret } = await ownerSecret(folder);
    chmodSync(file, 0o640);
    const open = await ownerSecret(folder);
    expect(open.mended).toContain('could be read by other accounts');
    expect(open.secret.equals(secret)).toBe(false);
    expect(permissions(file)).toBe(0o600);

    // Only the superuser can make a file of another account; whoever finds one has been given it.
    expect((await ownerSecret(folder, (process.getuid?.() ?? 0) + 1)).mended).toContain('belonged to another account');

    for (const content of ['', 'short', 'x'.repeat(33)]) {
      writeFileSync(file, content, { mode: 0o600 });
      expect((await ownerSecret(folder)).mended).toContain('was damaged');
    }
  });

  it.skipIf(onWindows)('is never read or written through a link', async () => {
    const folder = temporaryFolder();
    const elsewhere = join(temporaryFolder(), 'file');
    writeFileSync(elsewhere, 'x'.repeat(32), { mode: 0o600 });
    symlinkSync(elsewhere, join(folder, 'owner-secret'));
    expect((await ownerSecret(folder)).mended).toContain('was not a plain file');
    expect(readFileSync(elsewhere, 'utf8')).toBe('x'.repeat(32));
    expect(existsSync(elsewhere)).toBe(true);
  });
});

describe('peerAccount', () => {
  const row = (local: string, remote: string, uid: number): string =>
    `   0: ${local} ${remote} 01 00000000:00000000 00:00000000 00000000  ${uid}        0 123 1 0000000000000000 20 4 30 10 -1`;
  const tables =
    (v4: readonly string[], v6: readonly string[] = []) =>
    (path: string) =>
      ['  sl  local_address rem_address   st …', ...(path.endsWith('6') ? v6 : v4)].join('\n');

  it('finds the other end of the connection, not its own', () => {
    const read = tables([row('0100007F:BA00', '0100007F:C350', 1), row('0100007F:C350', '0100007F:BA00', 65534)]);
    expect(peerAccount(50_000, 47_616, read)).toBe(65_534);
    expect(peerAccount(50_001, 47_616, read)).toBeNull();
  });
  it('finds one that came by an IPv6 socket', () => {
    const mapped = '0000000000000000FFFF00000100007F';
    expect(peerAccount(50_000, 47_616, tables([], [row(`${mapped}:C350`, `${mapped}:BA00`, 7)]))).toBe(7);
  });
  it('knows nothing where the system tells nothing', () => {
    expect(peerAccount(50_000, 47_616, () => '')).toBeNull();
  });
});
