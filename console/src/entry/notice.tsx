import { Alert } from '@mantine/core';
import { CircleAlert, Info } from 'lucide-react';

/** What screen readers speak when it comes: faults at once, news when there is a pause. */
export const Notice = ({ kind, text }: { kind: 'fault' | 'news'; text: string | undefined }) => (
  <div role={kind === 'fault' ? 'alert' : 'status'}>
    {text !== undefined && (
      <Alert
        role="presentation"
        mb="md"
        color={kind === 'fault' ? 'red' : 'brand'}
        icon={kind === 'fault' ? <CircleAlert /> : <Info />}
      >
        {text}
      </Alert>
    )}
  </div>
);
