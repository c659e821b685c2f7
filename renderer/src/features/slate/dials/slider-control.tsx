import { Slider, Text } from '@mantine/core';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { sliderWords } from './dial-chips';
import type { DialControlProps } from './dial-control-props';
import classes from './person-dials.module.css';

/** Five steps from the left end to the right; a change is passed on when the thumb is let go. */
export function SliderControl({ dial, words, value, items, onChange }: DialControlProps<'slider'>): ReactNode {
  const { label, marks } = words;
  const hintId = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const movesAny = useMemo(() => dial.movesAny(items), [dial, items]);
  const hint = movesAny ? words.hint?.some : words.hint?.none;
  return (
    <div>
      <span className={classes['name']} aria-hidden>
        {label}
      </span>
      <div className={classes['slider']}>
        <span aria-hidden>{marks[0]}</span>
        <Slider
          className={classes['track'] ?? ''}
          min={-1}
          max={1}
          step={0.5}
          startPointValue={0}
          size={4}
          thumbSize={16}
          value={dragged ?? value}
          thumbLabel={label}
          thumbProps={hint === undefined ? {} : { 'aria-describedby': hintId }}
          thumbValueText={(at) => sliderWords(at, marks)}
          label={(at) => sliderWords(at, marks)}
          onChange={setDragged}
          onChangeEnd={(at) => {
            setDragged(null);
            if (at !== value) onChange(at);
          }}
        />
        <span aria-hidden>{marks[2]}</span>
      </div>
      {hint === undefined ? null : (
        <Text id={hintId} size="xs" c="dimmed" mt={4}>
          {hint}
        </Text>
      )}
    </div>
  );
}
