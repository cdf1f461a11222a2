import { NumberInput, Slider } from '@mantine/core';
import type { BillingKind } from '../../api/billing.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './licenses.module.css';
import { sliderEnd } from './slider-end.ts';
import { LICENSES_WORDS } from './words.ts';

interface SeatSliderProps {
  readonly kind: BillingKind;
  readonly name: string;
  readonly seats: number;
  readonly onChange: (seats: number) => void;
  readonly error?: string | undefined;
}

/** How many seats of a kind are to be owned: by a slider (B-12), or by the number beside it. */
export const SeatSlider = ({ kind, name, seats, onChange, error }: SeatSliderProps) => {
  const words = useWords(LICENSES_WORDS);
  const { least, most } = kind;
  const end = Math.max(sliderEnd(kind), seats);
  return (
    <div className={classes.seats}>
      <Slider
        min={least}
        max={end}
        value={seats}
        onChange={onChange}
        label={null}
        thumbLabel={words.slider(name)}
      />
      <NumberInput
        aria-label={words.number(name)}
        value={seats}
        min={least}
        max={most}
        clampBehavior="blur"
        allowDecimal={false}
        allowNegative={false}
        onChange={(typed) => {
          if (typeof typed === 'number') onChange(typed);
        }}
        error={error !== undefined}
      />
    </div>
  );
};
