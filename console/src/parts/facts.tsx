import type { ReactNode } from 'react';
import classes from './facts.module.css';

interface FactsProps {
  /** Each with its name. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
  /** One under the other with names to the left, or large numbers in a row; side by side unless told. */
  readonly as?: 'rows' | 'figures';
}

/** What is known of something. */
export const Facts = ({ facts, as }: FactsProps) => (
  <dl className={classes.facts} data-as={as}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
