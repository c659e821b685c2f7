import { Button } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { itemId, listId, personId } from '../domain/ids';
import { AddFriend } from '../features/friends/add-friend';
import { ChoicesPage } from '../features/choices/choices-page';
import { FriendPage } from '../features/friends/friend-page';
import { FriendsPage } from '../features/friends/friends-page';
import { GapsPage } from '../features/gaps/gaps-page';
import { HelpPage } from '../features/help/help-page';
import { HomePage } from '../features/home/home-page';
import { ImportPage } from '../features/import/import-page';
import { ItemPage } from '../features/item/item-page';
import { LibraryPage } from '../features/library/library-page';
import { ListPage } from '../features/lists/list-page';
import { ListsPage } from '../features/lists/lists-page';
import { NextPage } from '../features/next/next-page';
import { PastePage } from '../features/paste/paste-page';
import { SettingsPage } from '../features/settings/settings-page';
import { SharesPage } from '../features/shares/shares-page';
import { TogetherPage } from '../features/together/together-page';
import { TrashPage } from '../features/trash/trash-page';
import { MergePage } from '../features/twins/merge-page';
import { TwinsPage } from '../features/twins/twins-page';
import { TrustPage } from '../features/trust/trust-page';
import { frameText } from '../text/frame';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { paths } from '../ui/paths';

/** The table of pages. Addresses stand after the hash, so that both shells and a plain page serve them alike. */
export function Pages({
  location,
  onQuickAdd,
  onShortcuts,
}: {
  /** Which page is shown; the address may be that of the next one already. */
  readonly location: string;
  readonly onQuickAdd: () => void;
  readonly onShortcuts: () => void;
}): ReactNode {
  return (
    // wouter takes its way of locating as a hook; it calls it as one.
    // oxlint-disable-next-line react/hooks
    <Router hook={useHashLocation}>
      <Switch location={location}>
        <Route path="/">
          <HomePage addFriend={AddFriend} />
        </Route>
        <Route path="/next">
          <NextPage />
        </Route>
        <Route path="/library">
          <LibraryPage onQuickAdd={onQuickAdd} />
        </Route>
        <Route path="/item/:id">{({ id }) => <ItemPage key={id} id={itemId(decodeURIComponent(id))} />}</Route>
        <Route path="/friends">
          <FriendsPage />
        </Route>
        <Route path="/friends/:id">{({ id }) => <FriendPage key={id} id={decodeURIComponent(id)} />}</Route>
        <Route path="/friends/:id/which">{({ id }) => <ChoicesPage key={id} id={decodeURIComponent(id)} />}</Route>
        <Route path="/together">
          <TogetherPage />
        </Route>
        <Route path="/shared">
          <SharesPage />
        </Route>
        <Route path="/lists">
          <ListsPage />
        </Route>
        <Route path="/lists/:id">{({ id }) => <ListPage key={id} id={decodeURIComponent(id)} />}</Route>
        <Route path="/import">
          <ImportPage />
        </Route>
        <Route path="/gaps">
          <GapsPage />
        </Route>
        <Route path="/twins">
          <TwinsPage />
        </Route>
        <Route path="/twins/:one/:other">
          {({ one, other }) => (
            <MergePage
              key={`${one} ${other}`}
              ids={[itemId(decodeURIComponent(one)), itemId(decodeURIComponent(other))]}
            />
          )}
        </Route>
        <Route path="/paste">
          <PastePage to={{ type: 'library' }} />
        </Route>
        <Route path="/paste/friend/:id">
          {({ id }) => <PastePage key={id} to={{ type: 'loves', personId: personId(decodeURIComponent(id)) }} />}
        </Route>
        <Route path="/paste/list/:id">
          {({ id }) => <PastePage key={id} to={{ type: 'list', listId: listId(decodeURIComponent(id)) }} />}
        </Route>
        <Route path="/trust">
          <TrustPage />
        </Route>
        <Route path="/settings">
          <SettingsPage />
        </Route>
        <Route path="/trash">
          <TrashPage />
        </Route>
        <Route path="/help">
          <HelpPage onShortcuts={onShortcuts} />
        </Route>
        <Route>
          <Page title={frameText.notFoundTitle}>
            <EmptyState
              icon={IconMapSearch}
              title={frameText.notFoundBody}
              actions={
                <Button component="a" href={paths.home}>
                  {frameText.goHome}
                </Button>
              }
            />
          </Page>
        </Route>
      </Switch>
    </Router>
  );
}
