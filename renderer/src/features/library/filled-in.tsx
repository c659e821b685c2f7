import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FillableField } from '../../domain/catalogue-link';
import { catalogueText } from '../../text/catalogue';
import { itemFieldText } from '../../text/item-fields';
import { formatList } from '../../ui/format';

/** Which fields of the form came from the catalogue, and the way to empty them; nothing where none did. */
export function FilledIn({
  fields,
  onTakeOut,
}: {
  readonly fields: readonly FillableField[];
  readonly onTakeOut: () => void;
}): ReactNode {
  return (
    <div aria-live="polite">
      {fields.length === 0 ? null : (
        <Text size="xs" c="dimmed" mt={-4}>
          {catalogueText.filledIn(formatList(fields.map((field) => itemFieldText[field].name)))}{' '}
          <Anchor component="button" type="button" size="xs" onClick={onTakeOut}>
            {catalogueText.takeOut}
          </Anchor>
        </Text>
      )}
    </div>
  );
}
