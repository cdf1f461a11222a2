/** What the mail for a new password carries: the user name and the code. */
export interface Reset {
  username: string;
  code: string;
}

/** Reads the fragment of `/reset#u={username}&c={code}`; undefined where it lacks either. */
export const readReset = (fragment: string): Reset | undefined => {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const username = parts.get('u');
  const code = parts.get('c');
  return username && code ? { username, code } : undefined;
};
