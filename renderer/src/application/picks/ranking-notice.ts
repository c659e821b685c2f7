import type { PeopleRepository } from '../../domain/ports/people-repository';
import type { SettingsRepository } from '../../domain/ports/settings-repository';
import { RANKING_VERSION } from '../../domain/ranking-version';
import type { Settings } from '../../domain/settings';

/** Whether picks are made otherwise than those the person knows, and they have not been told why. */
export const picksChanged = ({ rankingSeen }: Pick<Settings, 'rankingSeen'>): boolean => rankingSeen < RANKING_VERSION;

/** Remembers that the person knows how picks are made now. */
export const keepRankingSeen = (settings: Pick<SettingsRepository, 'update'>): Promise<void> =>
  settings.update({ rankingSeen: RANKING_VERSION });

/** Without a thing or a friend there were no picks that could have changed: a new installation is told nothing. */
export async function skipWithoutPicks(
  hasThings: boolean,
  {
    people,
    settings,
  }: {
    readonly people: Pick<PeopleRepository, 'friends'>;
    readonly settings: Pick<SettingsRepository, 'read' | 'update'>;
  },
): Promise<void> {
  if (!picksChanged(await settings.read())) return;
  if (hasThings && (await people.friends({ includeArchived: true })).length > 0) return;
  await keepRankingSeen(settings);
}
