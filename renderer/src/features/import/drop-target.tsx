import { Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useToasts } from '../../app/context/use-toasts';
import type { ExportFile } from '../../importing/containers/archive';
import { importText } from '../../text/import';
import { goTo, paths } from '../../ui/paths';
import { useImportActions } from './use-import-session';

/** The whole window takes dropped files and leads to the preview. */
export function DropTarget(): ReactNode {
  const { open } = useImportActions();
  const { showError } = useToasts();
  return (
    <Dropzone.FullScreen
      styles={{ inner: { height: '100%' } }}
      inputProps={{ 'aria-label': importText.chooseTitle, tabIndex: -1 }}
      activateOnKeyboard={false}
      onDrop={(files) => {
        readFiles(files).then((read) => {
          goTo(paths.import);
          open(read);
        }, showError);
      }}
    >
      <Group justify="center" h="100%" style={{ pointerEvents: 'none' }}>
        <IconFileImport size={40} stroke={1.4} aria-hidden />
        <Text size="xl">{importText.dropAnywhere}</Text>
      </Group>
    </Dropzone.FullScreen>
  );
}

async function readFiles(files: readonly File[]): Promise<readonly ExportFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
