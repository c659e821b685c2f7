import { Button, Menu } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useToasts } from '../../app/context/use-toasts';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { RecommendationList } from '../../domain/recommendation-list';
import { type ListFormat, LIST_EXPORTERS, LIST_FORMATS } from '../../exporting/list-exporters';
import { listsText } from '../../text/lists';

/** Exports a list or copies it as text. Private notes are left out unless asked for, each time anew. */
export function ExportMenu({
  list,
  itemsById,
}: {
  readonly list: RecommendationList;
  readonly itemsById: ReadonlyMap<ItemId, Item>;
}): ReactNode {
  const { host } = useServices();
  const { showError, showToast } = useToasts();
  const { ownerName } = useSettings();
  const [includePrivateNotes, setIncludePrivateNotes] = useState(false);
  const [opened, setOpened] = useState(false);
  const options = { includePrivateNotes, authorName: ownerName };
  const save = async (format: ListFormat): Promise<void> => {
    try {
      const { fileName, mediaType, bytes } = LIST_EXPORTERS[format](list, itemsById, options);
      const result = await host.saveFile({ suggestedName: fileName, mediaType, bytes });
      if (result === 'saved') showToast(listsText.saved(fileName));
    } catch (error) {
      showError(error);
    }
  };
  const copy = async (): Promise<void> => {
    const { bytes } = LIST_EXPORTERS.text(list, itemsById, options);
    try {
      await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
      showToast(listsText.copied);
    } catch {
      showToast(listsText.copyRefused);
    }
  };
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      shadow="md"
      opened={opened}
      onChange={(open) => {
        setOpened(open);
        if (!open) setIncludePrivateNotes(false);
      }}
    >
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} aria-hidden />}>{listsText.exportMenu}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LIST_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => {
              void save(format);
            }}
          >
            {listsText.formats[format]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => {
            void copy();
          }}
        >
          {listsText.copyText}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick={false}
          role="menuitemcheckbox"
          aria-checked={includePrivateNotes}
          onClick={() => {
            setIncludePrivateNotes(!includePrivateNotes);
          }}
          leftSection={includePrivateNotes ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
        >
          {listsText.includePrivateNotes}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
