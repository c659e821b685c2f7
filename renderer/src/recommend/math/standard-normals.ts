/**
 * `count` independent draws of N(0, 1) by Box & Muller (1958): two draws for two uniform numbers 0 <= u < 1. For an odd
 * count the last partner is discarded, so that a vector always uses the same number of random numbers.
 */
export function standardNormals(count: number, random: () => number): Float64Array {
  const normals = new Float64Array(count);
  for (let index = 0; index < count; index += 2) {
    // 1 − u lies in (0, 1]: its logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    normals[index] = radius * Math.cos(angle);
    if (index + 1 < count) normals[index + 1] = radius * Math.sin(angle);
  }
  return normals;
}
