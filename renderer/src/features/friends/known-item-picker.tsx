import type { ReactNode, Ref } from 'react';
import { useItemSearch } from '../../app/context/use-item-search';
import { type TakenItem, useTakeTitle } from '../../app/context/use-take-title';
import { useTitleCompletion } from '../../app/context/use-title-completion';
import { useUsualKind } from '../../app/context/use-usual-kind';
import { ItemPicker } from '../../ui/item-picker';
import type { TypedItem } from '../../ui/typed-item';

export interface KnownItemPickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: TypedItem;
  readonly onTyped: (typed: TypedItem) => void;
  readonly onPick: (item: TakenItem) => void;
  /** The text field. */
  readonly field?: Ref<HTMLInputElement>;
}

/** Finds an item a friend knows, or adds it outside the library, since the owner does not have it. */
export function KnownItemPicker({ onPick, ...props }: KnownItemPickerProps): ReactNode {
  const { title, kind } = props.typed;
  const search = useItemSearch();
  const usualKind = useUsualKind();
  const completion = useTitleCompletion({ text: title, kind: kind === '' ? null : kind, usualKind }, search);
  const take = useTakeTitle(false);
  const pick = (taken: Promise<TakenItem | undefined>): void => {
    void taken.then((item) => {
      if (item !== undefined) onPick(item);
    });
  };
  return (
    <ItemPicker
      {...props}
      completion={completion}
      usualKind={usualKind}
      onPick={(offered) => {
        pick(take.offered(offered));
      }}
      onTake={(typed, how) => {
        pick(how === 'as-typed' ? take.asTyped(typed) : take.asMeant(typed));
      }}
    />
  );
}
