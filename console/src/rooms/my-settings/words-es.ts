import type { MySettingsWords } from './words-en.ts';

export const es: MySettingsWords = {
  title: 'Mis ajustes',
  about: (email, account) => `${email} · en ${account}`,
  tabs: {
    profile: 'Perfil',
    calls: 'Llamadas',
    security: 'Seguridad',
    'about-me': 'Sobre usted',
  },
  refusals: {
    'too-many-attempts': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
    unreachable: 'El servicio de acceso no responde. Compruebe su conexión e inténtelo de nuevo.',
    unexpected: 'Algo ha ido mal. Inténtelo de nuevo.',
  },
  password: {
    title: 'Contraseña',
    about: 'La nueva vale desde el próximo inicio de sesión. Donde tiene la sesión abierta, sigue abierta.',
    current: 'Contraseña actual',
    currentMissing: 'Escriba la contraseña que tiene ahora.',
    currentWrong: 'Esta no es su contraseña actual.',
    refused: 'Esta contraseña no se acepta. Elija otra.',
    submit: 'Cambiar contraseña',
    changed: 'Su contraseña ha cambiado.',
  },
  authenticator: {
    title: 'Aplicación de autenticación',
    about:
      'Un código de una aplicación del teléfono en cada inicio: una contraseña robada no abre nada por sí sola.',
    on: 'Activada',
    off: 'Desactivada',
    begin: 'Configurar',
    turnOn: 'Activar',
    turnOff: 'Desactivar',
    turnOffTitle: '¿Desactivar la aplicación de autenticación?',
    turnOffText: 'Bastará la contraseña para iniciar sesión.',
    stepApp:
      'Instale una aplicación de autenticación en su teléfono. Si está en este dispositivo, añada Rollcall en ella:',
    open: 'Abrir la aplicación de autenticación',
    stepSecret: 'Si no, añada una cuenta en la aplicación a mano, por tiempo, con esta clave:',
    code: 'Código que muestra la aplicación',
    codeMissing: 'Escriba las seis cifras que muestra la aplicación.',
    codeWrong:
      'No es el código que la aplicación muestra ahora. Compruebe el reloj del teléfono y pruebe el código siguiente.',
    cancel: 'Cancelar',
  },
  sessions: {
    title: 'Sus sesiones',
    about: (account) =>
      `Dónde tiene abierta la sesión en ${account} ahora. Las licencias de la que termine quedan libres enseguida.`,
    none: 'No tiene ninguna sesión que ocupe una licencia.',
    began: 'Empezó',
    seen: 'Última actividad',
    licenses: 'Licencias en uso',
    here: 'Esta',
    more: 'Mostrar más',
    end: 'Terminar',
    endOf: (began) => `Terminar la sesión que empezó ${began}`,
  },
  everywhere: {
    title: 'Cerrar la sesión en todas partes',
    about: 'Si pierde un dispositivo, o ha dejado abierta la sesión en alguno.',
    action: 'Cerrar en todas partes',
    confirm: '¿Cerrar la sesión en todas partes?',
    text: 'Se cierra en todos los dispositivos y en todas las cuentas, también aquí. Después inicie sesión otra vez.',
  },
  seat: {
    title: 'Su puesto de llamadas',
    about: 'Sin funciones de agente no ocupa ningún puesto de llamadas: lo puede tener otra persona.',
  },
  aboutMe: {
    title: 'Sobre usted',
    about: 'No tiene que responder nada de esto, y nadie más que usted puede leerlo aquí.',
    save: 'Guardar',
    saved: 'Guardado.',
  },
};
