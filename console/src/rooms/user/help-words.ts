import type { MemberLicenses } from '../../api/licenses.ts';
import type { Words } from '../../language/language.ts';

type SeatState = MemberLicenses['licenses'][number]['state'];

interface HelpWords {
  readonly licenses: string;
  readonly states: Readonly<Record<SeatState, string>>;
  readonly none: string;
  readonly free: (free: number, owned: number) => string;
  readonly place: (since: string, ahead: number) => string;
  readonly assign: (license: string) => string;
  readonly takeBack: (license: string) => string;
  readonly takeBackText: (name: string, license: string) => string;
  readonly takeBackBase: (name: string) => string;
  readonly reactivate: string;
  readonly reactivateText: string;
  readonly buy: string;
  readonly features: string;
  readonly featuresHelp: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly frees: (licenses: string) => string;
  readonly takes: (licenses: string) => string;
  readonly waitsFor: (licenses: string) => string;
  readonly missing: (licenses: string) => string;
  readonly changesNothing: string;
  readonly sessions: string;
  readonly noSession: string;
  readonly began: string;
  readonly seen: string;
  readonly takesSeats: string;
  readonly signOut: string;
  readonly signOutText: (name: string) => string;
  readonly more: string;
  readonly typed: string;
  readonly typedHelp: string;
  readonly address: string;
  readonly addressHelp: string;
  readonly diagnose: string;
  readonly canSignIn: string;
  readonly cannotSignIn: string;
  readonly canCall: string;
  readonly cannotCall: string;
  readonly causes: string;
  readonly nothingWrong: string;
  readonly blocks: Readonly<Record<'sign-in' | 'calls' | 'nothing', string>>;
  readonly mend: Readonly<Record<string, string>>;
}

const en: HelpWords = {
  licenses: 'Licenses',
  states: {
    held: 'Held',
    waiting: 'Stands in line for it',
    'at-sign-in': 'Taken with each sign-in',
    off: 'Not occupied: agent features are off',
    'given-back': 'Given back; needed to be active again',
  },
  none: 'Not assigned',
  free: (free, owned) => `${free} of ${owned} free`,
  place: (since, ahead) =>
    ahead === 0 ? `In line since ${since}, first.` : `In line since ${since}, with ${ahead} before them.`,
  assign: (license) => `Assign ${license}`,
  takeBack: (license) => `Take back ${license}`,
  takeBackText: (name, license) =>
    `${name} no longer holds ${license}. The seat goes to whoever waits for it first.`,
  takeBackBase: (name) =>
    `Every user needs this license. Without it ${name} is deactivated and gives back every seat. You can make them active again while seats are free.`,
  reactivate: 'Make active again',
  reactivateText: 'They get every license they need, or stand in line for all of them.',
  buy: 'Seats and billing',
  features: 'Agent features',
  featuresHelp: 'Off, the user makes no calls and occupies no calling seat.',
  turnOn: 'Turn agent features on',
  turnOff: 'Turn agent features off',
  frees: (licenses) => `Free for others: ${licenses}.`,
  takes: (licenses) => `Takes: ${licenses}.`,
  waitsFor: (licenses) => `No seat is free. They would stand in line for: ${licenses}.`,
  missing: (licenses) => `Not to be had now: ${licenses}.`,
  changesNothing: 'No seat changes hands.',
  sessions: 'Sessions',
  noSession: 'They are not signed in.',
  began: 'Since',
  seen: 'Last seen',
  takesSeats: 'Seats taken',
  signOut: 'Sign out',
  signOutText: (name) => `All sessions of ${name} in this account end at once. They can sign in again.`,
  more: 'Show more',
  typed: 'What they type to sign in',
  typedHelp: 'If you know it: finds a mix-up.',
  address: 'Their IP address',
  addressHelp: 'If you know it: checks networks.',
  diagnose: 'Check',
  canSignIn: 'They can sign in.',
  cannotSignIn: 'They cannot sign in.',
  canCall: 'They can take calls.',
  cannotCall: 'They cannot take calls.',
  causes: 'What stands in the way',
  nothingWrong: 'Nothing stands in the way.',
  blocks: {
    'sign-in': 'Keeps them from signing in',
    calls: 'Keeps them from calls',
    nothing: 'Good to know',
  },
  mend: {
    readOnboarding: 'Follow the run',
    resumeOnboarding: 'Correct and resume the run',
    discardOnboarding: 'Discard the run',
    restoreMember: 'Restore',
    reactivateMember: 'Make active again',
    inviteMember: 'Send the invitation',
    resetMemberPassword: 'Mail the way to a new password',
    signOutMember: 'Sign somebody out',
    switchAgentFeatures: 'Turn agent features on',
    switchOthers: 'Free a calling seat',
    assignLicense: 'Assign a license',
    takeBackLicense: 'See who holds licenses',
    changeSeats: 'Buy seats',
    readBilling: 'See seats',
    listSessions: 'See who is signed in',
    changeMemberAccess: 'Change their access',
    readMember: 'See their profile',
    readMemberCompleteness: 'See what is missing',
  },
};

