import { enRights } from './en-rights.ts';
import type { Words } from './words.ts';

export const en: Words = {
  signIn: {
    title: 'Sign in',
    name: 'Email or login ID, not your name',
    password: 'Password',
    submit: 'Sign in',
    busy: 'Signing in…',
    nameMissing: 'Enter your email or login ID.',
    passwordMissing: 'Enter your password.',
    forgotten: 'Forgot your password?',
    help: 'Cannot get in? Ask an administrator of your account.',
    refusals: {
      credentials:
        'That login does not work. Use your email or login ID, not your name, and check the password: capital letters count. If it still fails, ask an administrator of your account.',
      expired:
        'This temporary password has expired. Ask an administrator of your account for a new invitation.',
      'too-many-attempts': 'Too many attempts. Wait a few minutes, then try again.',
      'password-refused': 'This password cannot be used. Choose another one.',
      'further-step':
        'Your login needs a step that this page does not offer yet. Ask an administrator of your account.',
      unreachable: 'The sign-in service cannot be reached. Check your connection, then try again.',
      unexpected: 'Something went wrong on our side. Try again in a moment.',
    },
    signedOut: 'You are signed out.',
  },
  choosePassword: {
    title: 'Choose your password',
    intro: 'You have been invited to Rollcall. Choose a password, and your login is ready.',
    password: 'New password',
    rules: 'Your password needs',
    rule: {
      length: '12 characters or more',
      upperCase: 'a capital letter',
      lowerCase: 'a small letter',
      digit: 'a digit',
      symbol: 'a symbol, such as - ! or .',
    },
    met: 'done',
    notMet: 'still needed',
    submit: 'Set password and sign in',
    busy: 'Setting your password…',
    unmet: 'The password still needs what is not ticked below.',
    refusals: {
      'too-many-attempts': 'Too many attempts. Wait a few minutes, then try again.',
      'password-refused': 'This password cannot be used. Choose another one.',
      'further-step':
        'Your login needs a step that this page does not offer yet. Ask the administrator who invited you.',
      unreachable: 'The sign-in service cannot be reached. Check your connection, then try again.',
      unexpected: 'Something went wrong on our side. Try again in a moment.',
    },
  },
  forgotPassword: {
    title: 'Forgot your password?',
    intro: 'Enter your email or login ID. You get a mail with a link to choose a new password.',
    submit: 'Send the mail',
    busy: 'Sending…',
  },
  resetPassword: {
    title: 'Choose a new password',
    byLink: 'Your old password works until you have chosen a new one.',
    byHand: 'Enter the code from the mail, and choose a new password.',
    asked:
      'If this login exists, a mail is on its way. Open its link, or enter its code here within the hour. No mail after a few minutes? Look among unwanted mail. If you have never chosen a password, use the link in your invitation instead.',
    code: 'Code from the mail',
    codeMissing: 'Enter the code from the mail.',
    submit: 'Set new password',
    busy: 'Setting your password…',
    done: 'Your new password is set. Sign in with it.',
    askAgain: 'Get a new mail',
    refusals: {
      code: 'This code does not work: it may be mistyped, used already, older than an hour, or replaced by that of a newer mail. Get a new mail to try again.',
      'too-many-attempts': 'Too many attempts. Wait an hour, then try again.',
      'password-refused': 'This password cannot be used. Choose another one.',
      unreachable: 'The sign-in service cannot be reached. Check your connection, then try again.',
      unexpected: 'Something went wrong on our side. Try again in a moment.',
    },
  },
  brokenLink: {
    expired: {
      title: 'This link has expired',
      text: 'Invitations work for a few days only.',
      whomToAsk: 'Ask the administrator who invited you for a new invitation.',
    },
    credentials: {
      title: 'This link no longer works',
      text: 'It may have been used already, or a newer invitation has replaced it. If you have chosen a password, sign in with it. Otherwise open the link in your newest invitation.',
      whomToAsk: 'If that does not help, ask the administrator who invited you for a new invitation.',
    },
    incomplete: {
      title: 'This link is incomplete',
      text: 'Open the link in your invitation once more: after a reload, or when it is copied in part, it lacks what signs you in.',
      whomToAsk: 'If that does not help, ask the administrator who invited you for a new invitation.',
    },
    signIn: 'Go to sign in',
  },
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  signedIn: {
    title: 'You are in',
    loading: 'Reading your accounts…',
    email: 'Email',
    loginId: 'Login ID',
    eitherWorks: (loginId) =>
      `From now on you can sign in with your email or with your login ID, ${loginId}.`,
    onlyEmail:
      'Sign in with your email for now: the login ID could not be set up yet. It is tried again the next time you sign in.',
    accounts: 'Your accounts',
    noAccounts: 'You are not a member of any account. Ask the administrator who invited you.',
    status: {
      onboarding: 'Being set up',
      active: 'Active',
      deactivated: 'Deactivated',
      suspended: 'Suspended',
    },
    statusMeaning: {
      onboarding: 'This account is still being set up for you. Look again in a minute.',
      deactivated: 'You cannot use this account until an administrator activates you.',
      suspended: 'An administrator has suspended your access to this account. Ask them.',
    },
    role: 'Role',
    mayDo: 'You may',
    mayDoNothing: 'No permissions yet.',
    unreachable: 'Rollcall cannot be reached. Check your connection, then try again.',
    failed: 'Your accounts could not be read. Try again in a moment.',
    reference: (reference) => `Reference for your administrator: ${reference}`,
    retry: 'Try again',
    signOut: 'Sign out',
    stays: 'You are signed out when you reload or close this page.',
    apiDocs: 'API documentation',
  },
  misconfigured: {
    title: 'This console is not set up',
    text: 'Its configuration is missing or wrong. Whoever runs it will want to know:',
  },
  ...enRights,
};
