import { Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useAnswer } from '../../app/context/use-answer';
import { useEngineRevision } from '../../app/context/use-engine-state';
import { learnedWeights } from '../../application/picks/pick-questions';
import type { Person } from '../../domain/person';
import { friendsText } from '../../text/friends';
import { useConfirm } from '../../ui/confirm';
import { Disclosure } from '../../ui/disclosure';
import { formatList } from '../../ui/format';
import { LoadingCards } from '../../ui/loading-cards';
import { SlateError } from '../slate/slate-error';
import { useProfiles } from '../slate/use-profiles';
import { LearnedWeightRow } from './learned-weight-row';
import classes from './learned-weights.module.css';
import { learnedInWords, strongestWeights, weightsToShow } from './weight-rows';

/**
 * What a friend's reactions taught, in words, and to be forgotten; the weights, to be read and set by hand, behind
 * "Advanced".
 */
export function LearnedWeights({ friend }: { readonly friend: Person }): ReactNode {
  const { people, recommender } = useServices();
  const run = useAction();
  const { dialog, ask: confirm } = useConfirm();
  const profiles = useProfiles();
  const revision = useEngineRevision();
  const [all, setAll] = useState(false);
  const asked = useMemo(
    () => (profiles === undefined ? null : learnedWeights(profiles, friend.id, revision)),
    [profiles, friend.id, revision],
  );
  const { answer, error, retry } = useAnswer(asked, ({ request }, signal) => recommender.weights(request, { signal }));
  const forget = async (): Promise<void> => {
    const sure = await confirm({
      title: friendsText.forgetLearnedTitle(friend.name),
      message: friendsText.forgetLearnedBody(friend.name),
      confirmLabel: friendsText.forgetLearnedConfirm,
    });
    if (sure) await run(() => people.resetLearning(friend.id));
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="learned">
      <Title order={2} id="learned">
        {friendsText.learned(friend.name)}
      </Title>
      {body()}
      {dialog}
    </Stack>
  );

  function body(): ReactNode {
    if (error !== null) return <SlateError error={error} retry={retry} title={friendsText.learnedError} />;
    if (answer === null) return <LoadingCards label={friendsText.learnedLoading} height={32} />;
    const telling = weightsToShow(answer);
    if (telling.length === 0) return <Text c="dimmed">{friendsText.nothingLearned(friend.name)}</Text>;
    const strongest = strongestWeights(telling);
    const most = Math.max(1, ...telling.map(({ weight }) => Math.abs(weight)));
    const { more, less } = learnedInWords(telling);
    return (
      <>
        {more.length === 0 ? null : <Text>{friendsText.learnedMore(friend.name, formatList(more))}</Text>}
        {less.length === 0 ? null : <Text>{friendsText.learnedLess(friend.name, formatList(less))}</Text>}
        {more.length + less.length > 0 ? null : <Text c="dimmed">{friendsText.learnedLittle(friend.name)}</Text>}
        <Disclosure label={friendsText.advanced}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {friendsText.learnedIntro(friend.name)}
            </Text>
            <table className={classes['table']}>
              <caption>
                <VisuallyHidden>{friendsText.learned(friend.name)}</VisuallyHidden>
              </caption>
              <thead>
                <tr>
                  <th scope="col">{friendsText.learnedWhat}</th>
                  <th scope="col" className={classes['value']}>
                    {friendsText.learnedValue}
                  </th>
                  <th scope="col" className={classes['hand']}>
                    {friendsText.learnedByHand}
                  </th>
                </tr>
              </thead>
              <tbody>
                {(all ? telling : strongest).map((weight) => (
                  <LearnedWeightRow key={weight.name} learned={weight} friend={friend} most={most} />
                ))}
              </tbody>
            </table>
            {telling.length === strongest.length ? null : (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-expanded={all}
                style={{ alignSelf: 'flex-start' }}
                onClick={() => {
                  setAll((last) => !last);
                }}
              >
                {all ? friendsText.learnedFewer : friendsText.learnedAll(telling.length)}
              </Button>
            )}
          </Stack>
        </Disclosure>
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              void forget();
            }}
          >
            {friendsText.forgetLearned}
          </Button>
        </Group>
      </>
    );
  }
}
