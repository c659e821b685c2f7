import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';

/** Stands where the content will be, so that nothing jumps; says `label` to screen readers. */
export function LoadingCards({ label, height }: { readonly label: string; readonly height: number }): ReactNode {
  return (
    <output aria-label={label} style={{ display: 'grid', gap: 14 }}>
      {[0, 1, 2].map((place) => (
        <Skeleton key={place} height={height} radius="lg" />
      ))}
    </output>
  );
}
