import type { OutsideJournal, OutsideRecord } from './ports/outside-journal';

/**
 * What the last of the journal's records that says something says; null where none does. The last one is asked alone
 * first: it is enough, but where it is damaged or lost.
 * @param saidBy null where a record says nothing of it
 */
export async function lastSaid<T>(
  journal: Pick<OutsideJournal, 'readAfter'>,
  lastSequence: number,
  saidBy: (record: OutsideRecord) => T | null,
): Promise<T | null> {
  if (lastSequence === 0) return null;
  for (const after of [lastSequence - 1, 0]) {
    let said: T | null = null;
    for await (const part of journal.readAfter(after)) for (const record of part) said = saidBy(record) ?? said;
    if (said !== null) return said;
  }
  return null;
}
