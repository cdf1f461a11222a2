import { Alert } from '@mantine/core';
import { onlineManager } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../language/language-provider.tsx';
import { SHELL_WORDS } from './words.ts';

/** Says that the connection is lost, as long as it is; what was asked for meanwhile goes on by itself afterwards. */
export const ConnectionNotice = () => {
  const words = useWords(SHELL_WORDS);
  const isOnline = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status">
      {!isOnline && (
        <Alert color="yellow" radius={0} icon={<WifiOff />}>
          {words.offline}
        </Alert>
      )}
    </div>
  );
};
