import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { uiText } from '../text/ui';
import { ratingToStep, stepToRating } from './format';
import type { RatingInputProps } from './rating-input';
import { useSavedText } from './use-saved-text';

const SCALE = 'points-100';

/** A rating typed as a number of 100; an empty field is "not rated". Kept on Enter, on leaving it and with its page. */
export function PointsInput({ value, onChange, label, tabIndex }: Omit<RatingInputProps, 'scale'>): ReactNode {
  const field = useSavedText(String(ratingToStep(value, SCALE) ?? ''), (text) => {
    const points = Number.parseInt(text, 10);
    onChange(Number.isNaN(points) ? null : stepToRating(points, SCALE));
  });
  return (
    <NumberInput
      aria-label={label}
      value={field.text}
      min={0}
      max={100}
      clampBehavior="strict"
      w={92}
      size="xs"
      suffix=" / 100"
      placeholder={uiText.notRated}
      tabIndex={tabIndex}
      hideControls
      allowDecimal={false}
      onChange={(typed) => {
        field.type(String(typed));
      }}
      onBlur={field.keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
