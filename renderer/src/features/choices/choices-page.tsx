import { Button } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { type ReactNode, useCallback } from 'react';
import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import { type ItemId, personId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { choicesText } from '../../text/choices';
import { friendsText } from '../../text/friends';
import { EmptyState } from '../../ui/empty-state';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { usePickContext } from '../slate/use-pick-context';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { ChoiceSitting } from './choice-sitting';
import { useFamousThings } from './use-famous-things';

/** "Which would they pick?": a friend's taste in under a minute, two things at a time. */
export function ChoicesPage({ id }: { readonly id: string }): ReactNode {
  const { people } = useServices();
  const friendId = personId(id);
  // Null = read, and not there; undefined = not read yet.
  const friend = useLive(async () => (await people.byId(friendId)) ?? null, [people, friendId]);
  const context = usePickContext();
  const inputs = useRankingInputs();
  const famous = useFamousThings(friendId, context !== undefined);
  const thingOf = useCallback(
    (id: ItemId): Item | undefined => context?.itemsById.get(id) ?? famous?.shown.get(id),
    [context, famous],
  );
  if (friend === null || friend?.isOwner === true || (friend !== undefined && friend.archivedAt !== null))
    return (
      <Page title={choicesText.open}>
        <EmptyState
          icon={IconUserQuestion}
          title={friendsText.notFoundTitle}
          actions={
            <Button component="a" href={paths.friends}>
              {friendsText.backToFriends}
            </Button>
          }
        >
          {friendsText.notFound}
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={friend === undefined ? choicesText.open : choicesText.title(friend.name)}
      description={choicesText.intro}
      width="text"
    >
      {friend === undefined || context === undefined || inputs === undefined || famous === undefined ? (
        <LoadingCards label={choicesText.loading} height={240} />
      ) : (
        <ChoiceSitting friend={friend} inputs={inputs} famous={famous} thingOf={thingOf} />
      )}
    </Page>
  );
}
