/** Where everything of the console is. Links in mails lead to the first four: they stay as they are. */
export const ADDRESSES = {
  welcome: '/welcome',
  reset: '/reset',
  offers: '/offers',
  forgot: '/forgot',
  signIn: '/sign-in',
  /** Where the welcome goes on once one is in. */
  started: '/welcome/profile',
  aboutYou: '/welcome/about-you',
  home: '/',
  me: '/me',
  settingsTable: '/settings',
} as const;

/** The rooms of one account. */
export const addressesIn = (accountId: string) => {
  const account = `/accounts/${accountId}`;
  return {
    home: account,
    welcome: `${account}/welcome`,
    users: `${account}/users`,
    addUser: `${account}/users/new`,
    user: (userId: string) => `${account}/users/${userId}`,
    runs: `${account}/runs`,
    run: (runId: string) => `${account}/runs/${runId}`,
    licenses: `${account}/licenses`,
    statements: `${account}/statements`,
    statement: (month: string) => `${account}/statements/${month}`,
    roles: `${account}/roles`,
    addRole: `${account}/roles/new`,
    role: (roleId: string) => `${account}/roles/${roleId}`,
    folders: `${account}/folders`,
    folder: (folderId: string) => `${account}/folders?folder=${folderId}`,
    addUserIn: (folderId: string) => `${account}/users/new?folder=${folderId}`,
    usersIn: (folderId: string) => `${account}/users?folder=${folderId}`,
    settings: `${account}/settings`,
  };
};
