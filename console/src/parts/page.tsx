import { Anchor, Title } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** One sentence about what is here, or about whom. */
  readonly about?: ReactNode;
  /** The list that it is one of. */
  readonly up?: { readonly to: string; readonly name: string };
  /** What one can do here, beside the title. */
  readonly actions?: ReactNode;
  /** For forms and reading: no wider than what is easily read. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A room: its title, which the tab has too and screen readers come to first, and what is in it. */
export const Page = ({ title, about, up, actions, narrow = false, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Rollcall`;
  }, [title]);
  // Whoever has moved here by a link hears where they are.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <div>
        {up !== undefined && (
          <Anchor component={Link} to={up.to} size="sm" className={classes.up ?? ''}>
            <ArrowLeft size={14} aria-hidden />
            {up.name}
          </Anchor>
        )}
        <div className={classes.head}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title ?? ''}>
            {title}
          </Title>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </div>
        {about !== undefined && <div className={classes.about}>{about}</div>}
      </div>
      {children}
    </div>
  );
};
