import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './card.module.css';

interface CardProps {
  readonly title: string;
  /** A sentence about it. */
  readonly about?: string | undefined;
  /** 3 inside what has a heading of its own. */
  readonly order?: 2 | 3;
  readonly children: ReactNode;
}

/** One matter of a room, with what it is called. */
export const Card = ({ title, about, order = 2, children }: CardProps) => {
  const heading = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={heading}>
      <Stack gap="md">
        <div>
          <Title order={order} id={heading} className={classes.title ?? ''}>
            {title}
          </Title>
          {about !== undefined && (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
};
