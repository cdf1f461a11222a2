import type { ReactNode } from 'react';
import classes from './facts.module.css';

interface FactsProps {
  /** Each with its name. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
  /** One under the other, names to the left; side by side unless told. */
  readonly rows?: boolean;
}

/** What is known of something. */
export const Facts = ({ facts, rows = false }: FactsProps) => (
  <dl className={classes.facts} data-rows={rows || undefined}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
