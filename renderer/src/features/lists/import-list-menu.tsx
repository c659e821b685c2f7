import { Button, Menu } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import { useAction } from '../../app/context/use-action';
import { useTwinsNotice } from '../../app/context/use-twins-notice';
import { listsText } from '../../text/lists';
import { goTo, paths } from '../../ui/paths';

/** Reads back a list that this program exported. Asked first whose it is: nobody else's ratings become the owner's. */
export function ImportListMenu(): ReactNode {
  const { host, importSession } = useServices();
  const { showError } = useToasts();
  const run = useAction();
  const tellOfTwins = useTwinsNotice();
  const open = async (keepOpinions: boolean): Promise<void> => {
    try {
      const [file] = await host.openFiles({ title: listsText.importOwn, extensions: ['json'], multiple: false });
      if (file === undefined) return;
      const created = await run(() =>
        importSession.importList({ name: file.name, blob: new Blob([new Uint8Array(file.bytes)]) }, keepOpinions),
      );
      if (created?.listId) goTo(paths.list(created.listId));
      tellOfTwins(created?.itemIds ?? []);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
          {listsText.importOwn}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            void open(true);
          }}
        >
          {listsText.importMine}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            void open(false);
          }}
        >
          {listsText.importOthers}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
