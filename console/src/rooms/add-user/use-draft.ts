import { useCallback, useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { useMe } from '../../api/me.ts';
import { withValueAt } from '../../form/values.ts';
import { draftName } from '../../session/drafts.ts';
import { type Draft, draftFrom, newDraft } from './draft.ts';

/** The half-filled form of this account, as the tab keeps it; put into this folder, if one is named (C-1). */
export const useDraft = (folderId: string | undefined) => {
  const { accountId } = useAccount();
  const { userId } = useMe();
  const name = draftName(userId, 'add-user', accountId);
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = draftFrom(sessionStorage.getItem(name));
    if (kept === undefined) return newDraft(folderId);
    if (folderId === undefined) return kept;
    return { ...kept, sections: withValueAt(kept.sections, '/profile/folderId', folderId) };
  });
  const change = useCallback(
    (how: (before: Draft) => Draft) =>
      setDraft((before) => {
        const after = how(before);
        if (after !== before) sessionStorage.setItem(name, JSON.stringify(after));
        return after;
      }),
    [name],
  );
  const startOver = useCallback(() => {
    sessionStorage.removeItem(name);
    setDraft(newDraft(folderId));
  }, [name, folderId]);
  const forget = useCallback(() => sessionStorage.removeItem(name), [name]);
  return { draft, change, startOver, forget };
};
