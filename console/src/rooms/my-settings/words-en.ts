export interface MySettingsWords {
  readonly title: string;
  readonly about: (email: string, account: string) => string;
  readonly tabs: Readonly<Record<'profile' | 'calls' | 'security' | 'about-me', string>>;
  readonly refusals: Readonly<Record<'too-many-attempts' | 'unreachable' | 'unexpected', string>>;
  readonly password: Readonly<
    Record<
      'title' | 'about' | 'current' | 'currentMissing' | 'currentWrong' | 'refused' | 'submit' | 'changed',
      string
    >
  >;
  readonly authenticator: Readonly<
    Record<
      | 'title'
      | 'about'
      | 'on'
      | 'off'
      | 'begin'
      | 'turnOn'
      | 'turnOff'
      | 'turnOffTitle'
      | 'turnOffText'
      | 'stepApp'
      | 'open'
      | 'stepSecret'
      | 'code'
      | 'codeMissing'
      | 'codeWrong'
      | 'cancel',
      string
    >
  >;
  readonly sessions: Readonly<
    Record<'title' | 'none' | 'began' | 'seen' | 'licenses' | 'here' | 'more' | 'end', string>
  > &
    Readonly<Record<'about' | 'endOf', (name: string) => string>>;
  readonly everywhere: Readonly<Record<'title' | 'about' | 'action' | 'confirm' | 'text', string>>;
  readonly seat: Readonly<Record<'title' | 'about', string>>;
  readonly aboutMe: Readonly<Record<'title' | 'about' | 'save' | 'saved', string>>;
}

export const en: MySettingsWords = {
  title: 'My settings',
  about: (email, account) => `${email} · in ${account}`,
  tabs: {
    profile: 'Profile',
    calls: 'Calls',
    security: 'Security',
    'about-me': 'About you',
  },
  refusals: {
    'too-many-attempts': 'Too many tries. Wait a few minutes, then try again.',
    unreachable: 'The sign-in service does not answer. Check your connection, then try again.',
    unexpected: 'Something went wrong. Try again.',
  },
  password: {
    title: 'Password',
    about: 'The new one counts from the next sign-in on. Where you are signed in, you stay.',
    current: 'Current password',
    currentMissing: 'Enter the password you have now.',
    currentWrong: 'This is not your current password.',
    refused: 'This password is not taken. Choose another.',
    submit: 'Change password',
    changed: 'Your password is changed.',
  },
  authenticator: {
    title: 'Authenticator app',
    about: 'A code from an app on your phone at every sign-in: a stolen password alone then opens nothing.',
    on: 'On',
    off: 'Off',
    begin: 'Set up',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    turnOffTitle: 'Turn off the authenticator app?',
    turnOffText: 'Your password alone will be enough to sign in.',
    stepApp: 'Install an authenticator app on your phone. If it is on this device, add Rollcall to it:',
    open: 'Open the authenticator app',
    stepSecret: 'Otherwise add an account in the app by hand, by time, with this key:',
    code: 'Code that the app shows',
    codeMissing: 'Enter the six digits that the app shows.',
    codeWrong:
      'This is not the code the app shows now. Check the clock of your phone, then try the next code.',
    cancel: 'Cancel',
  },
  sessions: {
    title: 'Your sessions',
    about: (account) =>
      `Where you are signed in to ${account} now. The licenses of one that you end are free at once.`,
    none: 'You have no session that takes a license.',
    began: 'Began',
    seen: 'Last active',
    licenses: 'Licenses in use',
    here: 'This one',
    more: 'Show more',
    end: 'End',
    endOf: (began) => `End the session that began ${began}`,
  },
  everywhere: {
    title: 'Sign out everywhere',
    about: 'If a device is lost, or you have left one signed in.',
    action: 'Sign out everywhere',
    confirm: 'Sign out everywhere?',
    text: 'You are signed out on all devices and in all accounts, here too. Then sign in again.',
  },
  seat: {
    title: 'Your calling seat',
    about: 'Without agent features you take no calling seat: somebody else can have it.',
  },
  aboutMe: {
    title: 'About you',
    about: 'You need not answer any of this, and nobody but you can read it here.',
    save: 'Save',
    saved: 'Saved.',
  },
};
