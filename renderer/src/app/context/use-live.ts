import { useLiveQuery } from 'dexie-react-hooks';

/**
 * The result of a repository read, read again whenever a table it touched changes; undefined until the first answer.
 * A failing query throws during render, so pages stand inside an error boundary.
 */
export function useLive<T>(query: () => Promise<T>, dependencies: readonly unknown[]): T | undefined {
  return useLiveQuery(query, [...dependencies]);
}
