import { ActionIcon, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useAction } from '../../app/context/use-action';
import { useLive } from '../../app/context/use-live';
import { OWNER_ID, type ItemId, type PersonId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { historyText } from '../../text/history';
import { channelWords, eventWords, itemText, outcomeWords } from '../../text/item';
import { sourceName } from '../../text/source-names';
import { formatDate, formatRating } from '../../ui/format';
import { paths } from '../../ui/paths';

function usePeople(): ReadonlyMap<PersonId, Person> | undefined {
  const { people } = useServices();
  const all = useLive(() => people.friends({ includeArchived: true }), [people]);
  return all === undefined ? undefined : new Map(all.map((person) => [person.id, person]));
}

function PersonName({
  id,
  people,
}: {
  readonly id: PersonId;
  readonly people: ReadonlyMap<PersonId, Person>;
}): ReactNode {
  if (id === OWNER_ID) return itemText.you;
  const person = people.get(id);
  if (person === undefined) return '—';
  return (
    <Anchor href={paths.friend(id)} underline="always">
      {person.name}
    </Anchor>
  );
}

export interface ItemHistoryProps {
  readonly id: ItemId;
  /** Asks for what the item was before. */
  readonly onEarlier: () => void;
}

/** Every event about the item, the owner's and friends', newest first. */
export function ItemHistory({ id, onEarlier }: ItemHistoryProps): ReactNode {
  const { taste } = useServices();
  const { ratingScale } = useSettings();
  const run = useAction();
  const people = usePeople();
  const events = useLive(() => taste.eventsAbout(id), [taste, id]);
  if (events === undefined || people === undefined) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="item-history">
      <Title order={2} id="item-history">
        {itemText.history}
      </Title>
      {events.length === 0 ? (
        <Text size="sm" c="dimmed">
          {itemText.noHistory}
        </Text>
      ) : (
        events.toReversed().map((event) => (
          <Group key={event.id} gap="sm" wrap="nowrap" justify="space-between">
            <Text size="sm">
              <PersonName id={event.personId} people={people} />{' '}
              {eventWords(event, event.rating === null ? null : formatRating(event.rating, ratingScale))}
              <Text span c="dimmed">
                {' '}
                · {event.at === null ? itemText.undated : formatDate(event.at)} · {sourceName(event.source)}
              </Text>
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={itemText.removeEvent}
              onClick={() => {
                void run(() => taste.removeEvent(event.id));
              }}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Group>
        ))
      )}
      <Button
        size="compact-sm"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconHistory size={14} aria-hidden />}
        onClick={onEarlier}
      >
        {historyText.open}
      </Button>
    </Stack>
  );
}

/** Its shares and their outcomes; nothing where it was never shared. */
export function ItemShares({ id }: { readonly id: ItemId }): ReactNode {
  const { shares } = useServices();
  const people = usePeople();
  const sent = useLive(() => shares.ofItem(id), [shares, id]);
  if (sent === undefined || people === undefined || sent.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="item-shares">
      <Title order={2} id="item-shares">
        {itemText.shares}
      </Title>
      {sent.map((share) => (
        <Text size="sm" key={share.id}>
          <PersonName id={share.personId} people={people} />
          <Text span c="dimmed">
            {' '}
            · {channelWords[share.via]}, {formatDate(share.sharedAt)}
          </Text>
          {share.outcome === null ? null : <> · {outcomeWords[share.outcome]}</>}
        </Text>
      ))}
    </Stack>
  );
}
