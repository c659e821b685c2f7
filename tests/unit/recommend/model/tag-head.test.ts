import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../../renderer/src/recommend/model/manifest-parser';
import { TagHead } from '../../../../renderer/src/recommend/model/tag-head';
import { fakeManifest } from '../../../fixtures/fake-model';
import type { FakeTag } from '../../../fixtures/fake-tag-head';

const tag = (name: string, weights: readonly number[], bias = 0, group = 'book'): FakeTag => ({
  name,
  group,
  weights,
  bias,
});
function specAndBytes(tags: readonly FakeTag[]) {
  const { json, tagHead } = fakeManifest([], undefined, tags);
  return { spec: parseManifest(JSON.parse(JSON.stringify(json))).tagHead, bytes: tagHead };
}
function head(...tags: readonly FakeTag[]): TagHead {
  const { spec, bytes } = specAndBytes(tags);
  return new TagHead(spec, bytes);
}
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

describe('the tag head', () => {
  it('answers sigmoid(scale × dot + bias), likeliest first', () => {
    const found = head(tag('dark', [1, 0, 0, 0], -1), tag('light', [0, 2, -3, 0], 0.5)).likely(
      Float32Array.of(2, 4, 1, 9),
      'book',
      0,
      9,
    );
    expect(found.map(({ name }) => name)).toEqual(['light', 'dark']);
    expect(found[0]?.confidence).toBeCloseTo(sigmoid(0.5 * 5 + 0.5), 6);
    expect(found[1]?.confidence).toBeCloseTo(sigmoid(0.5 * 2 - 1), 6);
  });

  it('reads only the first numbers of a vector', () => {
    const { spec, bytes } = specAndBytes([tag('dark', [1, 1, 1, 1])]);
    expect(
      new TagHead({ ...spec, width: 2 }, bytes).likely(Float32Array.of(1, 1, 50, 50), 'book', 0, 1)[0]?.confidence,
    ).toBeCloseTo(sigmoid(1), 6);
  });

  it("keeps to the kind group, the floor and the number asked for, equal ones in the manifest's order", () => {
    const tags = [
      tag('b', [0, 0, 0, 0], 1),
      tag('a', [0, 0, 0, 0], 1),
      tag('rare', [0, 0, 0, 0], -0.1),
      tag('sure', [0, 0, 0, 0], 3),
      tag('film', [0, 0, 0, 0], 5, 'screen'),
    ];
    const zero = new Float32Array(4);
    expect(
      head(...tags)
        .likely(zero, 'book', 0.5, 9)
        .map(({ name }) => name),
    ).toEqual(['sure', 'b', 'a']);
    expect(
      head(...tags)
        .likely(zero, 'book', 0.5, 2)
        .map(({ name }) => name),
    ).toEqual(['sure', 'b']);
    expect(
      head(...tags)
        .likely(zero, 'screen', 0.5, 9)
        .map(({ name }) => name),
    ).toEqual(['film']);
    expect(head(...tags).likely(zero, 'wine', 0, 9)).toEqual([]);
  });

  it('answers nothing where the model has no tags, and where the numbers are none', () => {
    expect(head().likely(new Float32Array(4), 'book', 0, 9)).toEqual([]);
    expect(head(tag('dark', [1, 0, 0, 0])).likely(new Float32Array(4).fill(Number.NaN), 'book', 0, 9)).toEqual([]);
  });

  it('refuses a file shorter than its manifest says', () => {
    const { spec, bytes } = specAndBytes([tag('dark', [1, 0, 0, 0]), tag('light', [0, 1, 0, 0])]);
    expect(() => new TagHead(spec, bytes.slice(0, -1))).toThrow(expect.objectContaining({ code: 'model-damaged' }));
  });
});
