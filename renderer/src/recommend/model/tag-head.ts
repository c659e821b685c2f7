import { AppError } from '../../domain/errors';
import type { LikelyTag } from '../../domain/recommendation';
import type { Section, TagHeadSpec } from './model-manifest';
import { sigmoid } from '../math/log-odds';

/** One logistic regression per tag on an item's vector. Views over the bytes of tag-head.bin; nothing is copied. */
export class TagHead {
  /** Places in `spec.tags` by kind group: an item is asked only about the tags of its group. */
  readonly #byGroup: ReadonlyMap<string, readonly number[]>;
  /** [tags, width]. */
  readonly #weights: Int8Array;
  readonly #scales: Float32Array;
  readonly #biases: Float32Array;

  constructor(
    private readonly spec: TagHeadSpec,
    bytes: ArrayBuffer,
  ) {
    const view = <T>(section: Section, width: number, create: (offset: number, length: number) => T): T => {
      if (section.offset + section.length * width > bytes.byteLength)
        throw new AppError('model-damaged', "The model's table of tags is shorter than its manifest says.");
      return create(section.offset, section.length);
    };
    const { weights, scales, biases } = spec.sections;
    this.#weights = view(weights, 1, (offset, length) => new Int8Array(bytes, offset, length));
    this.#scales = view(scales, 4, (offset, length) => new Float32Array(bytes, offset, length));
    this.#biases = view(biases, 4, (offset, length) => new Float32Array(bytes, offset, length));
    const byGroup = new Map<string, number[]>();
    spec.tags.forEach(({ group }, tag) => {
      const places = byGroup.get(group);
      if (places === undefined) byGroup.set(group, [tag]);
      else places.push(tag);
    });
    this.#byGroup = byGroup;
  }

  /**
   * Tags of the kind group with a chance of at least `minConfidence`, most likely first, equal ones in the manifest's
   * order. Only the first `width` numbers of `vector` are read.
   */
  likely(vector: Float32Array, group: string, minConfidence: number, most: number): readonly LikelyTag[] {
    const found: LikelyTag[] = [];
    for (const tag of this.#byGroup.get(group) ?? []) {
      const confidence = this.#chance(tag, vector);
      if (confidence >= minConfidence) found.push({ name: this.spec.tags[tag]?.name ?? '', confidence });
    }
    return found.sort((left, right) => right.confidence - left.confidence).slice(0, most);
  }

  /** Names of the group's tags, in the manifest's order. */
  names(group: string): readonly string[] {
    return (this.#byGroup.get(group) ?? []).map((tag) => this.spec.tags[tag]?.name ?? '');
  }

  /** Chance 0..1 of each tag of the kind group, in the manifest's order. */
  chances(vector: Float32Array, group: string): Float32Array {
    return Float32Array.from(this.#byGroup.get(group) ?? [], (tag) => this.#chance(tag, vector));
  }

  #chance(tag: number, vector: Float32Array): number {
    return sigmoid((this.#scales[tag] ?? 0) * this.#dot(tag, vector) + (this.#biases[tag] ?? 0));
  }

  #dot(tag: number, vector: Float32Array): number {
    const { width } = this.spec;
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum += (this.#weights[tag * width + at] ?? 0) * (vector[at] ?? 0);
    return sum;
  }
}
