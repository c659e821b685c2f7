import { readIdentifier } from '../../identity/identifier-namespaces';

/**
 * The ids in cells, by the register that each is of. What is blank or of another form is left out; what a spreadsheet
 * has ruined is kept, so that `usableRows` can count it.
 */
export function identifiersIn(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [name, cell] of Object.entries(cells)) {
    if (cell.trim() === '') continue;
    const reading = readIdentifier(name, cell);
    if ('value' in reading) found.set(name, reading.value);
    else if (reading.unusable === 'rounded') found.set(name, cell.trim());
  }
  return Object.fromEntries(found);
}
