import { describe, expect, it } from 'vitest';
import {
  ArchiveOpener,
  type ArchiveOpenerPorts,
  type OpenedArchive,
} from '../../../../renderer/src/application/archive/archive-opener';
import { archiveFileName, ArchiveSaver } from '../../../../renderer/src/application/archive/archive-saver';
import { actionId } from '../../../../renderer/src/domain/ids';
import type { ArchiveSummary } from '../../../../renderer/src/domain/archive';
import { AppError } from '../../../../renderer/src/domain/errors';
import type { SaveFileRequest } from '../../../../renderer/src/domain/ports/host';
import { archiveText } from '../../../../renderer/src/text/archive';

const NOON = new Date(2026, 10, 30, 12).getTime();
const SUMMARY: ArchiveSummary = {
  programVersion: '0.6.0',
  madeAt: NOON,
  reason: 'person',
  libraryId: null,
  journalId: null,
  journalSequence: null,
  databaseVersion: 7,
  digest: '',
  tables: [
    { table: 'items', rows: 2310 },
    { table: 'people', rows: 1 },
    { table: 'lists', rows: 0 },
  ],
  damaged: 0,
};
const BYTES = Uint8Array.of(1, 2, 3);

describe('saving everything', () => {
  const saver = (write: () => Promise<never> | Promise<{ bytes: Uint8Array; summary: ArchiveSummary }>) => {
    const files: SaveFileRequest[] = [];
    const session = new ArchiveSaver({
      archives: { writeArchive: write },
      host: {
        saveFile: async (request) => {
          files.push(request);
          return files.length === 1 ? 'saved' : 'cancelled';
        },
      },
      databaseName: 'handpicked',
      clock: () => NOON,
    });
    return { session, files };
  };

  it('gives the file the day as its name, and says what is in it', async () => {
    const { session, files } = saver(async () => ({ bytes: BYTES, summary: SUMMARY }));
    await session.save('secret');
    expect(files).toMatchObject([{ suggestedName: 'Handpicked 2026-11-30.handpicked', bytes: BYTES }]);
    expect(session.snapshot()).toMatchObject({ step: 'saved', isLocked: true });
    expect(archiveText.holds(SUMMARY.tables)).toBe('2,310 things, 1 person');
    // The person closed the dialog.
    await session.save(null);
    expect(session.snapshot()).toEqual({ step: 'idle' });
  });

  it('says why it failed, and nothing where it was cancelled', async () => {
    const { session } = saver(async () => {
      throw new AppError('storage-full', 'The disk is full.');
    });
    await session.save(null);
    expect(session.snapshot()).toEqual({ step: 'failed', reason: 'The disk is full.' });
    const { session: other } = saver(async () => {
      throw new AppError('cancelled', '');
    });
    await other.save(null);
    expect(other.snapshot()).toEqual({ step: 'idle' });
  });

  it('names a day with two digits', () => {
    expect(archiveFileName(new Date(2027, 0, 2, 23, 59).getTime())).toBe('Handpicked 2027-01-02.handpicked');
  });
});

