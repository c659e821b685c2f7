import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error';
import { holds, placeOf } from './people-cases';
import type { CaseFile, PackPlace } from './people-cases';

/** Where each suite looks below the folder it is given. '' = the folder itself. */
const PARENTS = {
  libraries: { cases: [''], whom: [] },
  'own-learning': { cases: [''], whom: [] },
  told: { cases: ['told', 'knows'], whom: [] },
  whom: { cases: ['whom', 'swap'], whom: [''] },
} as const satisfies Readonly<Record<string, Readonly<Record<CaseFile, readonly string[]>>>>;

type PackSuite = keyof typeof PARENTS;
export const PEOPLE_SUITES = ['libraries', 'told', 'whom'] as const satisfies readonly PackSuite[];
export type PeopleSuite = (typeof PEOPLE_SUITES)[number];

/** Learning is measured where a person's later ratings are asked for, not between two people. */
const suits = (suite: PackSuite, name: string): boolean => suite !== 'own-learning' || name.startsWith('own_');

/** The packs of a suite, by name. Throws UsageError where there are none, or none of those asked for. */
export function packPlaces(suite: PackSuite, folder: string, only: readonly string[]): readonly PackPlace[] {
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`);
  const parents = PARENTS[suite];
  const found = (['cases', 'whom'] as const).flatMap((file) =>
    parents[file]
      .map((parent) => join(folder, parent))
      .flatMap((parent) => foldersIn(parent).map((name) => placeOf(parent, name, file)))
      .filter((place) => suits(suite, place.name))
      .filter((place) => holds(place.folder, file)),
  );
  const missing = only.filter((name) => !found.some((place) => place.name === name));
  if (missing.length > 0)
    throw new UsageError(
      `${folder} holds no pack called ${missing.join(', ')} for the suite ${suite}; it holds ${[...new Set(found.map(({ name }) => name))].join(', ') || 'none'}.`,
    );
  if (found.length === 0) throw new UsageError(`${folder} holds no pack for the suite ${suite}.`);
  return found.filter(({ name }) => only.length === 0 || only.includes(name));
}

function foldersIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    : [];
}
