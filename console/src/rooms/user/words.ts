import type { Words } from '../../language/language.ts';
import type { Tab } from './tabs.ts';

interface UserWords {
  readonly back: string;
  readonly picture: (name: string) => string;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly tabList: string;
  readonly acts: string;
  readonly suspend: string;
  readonly suspendText: (name: string) => string;
  readonly restore: string;
  readonly restoreText: (name: string) => string;
  readonly signOut: string;
  readonly signOutText: (name: string) => string;
  readonly reset: string;
  readonly resetText: (email: string) => string;
  readonly invite: string;
  readonly inviteText: (email: string) => string;
  readonly done: Readonly<
    Record<'suspend' | 'restore' | 'sign-out' | 'password-reset' | 'invitation', string>
  >;
  readonly close: string;
  readonly run: string;
  readonly waits: (licenses: string) => string;
  readonly completeness: string;
  readonly complete: string;
  readonly percent: (percent: number) => string;
  readonly missing: string;
  readonly stays: (detail: string, templateField: string) => string;
  readonly invited: (when: string) => string;
  readonly firstIn: (when: string) => string;
  readonly neverIn: string;
}

const en: UserWords = {
  back: 'Users',
  picture: (name) => `Picture of ${name}`,
  tabs: {
    profile: 'Profile',
    employee: 'Employee',
    dialing: 'Dialing & telephony',
    messaging: 'Messaging',
    work: 'Work',
    access: 'Access',
    licenses: 'Licenses',
    sessions: 'Sessions',
    diagnosis: 'Why can’t they sign in?',
  },
  tabList: 'Parts of the profile',
  acts: 'More',
  suspend: 'Suspend',
  suspendText: (name) =>
    `${name} can do nothing in this account from the next call on. They keep their licenses, settings and work, and you can restore them at any time.`,
  restore: 'Restore',
  restoreText: (name) => `${name} can do again what they could before.`,
  signOut: 'Sign out',
  signOutText: (name) => `All sessions of ${name} in this account end at once. They can sign in again.`,
  reset: 'Reset password',
  resetText: (email) =>
    `A mail with the way to a new password goes to ${email}. Until they use it, their password stays as it is.`,
  invite: 'Send the invitation',
  inviteText: (email) => `A new invitation goes to ${email}. One from before works no more.`,
  done: {
    suspend: 'Suspended.',
    restore: 'Restored.',
    'sign-out': 'Signed out.',
    'password-reset': 'The mail for a new password is on its way.',
    invitation: 'The invitation is on its way.',
  },
  close: 'Close',
  run: 'The onboarding that set them up',
  waits: (licenses) => `Stands in line for: ${licenses}.`,
  completeness: 'Completeness',
  complete: 'Nothing is missing: email templates have all they sign with.',
  percent: (percent) => `${percent} % complete`,
  missing: 'What is missing, and the email-template field that stays empty because of it:',
  stays: (detail, templateField) => `${detail}: leaves ${templateField} empty`,
  invited: (when) => `invited ${when}`,
  firstIn: (when) => `first signed in ${when}`,
  neverIn: 'has not signed in yet',
};

const es: UserWords = {
  back: 'Usuarios',
  picture: (name) => `Imagen de ${name}`,
  tabs: {
    profile: 'Perfil',
    employee: 'Empleado',
    dialing: 'Marcación y telefonía',
    messaging: 'Mensajes',
    work: 'Trabajo',
    access: 'Acceso',
    licenses: 'Licencias',
    sessions: 'Sesiones',
    diagnosis: '¿Por qué no puede entrar?',
  },
  tabList: 'Partes del perfil',
  acts: 'Más',
  suspend: 'Suspender',
  suspendText: (name) =>
    `${name} no podrá hacer nada en esta cuenta desde la próxima llamada. Conserva licencias, ajustes y trabajo, y puede restablecerlo cuando quiera.`,
  restore: 'Restablecer',
  restoreText: (name) => `${name} podrá hacer otra vez lo que podía antes.`,
  signOut: 'Cerrar sus sesiones',
  signOutText: (name) =>
    `Todas las sesiones de ${name} en esta cuenta terminan enseguida. Podrá iniciar sesión otra vez.`,
  reset: 'Restablecer contraseña',
  resetText: (email) =>
    `Se envía a ${email} un correo con el camino a una contraseña nueva. Hasta que lo use, la suya sigue igual.`,
  invite: 'Enviar la invitación',
  inviteText: (email) => `Se envía una invitación nueva a ${email}. Las anteriores dejan de valer.`,
  done: {
    suspend: 'Suspendido.',
    restore: 'Restablecido.',
    'sign-out': 'Sesiones cerradas.',
    'password-reset': 'El correo para una contraseña nueva está en camino.',
    invitation: 'La invitación está en camino.',
  },
  close: 'Cerrar',
  run: 'El alta que lo preparó',
  waits: (licenses) => `Está en la cola de: ${licenses}.`,
  completeness: 'Compleción',
  complete: 'No falta nada: las plantillas de correo tienen todo lo que firman.',
  percent: (percent) => `${percent} % completo`,
  missing: 'Lo que falta, y el campo de las plantillas de correo que por eso queda vacío:',
  stays: (_, templateField) => `falta: deja vacío ${templateField}`,
  invited: (when) => `invitado el ${when}`,
  firstIn: (when) => `entró por primera vez el ${when}`,
  neverIn: 'aún no ha entrado',
};

export const USER_WORDS: Words<UserWords> = { en, es };
