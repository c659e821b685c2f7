import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTwins } from '../../app/context/use-twins';
import { twinsText } from '../../text/twins';
import { paths } from '../../ui/paths';

/** How many pairs look alike, and the way to them; nothing where none does. */
export function TwinsLink(): ReactNode {
  const { length } = useTwins().pairs;
  if (length === 0) return null;
  return (
    <>
      {' · '}
      <Anchor href={paths.twins} inherit>
        {twinsText.open(length)}
      </Anchor>
    </>
  );
}
