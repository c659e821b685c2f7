import type { ReactNode, Ref } from 'react';
import { useItemSearch } from '../../app/context/use-item-search';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import type { ItemId } from '../../domain/ids';
import { ItemPicker } from '../../ui/item-picker';

export interface KnownItemPickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** The text field. */
  readonly field?: Ref<HTMLInputElement>;
  readonly onPick: (id: ItemId, title: string) => void;
}

/** Finds an item a friend knows, or adds it outside the library: the owner does not have it. */
export function KnownItemPicker({ label, placeholder, field, onPick }: KnownItemPickerProps): ReactNode {
  const { items } = useServices();
  const run = useAction();
  const search = useItemSearch();
  const quickAdd = async (title: string, kind: string): Promise<void> => {
    const created = await run(() => items.addItem({ title, kind, inLibrary: false }), { quiet: true });
    if (created !== undefined) onPick(created.id, title);
  };
  return (
    <ItemPicker
      label={label}
      placeholder={placeholder}
      {...(field === undefined ? {} : { field })}
      search={search}
      onPick={(item) => {
        onPick(item.id, item.title);
      }}
      onQuickAdd={({ title, kind }) => {
        void quickAdd(title, kind);
      }}
    />
  );
}
