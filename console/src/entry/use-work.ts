import { useState } from 'react';

/** Work that a form does: while it goes on, a second submit does nothing. */
export const useWork = (): { isBusy: boolean; work: (doing: () => Promise<void>) => void } => {
  const [isBusy, setBusy] = useState(false);
  const work = (doing: () => Promise<void>): void => {
    if (isBusy) return;
    setBusy(true);
    void doing().finally(() => setBusy(false));
  };
  return { isBusy, work };
};
