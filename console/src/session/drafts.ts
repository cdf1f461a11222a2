/** What somebody has half filled in stays in the tab under names of this kind, until they sign out. Never a secret. */
const PREFIX = 'rollcall.draft.';

/** Whoever signs in next in the same tab sees nothing of it: the name of a draft has whose it is. */
export const draftName = (userId: string, ...about: readonly string[]): string =>
  `${PREFIX}${[userId, ...about].join('.')}`;

export const forgetDrafts = (): void => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
};
