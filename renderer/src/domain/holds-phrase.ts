/**
 * Whether `phrase` contains `wanted` as whole words: "epic fantasy" contains "fantasy". False for an empty `wanted`.
 */
export function holdsPhrase(phrase: string, wanted: string): boolean {
  return wanted !== '' && ` ${phrase} `.includes(` ${wanted} `);
}
