import { Group, Text } from '@mantine/core';
import {
  IconArticle,
  IconBook,
  IconBookmark,
  IconBroadcast,
  IconChefHat,
  IconDeviceGamepad2,
  IconDeviceTv,
  IconDeviceTvOld,
  IconDice5,
  IconDisc,
  IconGlassFull,
  IconLink,
  IconMapPin,
  IconMessage2,
  IconMicrophone2,
  IconMovie,
  IconMusic,
  IconSparkles,
  IconToolsKitchen2,
  IconVideo,
  type Icon,
} from '@tabler/icons-react';
import { createElement, type ReactNode } from 'react';
import { kindName } from '../text/kinds';
import { ownValue } from '../domain/own-value';

const ICONS: Readonly<Record<string, Icon>> = {
  book: IconBook,
  comic: IconMessage2,
  movie: IconMovie,
  series: IconDeviceTv,
  episode: IconDeviceTvOld,
  anime: IconSparkles,
  game: IconDeviceGamepad2,
  'board game': IconDice5,
  'music artist': IconMicrophone2,
  album: IconDisc,
  track: IconMusic,
  podcast: IconBroadcast,
  article: IconArticle,
  link: IconLink,
  video: IconVideo,
  place: IconMapPin,
  recipe: IconChefHat,
  wine: IconGlassFull,
  food: IconToolsKitchen2,
};

/** The icon of a kind, decorative: say the kind in words beside it. */
export function KindIcon({ kind, size = 16 }: { readonly kind: string; readonly size?: number }): ReactNode {
  return createElement(ownValue(ICONS, kind) ?? IconBookmark, { size, stroke: 1.6, 'aria-hidden': true });
}

/** Icon and name of a kind: "Film". */
export function KindLabel({
  kind,
  size = 'sm',
}: {
  readonly kind: string;
  readonly size?: 'xs' | 'sm' | 'md';
}): ReactNode {
  return (
    // Aligned by its line box: the baseline of an inline flex box is its icon's, which is lower than that of the words.
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex" c="dimmed" style={{ verticalAlign: 'bottom' }}>
      <KindIcon kind={kind} size={size === 'md' ? 18 : 15} />
      <Text span size={size} inherit={false}>
        {kindName(kind)}
      </Text>
    </Group>
  );
}
