import type { Dial, DialShape, DialValueOf } from '../../../domain/dials/dial';
import type { Item } from '../../../domain/item';
import type { DialTextOf } from '../../../text/dials';

export interface DialControlProps<Shape extends DialShape> {
  readonly dial: Dial<Shape>;
  readonly words: DialTextOf[Shape];
  readonly value: DialValueOf[Shape];
  /** The library: what it holds decides which choices are offered. */
  readonly items: readonly Item[];
  readonly onChange: (value: DialValueOf[Shape]) => void;
}
