import type { Cause } from '../../api/diagnosis.ts';
import type { Language } from '../../language/language.ts';

interface CauseWords {
  readonly causes: Readonly<Record<Cause['code'], string>>;
  readonly missing: (licenses: string) => string;
  readonly ahead: (count: number) => string;
  readonly settings: (settings: string) => string;
}

/** Why somebody cannot sign in or take a call, in languages that the API does not speak itself. */
export const CAUSE_WORDS: Readonly<Partial<Record<Language, CauseWords>>> = {
  es: {
    causes: {
      'being-onboarded': 'El alta que lo prepara aún está en curso.',
      'onboarding-failed': 'El alta que lo prepara se ha detenido en un paso que falló.',
      'offer-open': 'Ya tiene un acceso, y aún no ha aceptado el de esta cuenta.',
      suspended: 'Un administrador lo ha suspendido.',
      'no-license': 'No había ninguna licencia libre: está desactivado y espera en la cola.',
      'license-taken-back': 'Se le ha retirado la licencia base, por lo que está desactivado.',
      'identity-missing': 'El servicio de acceso ya no lo conoce.',
      'identity-disabled': 'Un operador ha desactivado su acceso. Pregunte al operador de esta instalación.',
      'password-reset-required': 'Tiene que elegir una contraseña nueva antes de entrar.',
      'not-invited': 'Nunca se le ha enviado una invitación, así que no tiene contraseña.',
      'invitation-bounced': 'La invitación ha vuelto: su servicio de correo no acepta esa dirección.',
      'invitation-expired': 'La contraseña temporal de la invitación ya no vale.',
      'no-page': 'No tiene ninguna página: su inicio de sesión acaba en un error de redirección.',
      'address-not-allowed': 'La dirección desde la que llama no está en las redes que tiene permitidas.',
      'no-seat-at-sign-in': 'Todas las licencias que se toman al entrar están en uso.',
      'name-for-login-id': 'Escribe su nombre donde va el ID de acceso o el correo.',
      'login-id-not-yet': 'El ID de acceso vale solo desde su primer inicio de sesión, que es con el correo.',
      'signs-in-as-another': 'Lo que escribe es de otro usuario; quizá se le ha dado de alta dos veces.',
      'unknown-login': 'Lo que escribe no es ni su ID de acceso ni su correo.',
      'agent-features-off':
        'Sus funciones de agente están apagadas, por lo que no ocupa ninguna plaza de llamadas.',
      'waiting-to-call': 'Espera en la cola una licencia para llamar.',
      'no-calling-license': 'No tiene ninguna licencia para llamar.',
      'no-call-permission':
        'No puede usar un teléfono: no se lo dan ni el rol, ni la carpeta, ni nadie a mano.',
      'invitation-open': 'Se le ha enviado una invitación, y aún no la ha usado.',
      'profile-incomplete': 'Faltan datos en su perfil: las plantillas de correo tienen huecos.',
    },
    missing: (licenses) => `Falta: ${licenses}.`,
    ahead: (count) => `Antes en la cola: ${count}.`,
    settings: (settings) => `Falta: ${settings}.`,
  },
};