describe('opening an archive', () => {
  const opener = (restore: ArchiveOpenerPorts['restore'] = () => Promise.reject(new Error('not asked for'))) =>
    new ArchiveOpener({
      archives: {
        inspectArchive: async ({ bytes, passphrase }) => {
          if (bytes[0] === 9) throw new AppError('archive-damaged', 'Damaged.');
          if (passphrase === null && bytes[0] === 7) throw new AppError('passphrase-needed', '');
          if (passphrase !== null && passphrase !== 'right') throw new AppError('passphrase-wrong', '');
          return { summary: SUMMARY, problems: [], changes: [] };
        },
      },
      databaseName: 'handpicked',
      restore,
    });
  const file = (name: string, ...bytes: readonly number[]): File => new File([Uint8Array.from(bytes)], name);

  it('knows an archive by its name, its lock or its seal', async () => {
    const seal = `${' '.repeat(9)}handpicked-archive seal sha256:${'0'.repeat(64)}`;
    const files = [
      file('a.Handpicked'),
      new File(['handpicked-lock1…'], 'b'),
      new File([seal], 'c.zip'),
      new File(['Title\n'], 'd.csv'),
      file('e.zip'),
    ];
    const { archives, others } = await opener().sort(files);
    expect(archives.map(({ name }) => name)).toEqual(['a.Handpicked', 'b', 'c.zip']);
    expect(others.map(({ name }) => name)).toEqual(['d.csv', 'e.zip']);
  });

  it('asks for the passphrase until it is right', async () => {
    const session = opener();
    await session.open(file('x', 7));
    expect(session.snapshot()).toEqual({ step: 'locked', fileName: 'x', wasWrong: false });
    await session.unlock('wrong');
    expect(session.snapshot()).toMatchObject({ step: 'locked', wasWrong: true });
    await session.unlock('right');
    expect(session.snapshot()).toMatchObject({ step: 'preview', summary: SUMMARY });
  });

  it('says why a file cannot be used', async () => {
    const session = opener();
    await session.open(file('x', 9));
    expect(session.snapshot()).toEqual({ step: 'refused', fileName: 'x', reason: 'Damaged.' });
  });

  it('hands the file over to be restored, with its passphrase', async () => {
    const restored: OpenedArchive[] = [];
    const session = opener((archive) => {
      restored.push(archive);
      return Promise.resolve({ actionId: actionId(1), label: 'Restored' });
    });
    expect(await session.restore()).toBeNull();
    await session.open(file('x', 7));
    await session.restore();
    expect(restored).toEqual([]);
    await session.unlock('right');
    expect(await session.restore()).toMatchObject({ label: 'Restored' });
    expect(restored).toEqual([{ bytes: Uint8Array.of(7), passphrase: 'right' }]);
  });

  it('shows how far a restore is, goes on when its page is left, and shows the file again when it is cancelled', async () => {
    const session = opener((_archive, { signal, onProgress }) => {
      onProgress?.({ done: 1, total: 4 });
      return new Promise((_settle, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new AppError('cancelled', 'This was cancelled; nothing was changed.'));
        });
      });
    });
    const leave = session.watch();
    await session.open(file('x', 1));
    const restoring = session.restore();
    leave();
    await Promise.resolve();
    await Promise.resolve();
    expect(session.snapshot()).toEqual({ step: 'restoring', fileName: 'x', progress: { done: 1, total: 4 } });
    expect(await session.restore()).toBeNull();
    session.cancelRestore();
    expect(await restoring).toBeNull();
    expect(session.snapshot()).toMatchObject({ step: 'preview', fileName: 'x' });
  });

  it('shows the file again where it could not be restored', async () => {
    const session = opener(() => Promise.reject(new AppError('storage-full', 'The disk is full.')));
    await session.open(file('x', 1));
    await expect(session.restore()).rejects.toMatchObject({ code: 'storage-full' });
    expect(session.snapshot()).toMatchObject({ step: 'preview' });
  });

  it('lets go of the file once its page is left', async () => {
    const session = opener();
    const leave = session.watch();
    await session.open(file('x', 1));
    leave();
    const back = session.watch();
    await Promise.resolve();
    expect(session.snapshot()).toMatchObject({ step: 'preview' });
    back();
    await Promise.resolve();
    await Promise.resolve();
    expect(session.snapshot()).toEqual({ step: 'idle' });
  });
});

describe('words of an archive', () => {
  it('say what a restore would change, table by table', () => {
    const change = { table: 'items', added: 3, removed: 0, changed: 1200, same: 9 };
    expect(archiveText.change(change)).toBe('Things: 3 added, 1,200 changed');
    expect(archiveText.change({ ...change, added: 0, changed: 0 })).toBeNull();
  });
});
