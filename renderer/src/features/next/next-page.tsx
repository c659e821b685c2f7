import { Alert, Button, Stack, Title } from '@mantine/core';
import { IconArmchair, IconStack2 } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import { backlog } from '../../application/picks/candidates';
import { isGuess } from '../../application/picks/evidence';
import { ownPicks, type PickQuestion } from '../../application/picks/pick-questions';
import { OWNER_ID } from '../../domain/ids';
import { nextText } from '../../text/next';
import { EmptyState } from '../../ui/empty-state';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { PersonDials } from '../slate/dials/person-dials';
import { EngineNotice } from '../slate/engine-notice';
import { SlateError } from '../slate/slate-error';
import { movementSentence, namesByKey } from '../slate/movement/movement-text';
import { useAnnounceMoved } from '../slate/movement/use-announce-moved';
import { WhatMoved } from '../slate/movement/what-moved';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { usePickContext } from '../slate/use-pick-context';
import { useSlate } from '../slate/use-slate';
import { NextList } from './next-list';

/** Five items of the owner's backlog, by the same recommender that makes picks for friends. */
export function NextPage(): ReactNode {
  const { people, recommender, library } = useServices();
  const { items } = useLibrary(library);
  const context = usePickContext();
  const inputs = useRankingInputs();
  const owner = useLive(() => people.byId(OWNER_ID), [people]);
  const dials = owner?.dials;
  const onBacklog = useMemo(() => backlog(items).length, [items]);
  const question = useMemo(
    (): PickQuestion | undefined => (inputs === undefined ? undefined : (person) => ownPicks(inputs, person)),
    [inputs],
  );
  // The owner's name is no part of the question.
  const asked = useMemo(
    () => (inputs === undefined || dials === undefined ? null : ownPicks(inputs, { dials })),
    [inputs, dials],
  );
  const { slate, moved, error, retry } = useSlate(asked, ({ request }, signal) =>
    recommender.picks(request, { signal }),
  );

  const titleOf = namesByKey(slate, ({ itemId }) => context?.itemsById.get(itemId)?.title ?? '');
  useAnnounceMoved(moved, () => nextText.updated(movementSentence(moved, titleOf)));

  return (
    <Page
      title={nextText.title}
      description={onBacklog === 0 ? nextText.introLoading : nextText.intro(onBacklog)}
      width="text"
    >
      <Stack gap="sm">
        {owner === undefined || onBacklog === 0 ? null : <PersonDials person={owner} name={nextText.you} />}
        {context === undefined ? null : <WhatMoved people={[OWNER_ID]} context={context} />}
        {body()}
      </Stack>
    </Page>
  );

  function body(): ReactNode {
    if (context === undefined) return <LoadingCards label={nextText.loading} height={170} />;
    if (onBacklog === 0) {
      return (
        <EmptyState
          icon={IconStack2}
          title={nextText.emptyTitle}
          actions={
            <>
              <Button component="a" href={paths.library}>
                {nextText.toLibrary}
              </Button>
              <Button variant="default" component="a" href={paths.import}>
                {nextText.toImport}
              </Button>
            </>
          }
        >
          {nextText.empty}
        </EmptyState>
      );
    }
    if (error !== null) return <SlateError error={error} retry={retry} />;
    if (slate === null || asked === null || owner === undefined)
      return <LoadingCards label={nextText.loading} height={170} />;
    if (slate.recommendations.length === 0)
      return (
        <EmptyState icon={IconArmchair} title={nextText.nothingTitle}>
          {nextText.nothing(onBacklog)}
        </EmptyState>
      );
    return (
      <Stack gap="md" data-engine={slate.engine} component="section" aria-labelledby="next-picks">
        <Title order={2} id="next-picks">
          {nextText.heading}
        </Title>
        <EngineNotice />
        {!isGuess(asked.request.profile) ? null : (
          <Alert color="amber" title={nextText.fewKnownTitle}>
            {nextText.fewKnown}
            <Button display="block" w="fit-content" size="xs" mt="xs" component="a" href={paths.library}>
              {nextText.fewKnownAction}
            </Button>
          </Alert>
        )}
        <NextList recommendations={slate.recommendations} owner={owner} question={question} context={context} />
      </Stack>
    );
  }
}
