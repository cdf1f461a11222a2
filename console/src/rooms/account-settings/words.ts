import type { LicenseHandling } from '../../api/account-settings.ts';
import type { Words } from '../../language/language.ts';

type App = LicenseHandling['apps'][number];

const APPS_ES: Record<App, { readonly name: string; readonly help: string }> = {
  'crm-connector': {
    name: 'Conector de CRM',
    help: 'Muestra la ficha del cliente en un CRM durante la llamada.',
  },
  'screen-recorder': {
    name: 'Grabador de pantalla',
    help: 'Graba la pantalla del agente junto con la llamada.',
  },
  wallboard: {
    name: 'Panel de sala',
    help: 'Muestra las colas en una pantalla de la pared. No necesita licencia.',
  },
};

const EN = {
  title: 'Account defaults',
  about: 'What counts for every user who has no setting of their own. Once saved, it counts at once.',
  dialing: 'Dialing rules',
  notifications: 'Notifications by mail',
  caller: 'Caller ID',
  defaultNumber: 'Default number',
  defaultNumberHelp: 'Users who have chosen no number of their own call from this one.',
  noNumber: 'None',
  noNumbers: 'The account has no numbers yet.',
  licenses: 'Licenses',
  licensesAbout: 'A choice here counts at once.',
  policy: 'When no license is free',
  policies: {
    deactivate: 'Add the user, deactivated; they wait in line for a seat',
    reject: 'Stop the run at that step, until a seat is there',
  },
  apps: 'Installed apps',
  appsHelp: 'Some need a license at every sign-in.',
  /** In English the catalogue says it. */
  app: (_app: App): { readonly name: string; readonly help: string } | undefined => undefined,
  save: 'Save changes',
  discard: 'Discard',
  saved: 'Saved.',
  yes: 'Yes',
  no: 'No',
};

type AccountSettingsWords = typeof EN;

const ES: AccountSettingsWords = {
  title: 'Valores de la cuenta',
  about:
    'Lo que cuenta para todo usuario que no tiene un ajuste propio. Una vez guardado, cuenta al momento.',
  dialing: 'Reglas de marcación',
  notifications: 'Avisos por correo',
  caller: 'Identificador de llamada',
  defaultNumber: 'Número predeterminado',
  defaultNumberHelp: 'Los usuarios que no han elegido un número llaman desde este.',
  noNumber: 'Ninguno',
  noNumbers: 'La cuenta no tiene números todavía.',
  licenses: 'Licencias',
  licensesAbout: 'Lo que elija aquí cuenta al momento.',
  policy: 'Cuando no queda ninguna licencia',
  policies: {
    deactivate: 'Añadir al usuario, desactivado; espera su plaza en la lista',
    reject: 'Detener el alta en ese paso hasta que haya una plaza',
  },
  apps: 'Aplicaciones instaladas',
  appsHelp: 'Algunas necesitan una licencia en cada inicio de sesión.',
  app: (app) => APPS_ES[app],
  save: 'Guardar cambios',
  discard: 'Descartar',
  saved: 'Guardado.',
  yes: 'Sí',
  no: 'No',
};

export const ACCOUNT_SETTINGS_WORDS: Words<AccountSettingsWords> = { en: EN, es: ES };
