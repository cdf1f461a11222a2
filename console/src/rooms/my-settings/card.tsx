import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './my-settings.module.css';

interface CardProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** One thing to set, with a sentence about it. */
export const Card = ({ title, about, children }: CardProps) => {
  const heading = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={heading}>
      <Stack gap="md">
        <div>
          <Title order={2} id={heading} className={classes.title ?? ''}>
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        </div>
        {children}
      </Stack>
    </Paper>
  );
};
