import type { RunStatus } from '../../api/onboardings.ts';
import type { Words } from '../../language/language.ts';

type StepState = 'pending' | 'running' | 'done' | 'skipped' | 'failed';

interface RunWords {
  readonly title: (name: string) => string;
  readonly statuses: Readonly<Record<RunStatus, string>>;
  readonly outcomes: Readonly<Record<'active' | 'deactivated', string>>;
  readonly states: Readonly<Record<StepState, string>>;
  readonly steps: string;
  readonly activate: string;
  readonly done: (count: number, of: number) => string;
  readonly begun: (when: string) => string;
  readonly attempt: (attempt: number) => string;
  readonly took: (duration: string) => string;
  readonly failed: string;
  readonly remedy: string;
  readonly reference: (runId: string) => string;
  readonly correct: string;
  readonly correctHelp: string;
  readonly resume: string;
  readonly resumeWith: string;
  readonly discard: string;
  readonly discardTitle: (name: string) => string;
  readonly discardHelp: string;
  readonly waiting: (kinds: string) => string;
  readonly buy: string;
  readonly isActive: (name: string) => string;
  readonly isDeactivated: (name: string) => string;
  readonly isOffered: (name: string) => string;
  readonly withdraw: string;
  readonly withdrawTitle: string;
  readonly withdrawHelp: string;
  readonly isDiscarded: string;
  readonly isDiscarding: string;
  readonly invited: (email: string) => string;
  readonly openProfile: string;
  readonly addAnother: string;
  readonly all: string;
}

const en: RunWords = {
  title: (name) => `Onboarding of ${name}`,
  statuses: {
    running: 'Under way',
    failed: 'Parked',
    offered: 'Waits for an answer',
    done: 'Done',
    discarding: 'Being undone',
    discarded: 'Discarded',
  },
  outcomes: { active: 'Active', deactivated: 'Deactivated, waits for a license' },
  states: { pending: 'To come', running: 'Under way', done: 'Done', skipped: 'Skipped', failed: 'Failed' },
  steps: 'The eight steps',
  activate: 'Activate the user',
  done: (count, of) => `${count} of ${of} steps`,
  begun: (when) => `Begun ${when}`,
  attempt: (attempt) => `attempt ${attempt}`,
  took: (duration) => `took ${duration}`,
  failed: 'The run is parked',
  remedy: 'What to do',
  reference: (runId) => `For your operator: ${runId}`,
  correct: 'Correct what was asked for',
  correctHelp: 'Only steps that are not done can be corrected. The run goes on from the step that failed.',
  resume: 'Resume',
  resumeWith: 'Resume with this',
  discard: 'Discard',
  discardTitle: (name) => `Discard the onboarding of ${name}?`,
  discardHelp:
    'All that it has done is undone: the login, the seats and the login ID are free again. What was filled in is gone. It cannot be taken back.',
  waiting: (kinds) => `In line for: ${kinds}. It is given by itself as soon as one is free.`,
  buy: 'Buy seats',
  isActive: (name) => `${name} is set up and active.`,
  isDeactivated: (name) =>
    `${name} is set up, but deactivated: no license was free. They become active by themselves when one is.`,
  isOffered: (name) => `${name} has been told by mail, and is in once they accept.`,
  withdraw: 'Withdraw the offer',
  withdrawTitle: 'Withdraw the offer?',
  withdrawHelp: 'They can accept it no more, and nothing of it stays behind.',
  isDiscarded: 'All of it has been undone.',
  isDiscarding: 'What was done is being undone.',
  invited: (email) => `Their invitation was sent to ${email}.`,
  openProfile: 'Open the profile',
  addAnother: 'Add another user',
  all: 'All onboardings',
};

const es: RunWords = {
  title: (name) => `Alta de ${name}`,
  statuses: {
    running: 'En curso',
    failed: 'Detenida',
    offered: 'Espera respuesta',
    done: 'Terminada',
    discarding: 'Deshaciéndose',
    discarded: 'Descartada',
  },
  outcomes: { active: 'Activo', deactivated: 'Desactivado, espera una licencia' },
  states: {
    pending: 'Pendiente',
    running: 'En curso',
    done: 'Hecho',
    skipped: 'Saltado',
    failed: 'Ha fallado',
  },
  steps: 'Los ocho pasos',
  activate: 'Activar al usuario',
  done: (count, of) => `${count} de ${of} pasos`,
  begun: (when) => `Empezada ${when}`,
  attempt: (attempt) => `intento ${attempt}`,
  took: (duration) => `tardó ${duration}`,
  failed: 'El alta está detenida',
  remedy: 'Qué hacer',
  reference: (runId) => `Para su operador: ${runId}`,
  correct: 'Corregir lo que se pidió',
  correctHelp: 'Solo se corrige lo de los pasos que no están hechos. El alta sigue desde el paso que falló.',
  resume: 'Reanudar',
  resumeWith: 'Reanudar con esto',
  discard: 'Descartar',
  discardTitle: (name) => `¿Descartar el alta de ${name}?`,
  discardHelp:
    'Se deshace todo lo hecho: el acceso, las licencias y el ID de acceso quedan libres. Lo que se había rellenado se pierde. No se puede recuperar.',
  waiting: (kinds) => `En la lista de espera de: ${kinds}. Se le da sola en cuanto haya una libre.`,
  buy: 'Comprar licencias',
  isActive: (name) => `${name} está listo y activo.`,
  isDeactivated: (name) =>
    `${name} está listo, pero desactivado: no quedaba ninguna licencia. Se activará solo cuando haya una.`,
  isOffered: (name) => `Se ha avisado a ${name} por correo, y entrará cuando acepte.`,
  withdraw: 'Retirar la oferta',
  withdrawTitle: '¿Retirar la oferta?',
  withdrawHelp: 'Ya no podrá aceptarla, y no queda nada de ella.',
  isDiscarded: 'Se ha deshecho todo.',
  isDiscarding: 'Se está deshaciendo lo hecho.',
  invited: (email) => `Se envió su invitación a ${email}.`,
  openProfile: 'Abrir el perfil',
  addAnother: 'Añadir otro usuario',
  all: 'Todas las altas',
};

export const RUN_WORDS: Words<RunWords> = { en, es };

/** The steps by name; the API tells them in English. */
export const STEP_TITLES: Words<Readonly<Record<string, string>>> = {
  en: {},
  es: {
    CreateProfile: 'Crear el perfil del usuario',
    AssignLicenses: 'Asignar licencias',
    UpdateEmployeeProfile: 'Rellenar el perfil de empleado',
    SetPermissions: 'Poner rol, alcance de datos y nivel en el sitio',
    SetMessaging: 'Poner correo y fax masivos',
    SetDialingRules: 'Poner las reglas de marcación',
    RestrictAccess: 'Limitar el acceso por direcciones IP',
    AssignWork: 'Asignar campañas, iniciativas de marcador y colas',
    Activate: 'Activar al usuario',
  },
};
