import { Button, Loader } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
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
import { linesOf, ratingRemark } from './describe-pair';
import { SideHeading } from './side-heading';
import { useHangsOn } from './use-hangs-on';

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
  const { ratingScale } = useSettings();
  const [isSwapped, setSwapped] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const ordered = isSwapped ? ([things[1], things[0]] as const) : things;
  const [stays, goes] = ordered;
  const hangsOn = useHangsOn(stays.id, goes.id);
  const { verdict, evidence } = compareThings(stays, goes, 'two-sources');
  const why = { same: twinsText.whySame, doubtful: twinsText.why, different: twinsText.whyDifferent }[verdict];
  const rating = ratingRemark(ordered, hangsOn, ratingScale);
  const swap = (): void => {
    setSwapped((before) => !before);
  };
  return (
    <PairQuestion
      titles={[stays.title, goes.title]}
      headings={[
        <SideHeading key="stays" item={stays} stays onSwap={swap} />,
        <SideHeading key="goes" item={goes} stays={false} onSwap={swap} />,
      ]}
      lines={linesOf(ordered, hangsOn, ratingScale)}
      remarks={[why(evidence), twinsText.whatStays, ...(rating === null ? [] : [rating])]}
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
      onSwap={swap}
      onAll={null}
      allCount={0}
      keys={twinsText.keysForTwo}
    >
      <Button component="a" href={paths.library} variant="default">
        {twinsText.toLibrary}
      </Button>
    </PairQuestion>
  );
}
