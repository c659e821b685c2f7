import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readBundle, readVerified } from '../../../renderer/src/inference/load-model';
import type { FetchFile } from '../../../renderer/src/inference/load-model';
import { folderFiles } from '../../benchmark/node-model';

const TINY = new URL('../../fixtures/tiny-model/', import.meta.url).pathname;
const files = folderFiles(TINY);

/** The tiny bundle with one file's bytes replaced. */
function withFile(name: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): FetchFile {
  return async (wanted) => {
    const bytes = new Uint8Array(await files(wanted));
    return wanted === name ? change(bytes).buffer : bytes.buffer;
  };
}

const changedManifest = (change: (manifest: Record<string, unknown>) => void): FetchFile =>
  withFile('manifest.json', (bytes) => {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    change(manifest);
    return new TextEncoder().encode(JSON.stringify(manifest));
  });

describe('readBundle', () => {
  it('reads the files the manifest names, byte for byte', async () => {
    const bundle = await readBundle(files);
    expect(bundle.manifest.dim).toBe(16);
    expect(new Uint8Array(bundle.knownItems)).toEqual(new Uint8Array(await readFile(`${TINY}known-items.bin`)));
    expect(new Uint8Array(bundle.tagHead)).toEqual(new Uint8Array(await readFile(`${TINY}tag-head.bin`)));
  });

  it.each(['item-encoder.onnx', 'history-encoder.onnx', 'known-items.bin', 'tag-head.bin'])(
    'calls %s damaged when one bit differs',
    async (name) => {
      const flipped = withFile(name, (bytes) => {
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        return bytes;
      });
      await expect(readBundle(flipped)).rejects.toMatchObject({
        code: 'model-damaged',
        message: expect.stringContaining(name) as string,
      });
    },
  );

  it('calls a file cut short damaged', async () => {
    await expect(readBundle(withFile('known-items.bin', (bytes) => bytes.slice(0, -1)))).rejects.toMatchObject({
      code: 'model-damaged',
    });
  });

  it('calls a manifest that is no JSON damaged', async () => {
    await expect(readBundle(withFile('manifest.json', (bytes) => bytes.slice(0, 100)))).rejects.toMatchObject({
      code: 'model-damaged',
    });
  });

  it('calls a file that cannot be read missing', async () => {
    const absent: FetchFile = async (name) =>
      name === 'history-encoder.onnx' ? await Promise.reject(new Error('ENOENT')) : await files(name);
    await expect(readBundle(absent)).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining('history-encoder.onnx') as string,
    });
  });

  it('calls an unknown version incompatible instead of guessing', async () => {
    await expect(
      readBundle(
        changedManifest((manifest) => {
          manifest['schemaVersion'] = 99;
        }),
      ),
    ).rejects.toMatchObject({ code: 'model-incompatible' });
  });

  it('refuses a file that the manifest does not list', async () => {
    const { manifest } = await readBundle(files);
    await expect(readVerified(files, manifest, 'manifest.json')).rejects.toMatchObject({ code: 'model-damaged' });
  });
});
