import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportQuestion } from '../../domain/imported-row';

export interface SourceQuestionsProps {
  readonly questions: readonly ImportQuestion[];
  readonly onAnswer: (question: string, value: string) => void;
}

/** What only the person knows of the files: whose profile, songs or albums. The answer that was taken is filled in. */
export function SourceQuestions({ questions, onAnswer }: SourceQuestionsProps): ReactNode {
  if (questions.length === 0) return null;
  return (
    <Group mb="md" align="flex-end">
      {questions.map(({ id, text, options, answer }) => (
        <Select
          key={id}
          label={text}
          data={options.map(({ value, label }) => ({ value, label }))}
          value={answer}
          allowDeselect={false}
          w={{ base: '100%', xs: 320 }}
          onChange={(value) => {
            if (value !== null && value !== answer) onAnswer(id, value);
          }}
        />
      ))}
    </Group>
  );
}
