/**
 * Cholesky decomposition A = L · Lᵀ of a small dense symmetric positive definite matrix (tens of rows). Matrices are
 * row-major Float64Arrays [size, size]; only the lower triangle of A is read, and the upper one of L is zero. Throws
 * RangeError for a pivot of 0 or less or NaN, which a proper prior rules out.
 */
export function choleskyDecompose(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) rest -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      if (row !== column) factor[row * size + column] = rest / (factor[column * size + column] ?? 0);
      else if (rest > 0) factor[row * size + row] = Math.sqrt(rest);
      else throw new RangeError(`Matrix is not positive definite at row ${String(row)}.`);
    }
  }
  return factor;
}

/** Solves L · x = right by forward substitution; `right` [size] is left unchanged. */
export function solveLower(factor: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const solution = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let rest = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) rest -= (factor[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 0);
  }
  return solution;
}

/** Solves Lᵀ · x = right by backward substitution, without building Lᵀ. */
export function solveUpper(factor: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = right[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) rest -= (factor[k * size + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 0);
  }
  return solution;
}