const es: HelpWords = {
  licenses: 'Licencias',
  states: {
    held: 'La tiene',
    waiting: 'Está en la cola',
    'at-sign-in': 'Se toma con cada inicio de sesión',
    off: 'No ocupada: las funciones de agente están apagadas',
    'given-back': 'Devuelta; hace falta para volver a estar activo',
  },
  none: 'No asignada',
  free: (free, owned) => `${free} de ${owned} libres`,
  place: (since, ahead) =>
    ahead === 0
      ? `En la cola desde el ${since}, en primer lugar.`
      : `En la cola desde el ${since}, con ${ahead} delante.`,
  assign: (license) => `Asignar ${license}`,
  takeBack: (license) => `Retirar ${license}`,
  takeBackText: (name, license) => `${name} deja de tener ${license}. La plaza pasa a quien espera primero.`,
  takeBackBase: (name) =>
    `Todo usuario necesita esta licencia. Sin ella, ${name} queda desactivado y devuelve todas las plazas. Puedes reactivarlo mientras haya plazas libres.`,
  reactivate: 'Volver a activar',
  reactivateText: 'Recibe todas las licencias que necesita, o espera en la cola por todas.',
  buy: 'Plazas y facturación',
  features: 'Funciones de agente',
  featuresHelp: 'Apagadas, el usuario no hace llamadas ni ocupa plaza de llamadas.',
  turnOn: 'Encender las funciones de agente',
  turnOff: 'Apagar las funciones de agente',
  frees: (licenses) => `Quedan libres para otros: ${licenses}.`,
  takes: (licenses) => `Ocupa: ${licenses}.`,
  waitsFor: (licenses) => `No hay plaza libre. Esperaría en la cola por: ${licenses}.`,
  missing: (licenses) => `No disponibles ahora: ${licenses}.`,
  changesNothing: 'Ninguna plaza cambia de manos.',
  sessions: 'Sesiones',
  noSession: 'No tiene ninguna sesión abierta.',
  began: 'Desde',
  seen: 'Visto por última vez',
  takesSeats: 'Plazas ocupadas',
  signOut: 'Cerrar sus sesiones',
  signOutText: (name) =>
    `Todas las sesiones de ${name} en esta cuenta terminan enseguida. Podrá iniciar sesión otra vez.`,
  more: 'Mostrar más',
  typed: 'Lo que escribe para entrar',
  typedHelp: 'Si lo sabes: halla confusiones.',
  address: 'Su dirección IP',
  addressHelp: 'Si la sabes: comprueba redes.',
  diagnose: 'Comprobar',
  canSignIn: 'Puede iniciar sesión.',
  cannotSignIn: 'No puede iniciar sesión.',
  canCall: 'Puede atender llamadas.',
  cannotCall: 'No puede atender llamadas.',
  causes: 'Lo que lo impide',
  nothingWrong: 'Nada lo impide.',
  blocks: { 'sign-in': 'Le impide iniciar sesión', calls: 'Le impide llamar', nothing: 'Conviene saberlo' },
  mend: {
    readOnboarding: 'Seguir el alta',
    resumeOnboarding: 'Corregir y reanudar el alta',
    discardOnboarding: 'Descartar el alta',
    restoreMember: 'Restablecer',
    reactivateMember: 'Volver a activar',
    inviteMember: 'Enviar la invitación',
    resetMemberPassword: 'Enviar el camino a una contraseña nueva',
    signOutMember: 'Cerrar las sesiones de alguien',
    switchAgentFeatures: 'Encender las funciones de agente',
    switchOthers: 'Liberar una plaza de llamadas',
    assignLicense: 'Asignar una licencia',
    takeBackLicense: 'Ver quién tiene licencias',
    changeSeats: 'Comprar plazas',
    readBilling: 'Ver las plazas',
    listSessions: 'Ver quién ha entrado',
    changeMemberAccess: 'Cambiar su acceso',
    readMember: 'Ver su perfil',
    readMemberCompleteness: 'Ver lo que falta',
  },
};

export const HELP_WORDS: Words<HelpWords> = { en, es };
