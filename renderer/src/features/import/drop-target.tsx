import { Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useToasts } from '../../app/context/use-toasts';
import { importText } from '../../text/import';
import { useImportActions } from './use-import-session';

/** The whole window takes dropped files and leads to the preview, or to Settings with files for the catalogue. */
export function DropTarget(): ReactNode {
  const { open } = useImportActions();
  const { showError } = useToasts();
  return (
    <Dropzone.FullScreen
      styles={{ inner: { height: '100%' } }}
      inputProps={{ 'aria-label': importText.chooseTitle, tabIndex: -1 }}
      activateOnKeyboard={false}
      onDrop={(files) => {
        open(files).catch(showError);
      }}
    >
      <Group justify="center" h="100%" style={{ pointerEvents: 'none' }}>
        <IconFileImport size={40} stroke={1.4} aria-hidden />
        <Text size="xl">{importText.dropAnywhere}</Text>
      </Group>
    </Dropzone.FullScreen>
  );
}
