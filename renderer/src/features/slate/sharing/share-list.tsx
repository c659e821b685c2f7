import type { ReactNode } from 'react';
import type { Share } from '../../../domain/share';
import type { PickContext } from '../use-pick-context';
import { ShareRow } from './share-row';
import classes from './share-row.module.css';

export interface ShareListProps {
  /** In the order shown. */
  readonly shares: readonly Share[];
  readonly context: Pick<PickContext, 'itemsById' | 'friendsById'>;
  /** False on the friend's own page. */
  readonly showFriend?: boolean;
  /** False on the home page, which only asks for outcomes. */
  readonly showNote?: boolean;
}

/** Things that were sent, each with its outcome buttons. */
export function ShareList({ shares, context, showFriend = true, showNote = true }: ShareListProps): ReactNode {
  return (
    <ul className={classes['list']}>
      {shares.map((share) => (
        <ShareRow
          key={share.id}
          share={share}
          item={context.itemsById.get(share.itemId)}
          friend={context.friendsById.get(share.personId)}
          showFriend={showFriend}
          showNote={showNote}
        />
      ))}
    </ul>
  );
}
