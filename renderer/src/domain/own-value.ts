/**
 * What an object holds under a word that came from outside: a kind, a tag, a source, a file's name. An object written
 * as `{…}` also answers to `constructor`, `toString` and other names of its prototype; for those this is undefined.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(record, word) ? record[word] : undefined;
}
