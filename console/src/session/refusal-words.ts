import type { Words } from '../language/language.ts';
import type { Refusal } from './refusal.ts';

type RefusalWords = Readonly<Record<Refusal, string>>;

const en: RefusalWords = {
  credentials:
    'That login does not work. Use your email or login ID, not your name, and check the password: capital letters count. If it still fails, ask an administrator of your account.',
  expired: 'This temporary password has expired. Ask an administrator of your account for a new invitation.',
  'too-many-attempts': 'Too many attempts. Wait a few minutes, then try again.',
  'password-refused': 'This password cannot be used. Choose another one.',
  'wrong-code':
    'This code does not work: it may be mistyped, or its time is over. Enter the one that the app shows now.',
  'further-step':
    'Your login needs a step that this page does not offer yet. Ask an administrator of your account.',
  unreachable: 'The sign-in service cannot be reached. Check your connection, then try again.',
  unexpected: 'Something went wrong on our side. Try again in a moment.',
};

const es: RefusalWords = {
  credentials:
    'Estos datos no funcionan. Use su correo o su ID de acceso, no su nombre, y revise la contraseña: las mayúsculas cuentan. Si sigue sin funcionar, pregunte a un administrador de su cuenta.',
  expired: 'Esta contraseña temporal ha caducado. Pida una nueva invitación a un administrador de su cuenta.',
  'too-many-attempts': 'Demasiados intentos. Espere unos minutos y vuelva a intentarlo.',
  'password-refused': 'Esta contraseña no se puede usar. Elija otra.',
  'wrong-code':
    'Este código no funciona: quizá está mal escrito o ya ha pasado su tiempo. Escriba el que la aplicación muestra ahora.',
  'further-step':
    'Su acceso necesita un paso que esta página aún no ofrece. Pregunte a un administrador de su cuenta.',
  unreachable: 'No se puede llegar al servicio de acceso. Revise su conexión y vuelva a intentarlo.',
  unexpected: 'Algo ha fallado por nuestra parte. Vuelva a intentarlo en un momento.',
};

export const REFUSAL_WORDS: Words<RefusalWords> = { en, es };
