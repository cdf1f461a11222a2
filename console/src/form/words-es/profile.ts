import type { SettingWordsByPointer } from './setting-words-by-pointer.ts';

export const PROFILE_ES: SettingWordsByPointer = {
  '/profile': {
    title: 'Perfil',
    help: 'Quién es el usuario y dónde trabaja.',
  },
  '/licenses': {
    title: 'Licencias',
    help: 'Las licencias que necesita el usuario.',
  },
  '/profile/email': {
    title: 'Correo electrónico',
    help: 'A donde va la invitación; único en todo el sistema, sin distinguir mayúsculas.',
  },
  '/profile/loginId': {
    title: 'ID de acceso',
    help: 'Lo que el usuario escribe para entrar, además del correo; único en todo el sistema. Conviene que se parezca al nombre, que es lo que muestran el plano de planta y los registros de llamadas.',
  },
  '/profile/firstName': {
    title: 'Nombre',
    help: 'El nombre de pila, como lo muestran el plano de planta y los registros de llamadas.',
  },
  '/profile/lastName': {
    title: 'Apellidos',
    help: 'El apellido o los apellidos.',
  },
  '/profile/phone': {
    title: 'Teléfono',
    help: 'Con su país, por ejemplo +1 415 555 0123; o diez cifras cualesquiera en lugar de uno, para un agente en el extranjero.',
  },
  '/profile/extension': {
    title: 'Extensión',
    help: 'La extensión que se marca, de 1 a 8 cifras, única en la cuenta; puede quedar vacía.',
  },
  '/profile/language': {
    title: 'Idioma',
    help: 'En él se escribe la invitación.',
  },
  '/profile/location': {
    title: 'Ubicación del servidor',
    help: 'La región más cercana a donde trabaja el usuario: es la que mejor encamina sus llamadas.',
  },
  '/profile/folderId': {
    title: 'Carpeta',
    help: 'La carpeta en la que se pone al usuario; le da rol y permisos.',
  },
  '/profile/sendInvitation': {
    title: 'Enviar instrucciones',
    help: 'Enviar la invitación al nuevo usuario cuando todo esté listo.',
  },
  '/licenses/kinds': {
    title: 'Tipos de licencia',
    help: 'Los tipos de licencia que necesita; la licencia base está siempre entre ellos. De las nominales se ocupa una plaza; de las concurrentes, una en cada inicio de sesión.',
  },
};
