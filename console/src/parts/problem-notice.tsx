import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { CircleAlert, WifiOff } from 'lucide-react';
import { isProblem } from '../api/problem.ts';
import { useWords } from '../language/language-provider.tsx';
import { PROBLEM_WORDS } from './problem-words.ts';

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Whether the faults stand beside their fields already. */
  readonly faultsShown?: boolean;
}

/** Says what went wrong, what the API says about it, and what to give to whoever looks into it. */
export const ProblemNotice = ({ error, onRetry, faultsShown = false }: ProblemNoticeProps) => {
  const words = useWords(PROBLEM_WORDS);
  const problem = isProblem(error) ? error : undefined;
  const kind = problem?.kind ?? 'unknown';
  const Icon = kind === 'unreachable' ? WifiOff : CircleAlert;
  const faults = faultsShown ? [] : (problem?.faults ?? []);
  return (
    <Alert color="red" icon={<Icon />} title={words.titles[kind] ?? problem?.message} role="alert">
      <Stack gap="xs" align="flex-start">
        {problem?.body.detail !== undefined && <Text size="sm">{problem.body.detail}</Text>}
        {faults.length > 0 && (
          <List size="sm">
            {faults.map(({ pointer, detail }) => (
              <List.Item
                key={`${pointer} ${detail}`}
              >{`${pointer.slice(1).replaceAll('/', ' › ')}: ${detail}`}</List.Item>
            ))}
          </List>
        )}
        {(kind === 'internal' || kind === 'unknown') && problem?.body.instance !== undefined && (
          <Text size="sm">{words.reference(problem.body.instance)}</Text>
        )}
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
};
