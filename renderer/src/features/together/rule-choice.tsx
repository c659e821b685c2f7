import { SegmentedControl, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { GROUP_RULES, type GroupRule } from '../../domain/recommendation-request';
import { togetherText } from '../../text/together';

/** Chooses the rule that combines several people's scores into one order, with a sentence about the chosen one. */
export function RuleChoice({
  rule,
  onChange,
}: {
  readonly rule: GroupRule;
  readonly onChange: (rule: GroupRule) => void;
}): ReactNode {
  const label = useId();
  const sentence = useId();
  return (
    <div>
      <Text size="sm" fw={600} mb={6} id={label}>
        {togetherText.how}
      </Text>
      <SegmentedControl
        aria-labelledby={label}
        aria-describedby={sentence}
        value={rule}
        maw="100%"
        style={{ overflowX: 'auto' }}
        data={GROUP_RULES.map((value) => ({ value, label: togetherText.rules[value].name }))}
        onChange={onChange}
      />
      <Text size="sm" c="dimmed" mt={6} id={sentence}>
        {togetherText.rules[rule].sentence}
      </Text>
    </div>
  );
}
