import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../../renderer/src/recommend/model/manifest-parser';
import { fakeManifest } from '../../../fixtures/fake-model';

const valid = (): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(
      fakeManifest([
        { item: { kind: 'book', title: 'A', creators: [], year: 1 }, vector: [1, 2, 3, 4], biases: [1, 2, 3] },
      ]).json,
    ),
  ) as Record<string, unknown>;

/** The manifest with the value at a dotted path replaced; undefined takes it out. */
function changed(path: string, value: unknown): unknown {
  const manifest = valid();
  const keys = path.split('.');
  let target = manifest;
  for (const key of keys.slice(0, -1)) target = target[key] as Record<string, unknown>;
  target[keys.at(-1) ?? ''] = value;
  return JSON.parse(JSON.stringify(manifest));
}

describe('parseManifest', () => {
  it('reads a manifest as it stands', () => {
    const manifest = parseManifest(valid());
    expect(manifest.dim).toBe(4);
    expect(manifest.heads).toEqual(['next', 'future', 'like']);
    expect(manifest.scoring.tasks.shareRated.untrained.weights).toMatchObject({ rating: 1, popularity: 0.5 });
    expect(manifest.featureSchema.fields.map(({ name }) => name)).toContain('titleGram');
  });

  it.each([
    ['schemaVersion', 99],
    ['featureSchema.version', 99],
  ])('does not guess at an unknown %s', (path, value) => {
    expect(() => parseManifest(changed(path, value))).toThrow(expect.objectContaining({ code: 'model-incompatible' }));
  });

  it.each([
    ['name', undefined],
    ['dim', 0],
    ['dim', '64'],
    ['heads', ['next', 'next', 'like']],
    ['heads', ['next', 'future']],
    ['heads', ['next', 'future', 'love']],
    ['featureSchema.tokens.slotCount', 72],
    ['featureSchema.history.paddingSide', 'middle'],
    ['featureSchema.hash.function', 'md5'],
    ['featureSchema.text.wordCategories', ['L)']],
    ['knownItems.sections.vectors.length', 5],
    ['knownItems.members', 3],
    ['knownItems.levels', 254],
    ['knownItems.levels', 65_537],
    ['knownItems.sections.keysLo.offset', 4],
    ['knownItems.sections.keysHi.type', 'int8'],
    ['scoring.tasks.share', undefined],
    ['scoring.tasks.next.known.content', null],
    ['trainedKinds', 'book'],
    ['files', { a: { sha256: 1, bytes: 2 } }],
    ['tensors.itemEncoder', []],
  ])('refuses a damaged %s, naming it', (path, value) => {
    const damaged = expect(() => parseManifest(changed(path, value)));
    damaged.toThrow(expect.objectContaining({ code: 'model-damaged' }));
    damaged.toThrow(path.split('.').at(-1));
  });

  it.each([[null], ['{}'], [[]], [7]])('refuses %j altogether', (value) => {
    expect(() => parseManifest(value)).toThrow(expect.objectContaining({ code: 'model-damaged' }));
  });
});
