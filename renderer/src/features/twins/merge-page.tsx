import { Button, Loader } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useLibrary } from '../../app/context/use-library';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { staysFirst } from '../../domain/merge-items';
import { compareThings } from '../../identity/compare-things';
import { frameText } from '../../text/frame';
import { twinsText } from '../../text/twins';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { goTo, paths } from '../../ui/paths';
import { PairQuestion } from '../../ui/side-by-side/pair-question';
import { usePairOfThings } from './use-pair-of-things';

/** Two things that the person chose themselves: the same view, whatever the comparison says. */
export function MergePage({ ids }: { readonly ids: readonly [ItemId, ItemId] }): ReactNode {
  const { library } = useServices();
  const { byId, ready } = useLibrary(library);
  const [one, other] = [byId.get(ids[0]), byId.get(ids[1])];
  if (!ready)
    return (
      <Page title={twinsText.title}>
        <Loader aria-label={frameText.loading} />
      </Page>
    );
  if (one === undefined || other === undefined || one === other)
    return (
      <Page title={twinsText.title}>
        <EmptyState
          icon={IconUnlink}
          title={twinsText.goneTitle}
          actions={
            <Button component="a" href={paths.library}>
              {twinsText.toLibrary}
            </Button>
          }
        >
          {twinsText.gone}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={twinsText.title}>
      <Chosen things={staysFirst(one, other)} />
    </Page>
  );
}

function Chosen({ things }: { readonly things: readonly [Item, Item] }): ReactNode {
  const { twins } = useServices();
  const run = useAction();
  const [isSwapped, setSwapped] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const ordered = isSwapped ? ([things[1], things[0]] as const) : things;
  const [stays, goes] = ordered;
  const { verdict, evidence } = compareThings(stays, goes, 'two-sources');
  const why = { same: twinsText.whySame, doubtful: twinsText.why, different: twinsText.whyDifferent }[verdict];
  const shown = usePairOfThings(ordered, why(evidence), () => {
    setSwapped((before) => !before);
  });
  return (
    <PairQuestion
      {...shown}
      progress={null}
      waiting={waiting}
      onAnswer={(given) => {
        setWaiting(true);
        void run(() =>
          given === 'same'
            ? twins.merge([{ stays: stays.id, goes: goes.id }])
            : twins.sayDifferent([[stays.id, goes.id]]),
        ).then((receipt) => {
          setWaiting(false);
          if (receipt !== undefined) goTo(given === 'same' ? paths.item(stays.id) : paths.library);
        });
      }}
      onBack={null}
      onAll={null}
      allCount={0}
      onLeave={() => {
        goTo(paths.library);
      }}
      keys={twinsText.keysForTwo}
    >
      <Button component="a" href={paths.library} variant="default">
        {twinsText.toLibrary}
      </Button>
    </PairQuestion>
  );
}
