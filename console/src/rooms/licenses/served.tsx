import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useAccount } from '../../api/account.tsx';
import { useWaitingLine, type WaitingPlace } from '../../api/licenses.ts';
import { memberQuery } from '../../api/members.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { LICENSES_WORDS } from './words.ts';

const LOOK_MILLISECONDS = 1_000;

/** Whoever has left the line is activated a moment later. */
const ServedMember = ({ place, watchedUntil }: { place: WaitingPlace; watchedUntil: number }) => {
  const words = useWords(LICENSES_WORDS).line;
  const names = useRightNames();
  const { list } = useFormats();
  const isAwaited = (status: string | undefined): boolean =>
    place.status !== 'active' && status !== 'active' && Date.now() < watchedUntil;
  const { data } = useQuery({
    ...memberQuery(useAccount(), place.userId),
    staleTime: 0,
    refetchInterval: ({ state }) => (isAwaited(state.data?.body.status) ? LOOK_MILLISECONDS : false),
  });
  if (data === undefined) return null;
  const name = `${place.firstName} ${place.lastName}`;
  const isNewlyActive = place.status !== 'active' && data.body.status === 'active';
  return (
    <List.Item>
      {isNewlyActive ? words.active(name) : words.got(name, list(place.kinds.map(names.license)))}
    </List.Item>
  );
};

/** What a change of seats has been followed by: the change itself, and whoever has left the line since. */
export interface Applied {
  readonly waitedBefore: readonly WaitingPlace[];
  /** Until when the line is looked at, in milliseconds. */
  readonly watchedUntil: number;
}

export const Served = ({ applied, onClose }: { applied: Applied; onClose: () => void }) => {
  const words = useWords(LICENSES_WORDS);
  const { data, dataUpdatedAt } = useWaitingLine(applied.waitedBefore.length > 0, applied.watchedUntil);
  const waiting = new Set(data?.pages.flatMap(({ items }) => items.map(({ userId }) => userId)));
  const served = dataUpdatedAt === 0 ? [] : applied.waitedBefore.filter(({ userId }) => !waiting.has(userId));
  return (
    <Alert
      color="brand"
      icon={<CircleCheck />}
      title={words.change.applied}
      withCloseButton
      closeButtonLabel={words.close}
      onClose={onClose}
      role="status"
    >
      {served.length > 0 && (
        <>
          <Text size="sm">{words.line.served}</Text>
          <List size="sm">
            {served.map((place) => (
              <ServedMember key={place.userId} place={place} watchedUntil={applied.watchedUntil} />
            ))}
          </List>
        </>
      )}
    </Alert>
  );
};
