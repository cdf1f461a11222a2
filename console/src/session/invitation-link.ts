/** What an invitation's link carries: the user name and the temporary password. */
export interface Invitation {
  username: string;
  temporaryPassword: string;
}

/** Reads the fragment of `/welcome#u={username}&p={temporary password}`; undefined where it lacks either. */
export const readInvitation = (fragment: string): Invitation | undefined => {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const username = parts.get('u');
  const temporaryPassword = parts.get('p');
  return username && temporaryPassword ? { username, temporaryPassword } : undefined;
};
