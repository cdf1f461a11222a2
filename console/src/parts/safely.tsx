import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { ProblemNotice } from './problem-notice.tsx';

/** What breaks inside is told, and the rest goes on. A new version of the console may have replaced what is loaded. */
export const Safely = ({ children }: { children: ReactNode }) => (
  <ErrorBoundary
    fallbackRender={({ error }) => <ProblemNotice error={error} onRetry={() => location.reload()} />}
  >
    {children}
  </ErrorBoundary>
);
