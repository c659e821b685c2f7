import { Button, Group, Select, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { personId } from '../../domain/ids';
import { OUTCOMES } from '../../domain/share';
import { sharesText } from '../../text/shares';
import { EmptyState } from '../../ui/empty-state';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { usePickContext } from '../slate/use-pick-context';
import { filterShares, type ShareFilter } from '../../application/sharing/filter-shares';
import { ShareList } from '../slate/sharing/share-list';

const EVERYTHING: ShareFilter = { personId: null, outcome: null };
/** More than anybody reads at once; the rest is shown on request. */
const ROWS_AT_ONCE = 100;

/** Everything that was sent, and how it went. */
export function SharesPage(): ReactNode {
  const context = usePickContext();
  const [filter, setFilter] = useState<ShareFilter>(EVERYTHING);
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  return (
    <Page title={sharesText.title} description={sharesText.intro} width="text">
      {body()}
    </Page>
  );

  function body(): ReactNode {
    if (context === undefined) return <LoadingCards label={sharesText.loading} height={92} />;
    const { shares, friendsById } = context;
    if (shares.length === 0) {
      return (
        <EmptyState
          icon={IconSend}
          title={sharesText.emptyTitle}
          actions={
            <Button component="a" href={paths.friends}>
              {sharesText.emptyAction}
            </Button>
          }
        >
          {sharesText.empty}
        </EmptyState>
      );
    }
    const matching = filterShares(shares, filter);
    const outcomes = [
      { value: 'unanswered', label: sharesText.unanswered },
      ...OUTCOMES.map((outcome) => ({ value: outcome, label: sharesText.outcome[outcome] })),
    ];
    return (
      <>
        <Group mb="md" align="flex-end">
          <Select
            label={sharesText.filterFriend}
            placeholder={sharesText.everyFriend}
            clearable
            searchable
            value={filter.personId}
            data={[...friendsById.values()].map((friend) => ({ value: friend.id, label: friend.name }))}
            onChange={(id) => {
              setFilter({ ...filter, personId: id === null ? null : personId(id) });
            }}
          />
          <Select
            label={sharesText.filterOutcome}
            placeholder={sharesText.everyOutcome}
            clearable
            value={filter.outcome}
            data={outcomes}
            onChange={(value) => {
              setFilter({
                ...filter,
                outcome: value === 'unanswered' ? value : (OUTCOMES.find((outcome) => outcome === value) ?? null),
              });
            }}
          />
          <Text size="sm" c="dimmed" pb={8}>
            {sharesText.count(matching.length)}
          </Text>
        </Group>
        {matching.length === 0 ? (
          <EmptyState
            icon={IconSend}
            title={sharesText.noMatchTitle}
            actions={
              <Button
                variant="default"
                onClick={() => {
                  setFilter(EVERYTHING);
                }}
              >
                {sharesText.clearFilters}
              </Button>
            }
          >
            {sharesText.noMatch}
          </EmptyState>
        ) : (
          <ShareList shares={matching.slice(0, rows)} context={context} />
        )}
        {matching.length > rows ? (
          <Button
            mt="md"
            variant="default"
            onClick={() => {
              setRows(rows + ROWS_AT_ONCE);
            }}
          >
            {sharesText.showMore}
          </Button>
        ) : null}
      </>
    );
  }
}
