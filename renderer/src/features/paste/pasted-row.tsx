import { Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSettings } from '../../app/context/settings-context';
import type { PlannedLine } from '../../application/paste/plan-paste';
import { pasteText } from '../../text/paste';
import { formatRating } from '../../ui/format';
import { outcomeWords, shownItem } from './outcome-words';

const AUTO = 'auto';

/** One line: what it was taken for, and the choice to keep it as typed or leave it out. */
export function PastedRow({
  planned: { line, outcome, addition },
  chosen,
  onChoose,
}: {
  readonly planned: PlannedLine;
  readonly chosen: 'typed' | 'left-out' | null;
  readonly onChoose: (choice: 'typed' | 'left-out' | null) => void;
}): ReactNode {
  const { ratingScale } = useSettings();
  const item = shownItem(outcome);
  const rating = addition?.draft.ownRating ?? null;
  const words = [
    outcomeWords(outcome),
    ...(rating === null ? [] : [pasteText.rated(formatRating(rating, ratingScale))]),
  ].join(' · ');
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <div style={{ minWidth: 0 }}>
        <Text
          size="sm"
          lineClamp={2}
          style={{ overflowWrap: 'anywhere' }}
          {...(item === null || addition === null ? { c: 'dimmed' } : { fw: 500 })}
        >
          {item?.title ?? line.text}
        </Text>
        <Text size="xs" c="dimmed">
          {words}
        </Text>
      </div>
      {outcome.type === 'too-long' || outcome.type === 'link' ? null : (
        <NativeSelect
          flex="none"
          size="xs"
          w={120}
          aria-label={pasteText.choice(line.number, line.text)}
          value={chosen ?? AUTO}
          data={[
            { value: AUTO, label: pasteText.auto },
            ...(line.isBareLink ? [] : [{ value: 'typed', label: pasteText.typed }]),
            { value: 'left-out', label: pasteText.leftOut },
          ]}
          onChange={({ currentTarget: { value } }) => {
            onChoose(value === 'typed' || value === 'left-out' ? value : null);
          }}
        />
      )}
    </Group>
  );
}
