import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './entry-page.module.css';

interface EntryPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** Whom to ask who cannot go on, below the card. */
  readonly foot?: string;
}

/** A page before one is in: the brand, and a card with the one thing to do. */
export const EntryPage = ({ title, lead, children, foot }: EntryPageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // Leads keyboard and screen reader to what has come in place of the page before.
  useEffect(() => {
    document.title = `${title} · Rollcall`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className={classes.ground}>
      <div className={classes.middle}>
        <div className={classes.brand}>
          <img src="/favicon.svg" alt="" width="36" height="36" />
          <span>Rollcall</span>
        </div>
        <main className={classes.card}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title ?? ''}>
            {title}
          </Title>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
          {children !== undefined && <div className={classes.content}>{children}</div>}
        </main>
        {foot !== undefined && <p className={classes.foot}>{foot}</p>}
      </div>
    </div>
  );
};
