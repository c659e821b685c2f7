import type { ReactNode, Ref } from 'react';
import { useItemSearch } from '../../app/context/use-item-search';
import { useUsualKind } from '../../app/context/use-usual-kind';
import { ItemPicker } from '../../ui/item-picker';
import type { TypedItem } from '../../ui/typed-item';
import { useKnownItem, type KnownItem } from './use-known-item';

export interface KnownItemPickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: TypedItem;
  readonly onTyped: (typed: TypedItem) => void;
  readonly onPick: (item: KnownItem) => void;
  /** The text field. */
  readonly field?: Ref<HTMLInputElement>;
}

/** Finds an item a friend knows, or adds it outside the library. */
export function KnownItemPicker({ onPick, ...props }: KnownItemPickerProps): ReactNode {
  const search = useItemSearch();
  const take = useKnownItem();
  const usualKind = useUsualKind();
  return (
    <ItemPicker
      {...props}
      search={search}
      usualKind={usualKind}
      onPick={onPick}
      onQuickAdd={(typed) => {
        void take(typed).then((item) => {
          if (item !== undefined) onPick(item);
        });
      }}
    />
  );
}
