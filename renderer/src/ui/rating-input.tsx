import { VisuallyHidden } from '@mantine/core';
import { IconStar, IconStarFilled, IconStarHalfFilled } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { uiText } from '../text/ui';
import { formatRating, RATING_STEPS, ratingToStep, stepToRating, type RatingScale } from './format';
import { PointsInput } from './points-input';
import classes from './rating-input.module.css';

export interface RatingInputProps {
  /** 0..1, null = not rated. */
  readonly value: number | null;
  readonly scale: RatingScale;
  /** Called with 0..1, or null when cleared (a click on the rating it already has clears it). */
  readonly onChange: (rating: number | null) => void;
  /** What is rated: "Rating of Dune". */
  readonly label?: string;
  readonly size?: number;
  /** Rows of a table are rated by the table's own keys; they leave the tab order. */
  readonly tabIndex?: number;
}

/**
 * Which key does what: a digit is a number of stars, 0 and Backspace clear, arrows move one step. Undefined = not ours.
 */
export function stepAfterKey(key: string, step: number | null, scale: RatingScale): number | undefined {
  const steps = RATING_STEPS[scale];
  const current = step ?? 0;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(steps, current + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, current - 1);
    case 'Home':
      return 1;
    case 'End':
      return steps;
    case '0':
    case 'Backspace':
    case 'Delete':
      return 0;
  }
  return /^[1-5]$/.test(key) ? (Number(key) * steps) / 5 : undefined;
}

function Stars({ stars, size }: { readonly stars: number; readonly size: number }): ReactNode {
  return (
    <span className={classes['stars']} aria-hidden>
      {[1, 2, 3, 4, 5].map((place) => {
        if (stars >= place) return <IconStarFilled key={place} size={size} />;
        if (stars >= place - 0.5) return <IconStarHalfFilled key={place} size={size} />;
        return <IconStar key={place} size={size} stroke={1.4} className={classes['empty']} />;
      })}
    </span>
  );
}

/** Stars for a rating 0..1, with the number in words for screen readers; nothing at all where there is no rating. */
export function RatingDisplay({
  value,
  scale,
  size = 15,
}: {
  readonly value: number | null;
  readonly scale: RatingScale;
  readonly size?: number;
}): ReactNode {
  if (value === null) return null;
  const words = formatRating(value, scale);
  return (
    <span title={words} style={{ display: 'inline-flex' }}>
      <VisuallyHidden>{`${uiText.rating} ${words}`}</VisuallyHidden>
      <Stars stars={Math.round(value * 10) / 2} size={size} />
    </span>
  );
}

/** One click or one key rates on the user's scale. One tab stop; a slider to assistive technology. */
export function RatingInput({
  value,
  scale,
  onChange,
  label = uiText.rating,
  size = 20,
  tabIndex = 0,
}: RatingInputProps): ReactNode {
  const [hovered, setHovered] = useState<number | null>(null);
  const steps = RATING_STEPS[scale];
  const step = ratingToStep(value, scale);
  if (scale === 'points-100')
    return <PointsInput value={value} onChange={onChange} label={label} tabIndex={tabIndex} />;
  const stepAt = (event: PointerEvent<HTMLElement>): number => {
    const box =
      event.currentTarget.querySelector('span')?.getBoundingClientRect() ?? event.currentTarget.getBoundingClientRect();
    return Math.min(steps, Math.max(1, Math.ceil(((event.clientX - box.left) / box.width) * steps)));
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepAfterKey(event.key, step, scale);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(stepToRating(next, scale));
  };
  // A rating from elsewhere may lie between two steps (4.5 on whole stars): shown as it is, until one is chosen.
  const stars = hovered === null ? Math.round((value ?? 0) * 10) / 2 : (hovered * 5) / steps;
  return (
    <span
      // A range input can neither be "not rated" nor be cleared by clicking its own value.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={tabIndex}
      className={`${classes['rating'] ?? ''} mantine-focus-auto`}
      title={uiText.ratingHelp}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={steps}
      aria-valuenow={step ?? 0}
      aria-valuetext={value === null ? uiText.notRated : formatRating(value, scale)}
      onKeyDown={keyDown}
      onPointerMove={(event) => {
        setHovered(stepAt(event));
      }}
      onPointerLeave={() => {
        setHovered(null);
      }}
      onPointerUp={(event) => {
        if (event.button !== 0) return;
        const next = stepAt(event);
        onChange(next === step ? null : stepToRating(next, scale));
      }}
    >
      <Stars stars={stars} size={size} />
      {scale === 'stars-5' ? null : (
        <span className={classes['number']} aria-hidden>
          {stars === 0 ? '' : formatRating(stars / 5, scale)}
        </span>
      )}
    </span>
  );
}
