import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildTasteProfile } from '../../renderer/src/data/taste-profile-builder';
import { NEUTRAL_DIALS } from '../../renderer/src/domain/dials/dials';
import { completeEvent } from '../../renderer/src/domain/event';
import { eventId, itemId, OWNER_ID } from '../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../renderer/src/domain/item';
import { NO_LEARNING_SETTINGS } from '../../renderer/src/domain/learning';
import type { TasteProfile } from '../../renderer/src/domain/taste-profile';
import { analyseFiles } from '../../renderer/src/importing/detect';
import { planImport } from '../../renderer/src/importing/plan/merge-plan';

export interface ImportedLibrary {
  readonly items: readonly Item[];
  readonly owner: TasteProfile;
}

/** The library and the owner's profile that importing `file` into an empty database would give. */
export async function importedLibrary(file: string, now: number): Promise<ImportedLibrary> {
  const bytes = new Uint8Array(await readFile(file));
  const { analyses, unrecognised } = await analyseFiles([{ name: basename(file), blob: new Blob([bytes]) }]);
  if (analyses.length === 0) throw new Error(`${file}: ${unrecognised.map(({ reason }) => reason).join('; ')}`);
  const plans = await Promise.all(analyses.map((analysis) => planImport(analysis, [], now)));
  const added = plans
    .flatMap(({ additions }) => additions)
    .map(({ draft, event }, index) => ({
      item: completeItem(draft, itemId(`import-${index}`), now),
      events:
        event === null
          ? []
          : [
              completeEvent(
                { source: 'import', at: null, ...event, itemId: itemId(`import-${index}`) },
                eventId(`event-${String(index).padStart(8, '0')}`),
                now,
              ),
            ],
    }));
  const owner = {
    id: OWNER_ID,
    name: 'Owner',
    isOwner: true,
    likedTags: [],
    avoidedTags: [],
    learning: NO_LEARNING_SETTINGS,
    dials: NEUTRAL_DIALS,
    note: null,
    email: null,
    archivedAt: null,
    source: 'manual' as const,
    createdAt: now,
  };
  return {
    items: added.map(({ item }) => item),
    owner: await buildTasteProfile(
      owner,
      added.flatMap(({ events }) => events),
      [],
      now,
      () => Promise.resolve(),
    ),
  };
}
