import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ComponentType, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { homeText } from '../../text/home';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { PicksLoading } from '../slate/picks-loading';
import { type PickContext, usePickContext } from '../slate/use-pick-context';
import { toAskAbout } from '../../application/sharing/outcomes';
import { ShareList } from '../slate/sharing/share-list';
import { Onboarding } from './onboarding';
import { PairsSection } from './pairs-section';

const ASKED_AT_ONCE = 2;

/** Today's pairs first, then open outcomes; three first steps where library or friends are missing. */
export function HomePage({
  addFriend: AddFriend,
}: {
  /** The dialog that asks for a new friend. */
  readonly addFriend: ComponentType<{ readonly onClose: () => void }>;
}): ReactNode {
  const { library } = useServices();
  const { items } = useLibrary(library);
  const context = usePickContext();
  const [adding, setAdding] = useState(false);
  if (context === undefined)
    return (
      <Page title={homeText.title} width="text">
        <PicksLoading />
      </Page>
    );
  const hasFriends = [...context.friendsById.values()].some((friend) => friend.archivedAt === null);
  const hasLibrary = items.length > 0;
  return (
    <>
      {hasFriends && hasLibrary ? (
        <Page title={homeText.title} description={homeText.pairsIntro} width="text">
          <Stack gap={40}>
            <PairsSection context={context} />
            <PendingSection context={context} />
            <Group component="nav" aria-label={homeText.more} gap="lg">
              <Anchor href={paths.next} size="sm">
                {homeText.nextLink}
              </Anchor>
              <Anchor href={paths.together} size="sm">
                {homeText.togetherLink}
              </Anchor>
            </Group>
          </Stack>
        </Page>
      ) : (
        <Page
          title={hasLibrary ? homeText.noFriendsTitle : homeText.welcomeTitle}
          description={hasLibrary ? homeText.noFriends : homeText.welcome}
          width="text"
        >
          <Onboarding
            hasLibrary={hasLibrary}
            onAddFriend={() => {
              setAdding(true);
            }}
          />
        </Page>
      )}
      {adding ? (
        <AddFriend
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </>
  );
}

function PendingSection({ context }: { readonly context: PickContext }): ReactNode {
  const { clock } = useServices();
  const asked = toAskAbout(context.shares, context.itemsById, clock(), ASKED_AT_ONCE);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="pending">
      <Title order={2} id="pending">
        {homeText.pendingHeading}
      </Title>
      <Text size="sm" c="dimmed">
        {homeText.pendingIntro}
      </Text>
      <ShareList shares={asked} context={context} showNote={false} />
      <Anchor href={paths.shared} size="sm">
        {homeText.allShares}
      </Anchor>
    </section>
  );
}
