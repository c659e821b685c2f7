import { Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useLibrary } from '../../../app/context/use-library';
import { useServices } from '../../../app/context/services';
import type { DialShape } from '../../../domain/dials/dial';
import { idsOf } from '../../../domain/dials/dial-table';
import type { DialShapes, DialTable, DialValues, ShapesOf } from '../../../domain/dials/dial-table';
import { type Dials, DIALS } from '../../../domain/dials/dials';
import type { Item } from '../../../domain/item';
import { DIAL_TEXTS, dialsText } from '../../../text/dials';
import type { DialTexts } from '../../../text/dials';
import type { DialControlProps } from './dial-control-props';
import classes from './person-dials.module.css';
import { SliderControl } from './slider-control';
import { WeightsControl } from './weights-control';
import { WordsControl } from './words-control';

export interface DialControlsProps {
  readonly dials: Dials;
  readonly name: string;
  readonly onChange: (dials: Dials) => void;
}

/** Every dial. */
export function DialControls({ dials, name, onChange }: DialControlsProps): ReactNode {
  const { library } = useServices();
  const { items } = useLibrary(library);
  return (
    <div className={classes['controls']}>
      <Text size="sm" c="dimmed">
        {dialsText.intro(name)}
      </Text>
      <DialTableControls<ShapesOf<typeof DIALS>>
        table={DIALS}
        texts={DIAL_TEXTS}
        values={dials}
        items={items}
        onChange={onChange}
      />
    </div>
  );
}

export interface DialTableControlsProps<Shapes extends DialShapes> {
  readonly table: DialTable<Shapes>;
  readonly texts: DialTexts<Shapes>;
  readonly values: DialValues<Shapes>;
  /** The library: what it holds decides which choices are offered. */
  readonly items: readonly Item[];
  readonly onChange: (values: DialValues<Shapes>) => void;
}

/** A control for each dial of a table: sliders side by side, the others below. */
export function DialTableControls<Shapes extends DialShapes>({
  table,
  texts,
  values,
  items,
  onChange,
}: DialTableControlsProps<Shapes>): ReactNode {
  const control = (id: keyof Shapes & string): ReactNode => (
    <Fragment key={id}>
      {CONTROLS[table[id].shape]({
        dial: table[id],
        words: texts[id],
        value: values[id],
        items,
        onChange: (value) => {
          onChange({ ...values, [id]: value });
        },
      })}
    </Fragment>
  );
  const ids = idsOf(table);
  return (
    <>
      <div className={classes['sliders']}>{ids.filter((id) => table[id].shape === 'slider').map(control)}</div>
      {ids.filter((id) => table[id].shape !== 'slider').map(control)}
    </>
  );
}

const CONTROLS: { readonly [Shape in DialShape]: (props: DialControlProps<Shape>) => ReactNode } = {
  slider: (props) => <SliderControl {...props} />,
  weights: (props) => <WeightsControl {...props} />,
  words: (props) => <WordsControl {...props} />,
};
