import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './add-user.module.css';

/** Where one is in the form. */
export const StepHeading = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div>
    <Title order={2} tabIndex={-1} className={classes.heading ?? ''}>
      {title}
    </Title>
    <Text size="sm" c="dimmed" mt={4}>
      {children}
    </Text>
  </div>
);
