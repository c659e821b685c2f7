import { Alert, Button, Stack, Title } from '@mantine/core';
import { IconArmchair, IconStack2 } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useAnnounce } from '../../app/context/window-state-context';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useEngineKey } from '../../app/context/use-engine-state';
import { useLive } from '../../app/context/use-live';
import { OWNER_ID } from '../../domain/ids';
import { nextText } from '../../text/next';
import { EmptyState } from '../../ui/empty-state';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { PersonDials } from '../slate/dials/person-dials';
import { EngineNotice } from '../slate/engine-notice';
import { SlateError } from '../slate/slate-error';
import { movementSentence } from '../slate/movement/slate-movement';
import { useAllProfiles } from '../slate/use-all-profiles';
import { usePickContext } from '../slate/use-pick-context';
import type { PickQuestion } from '../slate/use-pick-question';
import { recommendationKey, useSlate } from '../slate/use-slate';
import { backlogFrom } from './backlog';
import { NextList } from './next-list';

const THINGS = 5;
/** Below this many known things the page says that it guesses. */
const KNOWN_ENOUGH = 3;

/** Five things of the owner's own pile, by the engine that makes picks for friends. */
export function NextPage(): ReactNode {
  const { people, recommender, library, clock } = useServices();
  const announce = useAnnounce();
  const { items } = useLibrary(library);
  const context = usePickContext();
  const allProfiles = useAllProfiles();
  const owner = useLive(() => people.byId(OWNER_ID), [people]);
  const profile = allProfiles?.find(({ personId }) => personId === OWNER_ID);
  const dials = owner?.dials;
  const candidates = useMemo(() => backlogFrom(items), [items]);
  const engineKey = useEngineKey();
  /** Asked for the slate and asked again, word for word, for why. */
  const question = useMemo(
    (): PickQuestion | undefined =>
      profile === undefined || allProfiles === undefined || dials === undefined
        ? undefined
        : () => ({
            profile,
            purpose: 'own',
            candidates,
            count: THINGS,
            dials,
            wildcardSeed: null,
            others: allProfiles,
            now: clock(),
          }),
    // With another engine a new answer is due.
    // oxlint-disable-next-line react/exhaustive-deps
    [profile, allProfiles, dials, candidates, clock, engineKey],
  );
  const request = useCallback(
    (signal: AbortSignal) => {
      const asked = owner === undefined ? null : (question?.(owner) ?? null);
      if (asked === null) throw new Error("asked before the owner's profile was read");
      return recommender.picks(asked, { signal });
    },
    // The owner's name is no part of the question.
    // oxlint-disable-next-line react/exhaustive-deps
    [recommender, question],
  );
  const { slate, moved, error, retry } = useSlate(question === undefined || candidates.length === 0 ? null : request);

  useEffect(() => {
    if (moved.size === 0 || slate === null) return;
    const titles = new Map(
      slate.recommendations.map((pick) => [recommendationKey(pick), context?.itemsById.get(pick.itemId)?.title ?? '']),
    );
    announce(nextText.updated(movementSentence(moved, (key) => titles.get(key) ?? '')));
    // Titles alone may change without anything having moved: only a new order is announced.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moved]);

  return (
    <Page
      title={nextText.title}
      description={candidates.length === 0 ? nextText.introLoading : nextText.intro(candidates.length)}
      width="text"
    >
      <Stack gap="sm">
        {owner === undefined || candidates.length === 0 ? null : <PersonDials person={owner} name={nextText.you} />}
        {body()}
      </Stack>
    </Page>
  );

  function body(): ReactNode {
    if (context === undefined) return <LoadingCards label={nextText.loading} height={170} />;
    if (candidates.length === 0) {
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
    if (slate === null || profile === undefined || owner === undefined)
      return <LoadingCards label={nextText.loading} height={170} />;
    if (slate.recommendations.length === 0)
      return (
        <EmptyState icon={IconArmchair} title={nextText.nothingTitle}>
          {nextText.nothing(candidates.length)}
        </EmptyState>
      );
    return (
      <Stack gap="md" data-engine={slate.engine} component="section" aria-labelledby="next-picks">
        <Title order={2} id="next-picks">
          {nextText.heading}
        </Title>
        <EngineNotice />
        {profile.events.length >= KNOWN_ENOUGH ? null : (
          <Alert color="amber" title={nextText.fewKnownTitle}>
            {nextText.fewKnown}
          </Alert>
        )}
        <NextList recommendations={slate.recommendations} owner={owner} question={question} context={context} />
      </Stack>
    );
  }
}
