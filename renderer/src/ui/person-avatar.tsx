import { Avatar } from '@mantine/core';
import type { ReactNode } from 'react';

/** Initials on a quiet ground; decorative, since the name stands beside it. */
export function PersonAvatar({
  name,
  size = 'md',
}: {
  readonly name: string;
  readonly size?: 'sm' | 'md' | 'lg';
}): ReactNode {
  return (
    <Avatar color="forest" variant="light" radius="xl" size={size} aria-hidden>
      {initials(name)}
    </Avatar>
  );
}

/** First letters of the first and the last word: "Ada Lovelace" → "AL". Whole characters, so that emoji survive. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0] ?? '', words.at(-1) ?? ''] : words;
  return ends.map((word) => firstCharacter(word).toLocaleUpperCase()).join('');
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstCharacter(word: string): string {
  for (const { segment } of characters.segment(word)) return segment;
  return '';
}
