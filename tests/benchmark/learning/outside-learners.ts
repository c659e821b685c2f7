import type { SparseVector } from './item-terms';
import { dot } from './item-terms';

/** Learns residuals: outcome less expectation. */
export interface ResidualLearner {
  observe(features: SparseVector, residual: number): void;
  /** The predicted residual. */
  expect(features: SparseVector): number;
}

/**
 * Ridge regression (Hoerl & Kennard 1970) in its dual form: w = Xᵀ (X Xᵀ + λ I)⁻¹ y. With far fewer outcomes than
 * features this is exact and small; an outcome adds one row to the Cholesky factor of X Xᵀ + λ I.
 */
export class RidgeLearner implements ResidualLearner {
  readonly #seen: SparseVector[] = [];
  readonly #residuals: number[] = [];
  /** Rows of L, lower triangular, L Lᵀ = X Xᵀ + λ I. */
  readonly #factor: number[][] = [];
  #dual: readonly number[] = [];

  /** @param penalty λ: number of a weight's own outcomes at which it counts half. */
  constructor(private readonly penalty: number) {}

  observe(features: SparseVector, residual: number): void {
    const row = solveLower(
      this.#factor,
      this.#seen.map((other) => dot(features, other)),
    );
    const rest = dot(features, features) + this.penalty - row.reduce((sum, value) => sum + value * value, 0);
    this.#factor.push([...row, Math.sqrt(rest)]);
    this.#seen.push(features);
    this.#residuals.push(residual);
    this.#dual = solveUpper(this.#factor, solveLower(this.#factor, this.#residuals));
  }

  expect(features: SparseVector): number {
    let sum = 0;
    this.#seen.forEach((other, place) => {
      sum += (this.#dual[place] ?? 0) * dot(features, other);
    });
    return sum;
  }
}

/** Solves L x = b. */
function solveLower(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const found: number[] = [];
  for (const [place, row] of factor.entries()) {
    let sum = right[place] ?? 0;
    for (let before = 0; before < place; before++) sum -= (row[before] ?? 0) * (found[before] ?? 0);
    found.push(sum / (row[place] ?? 1));
  }
  return found;
}

/** Solves Lᵀ x = b. */
function solveUpper(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const found = [...right];
  for (let place = factor.length - 1; place >= 0; place--) {
    let sum = right[place] ?? 0;
    for (let after = place + 1; after < factor.length; after++)
      sum -= (factor[after]?.[place] ?? 0) * (found[after] ?? 0);
    found[place] = sum / (factor[place]?.[place] ?? 1);
  }
  return found;
}

/**
 * k nearest neighbours on residuals (Bell & Koren 2007): the mean residual of the most similar outcomes, weighted by
 * similarity and shrunk towards zero where similarities are low. Vectors have length 1, so dot products are cosines.
 */
export class NeighbourLearner implements ResidualLearner {
  readonly #seen: { readonly features: SparseVector; readonly residual: number }[] = [];

  constructor(
    private readonly neighbours: number,
    private readonly shrinkage: number,
  ) {}

  observe(features: SparseVector, residual: number): void {
    this.#seen.push({ features, residual });
  }

  expect(features: SparseVector): number {
    const nearest = this.#seen
      .map(({ features: other, residual }) => ({ likeness: dot(features, other), residual }))
      .sort((left, right) => right.likeness - left.likeness)
      .slice(0, this.neighbours);
    let weighed = 0;
    let likeness = 0;
    for (const one of nearest) {
      weighed += one.likeness * one.residual;
      likeness += one.likeness;
    }
    return weighed / (likeness + this.shrinkage);
  }
}
