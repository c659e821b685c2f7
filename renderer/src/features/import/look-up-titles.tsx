import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDraft } from '../../app/context/use-draft';
import { useToasts } from '../../app/context/use-toasts';
import { titlesText } from '../../application/import/titles-text';
import type { ExportFile } from '../../importing/containers/archive';
import { importText } from '../../text/import';
import { goTo, paths } from '../../ui/paths';

/** Lines of titles say little by themselves: the paste page asks the catalogue what each is. */
export function LookUpTitles({ file }: { readonly file: ExportFile }): ReactNode {
  const { showError } = useToasts();
  const draft = useDraft('paste', '');
  const lookUp = (): void => {
    titlesText(file).then((text) => {
      draft.change((before) => (before.trim() === '' ? text : `${before.trimEnd()}\n${text}`));
      goTo(paths.paste);
    }, showError);
  };
  return (
    <Alert title={importText.titlesTitle}>
      <Text size="sm" mb="sm">
        {importText.titlesHint}
      </Text>
      <Group>
        <Button onClick={lookUp}>{importText.titlesLookUp}</Button>
      </Group>
    </Alert>
  );
}
