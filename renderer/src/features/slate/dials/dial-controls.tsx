import { Chip, SegmentedControl, Slider, Text } from '@mantine/core';
import { Fragment, useId, useMemo, useState, type ReactNode } from 'react';
import { useLibrary } from '../../../app/context/use-library';
import { useServices } from '../../../app/context/services';
import { type Dials, MOODS } from '../../../domain/dials/dials';
import { dialsText } from '../../../text/dials';
import { groupWords } from '../../../text/features';
import { sliderWords, withKind } from './dial-chips';
import classes from './friend-dials.module.css';
import { kindGroupsOf } from '../../../domain/kind-groups';

export interface DialControlsProps {
  readonly dials: Dials;
  readonly name: string;
  readonly onChange: (dials: Dials) => void;
}

/** Every dial. */
export function DialControls({ dials, name, onChange }: DialControlsProps): ReactNode {
  const { library } = useServices();
  const { items } = useLibrary(library);
  const groups = useMemo(() => kindGroupsOf(items), [items]);
  const lengthsKnown = useMemo(() => items.some(({ length }) => length !== null), [items]);
  const moods = [...MOODS, ...dials.moods.filter((mood) => !(MOODS as readonly string[]).includes(mood))];
  return (
    <div className={classes['controls']}>
      <Text size="sm" c="dimmed">
        {dialsText.intro(name)}
      </Text>
      <div className={classes['pair']}>
        <Dial
          label={dialsText.familiarity}
          marks={dialsText.familiarityMarks}
          value={dials.familiarity}
          onChange={(familiarity) => {
            onChange({ ...dials, familiarity });
          }}
        />
        <Dial
          label={dialsText.fame}
          marks={dialsText.fameMarks}
          value={dials.fame}
          onChange={(fame) => {
            onChange({ ...dials, fame });
          }}
        />
        <Dial
          label={dialsText.length}
          marks={dialsText.lengthMarks}
          value={dials.length}
          onChange={(length) => {
            onChange({ ...dials, length });
          }}
          hint={lengthsKnown ? dialsText.lengthHint : dialsText.noLengths}
        />
      </div>
      {groups.length < 2 ? null : (
        <fieldset className={classes['group']}>
          <legend className={classes['name']}>{dialsText.mix}</legend>
          <div className={classes['mix']}>
            {groups.map((group) => (
              <Fragment key={group}>
                <span>{groupWords(group)}</span>
                <SegmentedControl
                  size="xs"
                  w="fit-content"
                  maw="100%"
                  aria-label={groupWords(group)}
                  value={String(dials.kinds[group] ?? 1)}
                  data={dialsText.mixChoices.map((label, weight) => ({ value: String(weight), label }))}
                  onChange={(weight) => {
                    onChange(withKind(dials, group, Number(weight)));
                  }}
                />
              </Fragment>
            ))}
          </div>
        </fieldset>
      )}
      <fieldset className={classes['group']}>
        <legend className={classes['name']}>{dialsText.moods}</legend>
        <div className={classes['moods']}>
          {moods.map((mood) => (
            <Chip
              key={mood}
              size="xs"
              variant="outline"
              checked={dials.moods.includes(mood)}
              onChange={(checked) => {
                onChange({
                  ...dials,
                  moods: checked ? [...dials.moods, mood] : dials.moods.filter((other) => other !== mood),
                });
              }}
            >
              {mood}
            </Chip>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface DialProps {
  readonly label: string;
  readonly marks: readonly [string, string, string];
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly hint?: string;
}

/** Five places from one end to the other; written down where it comes to rest. */
function Dial({ label, marks, value, onChange, hint }: DialProps): ReactNode {
  const hintId = useId();
  const [dragged, setDragged] = useState<number | null>(null);
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
