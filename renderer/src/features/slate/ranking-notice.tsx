import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useToasts } from '../../app/context/use-toasts';
import { keepRankingSeen, picksChanged } from '../../application/picks/ranking-notice';
import { RANKING_VERSION } from '../../domain/ranking-version';
import { rankingChanges, rankingChangesText } from '../../text/ranking-changes';
import { QuietLine } from '../../ui/quiet-line';

/** After an update that changed the picks: why, until it is hidden, and never again. */
export function RankingNotice(): ReactNode {
  const { settings } = useServices();
  const { showError } = useToasts();
  if (!picksChanged(useSettings())) return null;
  return (
    <QuietLine
      label={rankingChangesText.label}
      closeLabel={rankingChangesText.dismiss}
      onClose={() => {
        keepRankingSeen(settings).catch(showError);
      }}
    >
      {rankingChanges[RANKING_VERSION]}
    </QuietLine>
  );
}
