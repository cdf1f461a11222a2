/**
 * The eight steps, in the catalogue's order (A-1… ). A step's `section` names the part of the onboarding
 * request it consumes, and the section item it leaves in the member's collection.
 */
export const STEPS = [
  { name: 'CreateProfile', section: 'profile', title: "Create the user's profile" },
  { name: 'AssignLicenses', section: 'licenses', title: 'Assign licenses' },
  { name: 'UpdateEmployeeProfile', section: 'employee', title: 'Fill in the employee profile' },
  { name: 'SetPermissions', section: 'permissions', title: 'Set role, data view and site permission level' },
  { name: 'SetMessaging', section: 'messaging', title: 'Set mass email and mass fax' },
  { name: 'SetDialingRules', section: 'dialing', title: 'Set dialing rules' },
  { name: 'RestrictAccess', section: 'access', title: 'Restrict access to IP addresses' },
  { name: 'AssignWork', section: 'work', title: 'Assign campaigns, dialer initiatives and ACD queues' },
] as const;

export type StepName = (typeof STEPS)[number]['name'];
export type SectionName = (typeof STEPS)[number]['section'];

/** What follows the eight steps: the member becomes active, or deactivated when no license was free. */
export const ACTIVATE = 'Activate';

/** A state of the run's state machine in which work is done, and in which the run can therefore fail. */
export type WorkState = StepName | typeof ACTIVATE;

export const STEP_NAMES = STEPS.map((step) => step.name);
export const SECTION_NAMES = STEPS.map((step) => step.section);
export const WORK_STATES: readonly WorkState[] = [...STEP_NAMES, ACTIVATE];

/** 1 for `profile` … 8 for `work`. */
export const stepNumber = (section: SectionName): number => SECTION_NAMES.indexOf(section) + 1;

export const stepOf = (section: SectionName): StepName => {
  const step = STEPS.find((candidate) => candidate.section === section);
  if (step === undefined) throw new Error(`No step consumes the section ${section}`);
  return step.name;
};
