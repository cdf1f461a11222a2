import type { AddUserWords } from './words-shape.ts';

export const ADD_USER_EN: AddUserWords = {
  title: 'Add a user',
  about: 'Eight steps. What is optional can be skipped now and set later.',
  startOver: 'Start over',
  kind: {
    step: 'Kind of user',
    title: 'What kind of user is it?',
    about: 'The form that follows is the one for that kind.',
  },
  steps: 'Steps',
  step: (at, of, title) => `Step ${at} of ${of}: ${title}`,
  stepState: {
    faulty: 'has something to correct',
    filled: 'filled in',
    open: 'still needed',
    optional: 'optional',
  },
  required: 'Fields with an asterisk (*) are required.',
  optional: 'All of this is optional.',
  back: 'Back',
  next: 'Next',
  skip: 'Skip this step',
  clear: 'Empty this step',
  seats: {
    title: 'Seats free',
    free: (free, owned) => `${free} of ${owned}`,
    buy: 'Buy seats',
    deactivated:
      'No base license is free. The user will be made, but deactivated, and becomes active when a seat is free: they stand in line for it.',
    waits: (kinds) => `None is free of: ${kinds}. The user goes on without, and stands in line.`,
    rejected: (kinds) =>
      `None is free of: ${kinds}. Your account does not take users without: the run would stop there.`,
    about: 'Seat first, then user: free your own seat, or buy one.',
    read: 'How licensing works',
  },
  summary: {
    step: 'Summary',
    title: 'Look it over, then add the user',
    about: (name) => `This is what will be set up for ${name}.`,
    change: (section) => `Change: ${section}`,
    skipped: 'Skipped',
    missing: 'Still needed',
    changeIt: 'Change',
    invited: (email) =>
      email === ''
        ? 'An invitation will be sent once all is set up.'
        : `An invitation will be sent to ${email} once all is set up.`,
    notInvited: 'No invitation will be sent. You can send one later from the profile.',
    add: 'Add user',
    faults: 'Something has to be corrected first. The steps are marked.',
  },
  access: {
    title: 'What they will be able to do',
    about: 'From role, folder and what you have added.',
    none: 'Nothing yet: choose a role, or a folder that has one.',
    lacks: (permissions) => `No effect without: ${permissions}`,
    pages: 'Pages',
    noPages: 'None',
    refusals: 'This would be refused',
    from: {
      role: 'role',
      folder: 'folder',
      grant: 'added here',
      permission: 'comes with a permission',
      'agency-role': 'agency role',
    },
  },
};
