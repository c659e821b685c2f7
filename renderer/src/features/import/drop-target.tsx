import { Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { showError } from '../../app/context/toast';
import { importText } from '../../text/import';
import { goTo, paths } from '../../ui/paths';
import { handOverFiles, readFiles } from './pending-files';

/** The whole window takes dropped files and leads to the preview. */
export function DropTarget(): ReactNode {
  return (
    <Dropzone.FullScreen
      styles={{ inner: { height: '100%' } }}
      inputProps={{ 'aria-label': importText.chooseTitle, tabIndex: -1 }}
      activateOnKeyboard={false}
      onDrop={(files) => {
        readFiles(files).then((read) => {
          goTo(paths.import);
          handOverFiles(read);
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
