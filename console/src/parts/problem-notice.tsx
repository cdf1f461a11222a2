import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { CircleAlert, WifiOff } from 'lucide-react';
import { isProblem, type Problem } from '../api/problem.ts';
import { useWords } from '../language/language-provider.tsx';
import { PROBLEM_WORDS } from './problem-words.ts';

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Whether the faults stand beside their fields already. */
  readonly faultsShown?: boolean;
}

/** A fault with where it is, if it is anywhere in particular. */
const faultText = ({ pointer, detail }: Problem['faults'][number]): string =>
  pointer === '' ? detail : `${pointer.slice(1).replaceAll('/', ' › ')}: ${detail}`;

/** Says what went wrong, what the API says about it, and what to give to whoever looks into it. */
export const ProblemNotice = ({ error, onRetry, faultsShown = false }: ProblemNoticeProps) => {
  const words = useWords(PROBLEM_WORDS);
  const problem = isProblem(error) ? error : undefined;
  const kind = problem?.kind ?? 'unknown';
  const Icon = kind === 'unreachable' ? WifiOff : CircleAlert;
  const title = words.titles[kind] ?? problem?.message;
  const detail = problem?.body.detail;
  const all = problem?.faults ?? [];
  const faults = faultsShown ? [] : all;
  // That there are faults is all that it says besides.
  const isSaid = faultsShown && all.length > 0;
  return (
    <Alert color="red" icon={<Icon />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        {detail !== undefined && detail !== title && !isSaid && <Text size="sm">{detail}</Text>}
        {faults.length > 0 && (
          <List size="sm">
            {faults.map((fault) => (
              <List.Item key={`${fault.pointer} ${fault.detail}`}>{faultText(fault)}</List.Item>
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
