import { esRights } from './es-rights.ts';
import type { Words } from './words.ts';

export const es: Words = {
  language: 'es',
  signIn: {
    title: 'Iniciar sesión',
    name: 'Correo o ID de acceso, no su nombre',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    busy: 'Iniciando sesión…',
    nameMissing: 'Escriba su correo o su ID de acceso.',
    passwordMissing: 'Escriba su contraseña.',
    forgotten: '¿Ha olvidado su contraseña?',
    help: '¿No puede entrar? Pregunte a un administrador de su cuenta.',
    refusals: {
      credentials:
        'Estos datos no funcionan. Use su correo o su ID de acceso, no su nombre, y revise la contraseña: las mayúsculas cuentan. Si sigue sin funcionar, pregunte a un administrador de su cuenta.',
      expired:
        'Esta contraseña temporal ha caducado. Pida una nueva invitación a un administrador de su cuenta.',
      'too-many-attempts': 'Demasiados intentos. Espere unos minutos y vuelva a intentarlo.',
      'password-refused': 'Esta contraseña no se puede usar. Elija otra.',
      'further-step':
        'Su acceso necesita un paso que esta página aún no ofrece. Pregunte a un administrador de su cuenta.',
      unreachable: 'No se puede llegar al servicio de acceso. Revise su conexión y vuelva a intentarlo.',
      unexpected: 'Algo ha fallado por nuestra parte. Vuelva a intentarlo en un momento.',
    },
    signedOut: 'Ha cerrado la sesión.',
    signedOutEverywhere: 'Ha cerrado la sesión, aquí y en todos los demás dispositivos.',
    sessionOver: 'Su sesión se ha cerrado. Inicie sesión otra vez para continuar.',
    toSeeOffer: 'Inicie sesión como siempre para ver la oferta.',
  },
  choosePassword: {
    title: 'Elija su contraseña',
    intro: 'Le han invitado a Rollcall. Elija una contraseña y su acceso estará listo.',
    password: 'Contraseña nueva',
    rules: 'Su contraseña necesita',
    rule: {
      length: '12 caracteres o más',
      upperCase: 'una letra mayúscula',
      lowerCase: 'una letra minúscula',
      digit: 'un número',
      symbol: 'un símbolo, como - ! o .',
    },
    met: 'listo',
    notMet: 'falta',
    submit: 'Guardar contraseña y entrar',
    busy: 'Guardando su contraseña…',
    unmet: 'A la contraseña aún le falta lo que no está marcado abajo.',
    refusals: {
      'too-many-attempts': 'Demasiados intentos. Espere unos minutos y vuelva a intentarlo.',
      'password-refused': 'Esta contraseña no se puede usar. Elija otra.',
      'further-step':
        'Su acceso necesita un paso que esta página aún no ofrece. Pregunte al administrador que le invitó.',
      unreachable: 'No se puede llegar al servicio de acceso. Revise su conexión y vuelva a intentarlo.',
      unexpected: 'Algo ha fallado por nuestra parte. Vuelva a intentarlo en un momento.',
    },
  },
  forgotPassword: {
    title: '¿Ha olvidado su contraseña?',
    intro:
      'Escriba su correo o su ID de acceso. Recibirá un mensaje con un enlace para elegir una contraseña nueva.',
    submit: 'Enviar el mensaje',
    busy: 'Enviando…',
  },
  resetPassword: {
    title: 'Elija una contraseña nueva',
    byLink: 'Su contraseña anterior funciona hasta que elija una nueva.',
    byHand: 'Escriba el código del mensaje y elija una contraseña nueva.',
    asked:
      'Si este acceso existe, el mensaje está en camino. Abra su enlace o escriba aquí su código antes de una hora. ¿No llega en unos minutos? Mire en el correo no deseado. Si nunca ha elegido una contraseña, use el enlace de su invitación.',
    code: 'Código del mensaje',
    codeMissing: 'Escriba el código del mensaje.',
    submit: 'Guardar contraseña nueva',
    busy: 'Guardando su contraseña…',
    done: 'Su contraseña nueva está guardada. Inicie sesión con ella.',
    askAgain: 'Pedir otro mensaje',
    refusals: {
      code: 'Este código no funciona: quizá está mal escrito, ya se ha usado, tiene más de una hora o lo ha sustituido el de un mensaje más reciente. Pida otro mensaje para volver a intentarlo.',
      'too-many-attempts': 'Demasiados intentos. Espere una hora y vuelva a intentarlo.',
      'password-refused': 'Esta contraseña no se puede usar. Elija otra.',
      unreachable: 'No se puede llegar al servicio de acceso. Revise su conexión y vuelva a intentarlo.',
      unexpected: 'Algo ha fallado por nuestra parte. Vuelva a intentarlo en un momento.',
    },
  },
  brokenLink: {
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Las invitaciones solo funcionan durante unos días.',
      whomToAsk: 'Pida una nueva invitación al administrador que le invitó.',
    },
    credentials: {
      title: 'Este enlace ya no funciona',
      text: 'Quizá ya se ha usado, o una invitación más reciente lo ha sustituido. Si ya eligió una contraseña, inicie sesión con ella. Si no, abra el enlace de su invitación más reciente.',
      whomToAsk: 'Si no le sirve, pida una nueva invitación al administrador que le invitó.',
    },
    incomplete: {
      title: 'Este enlace está incompleto',
      text: 'Abra otra vez el enlace de su invitación: tras recargar la página, o copiado a medias, le falta lo que le da acceso.',
      whomToAsk: 'Si no le sirve, pida una nueva invitación al administrador que le invitó.',
    },
    signIn: 'Ir a iniciar sesión',
  },
  showPassword: 'Mostrar contraseña',
  hidePassword: 'Ocultar contraseña',
  signedIn: {
    title: 'Ya está dentro',
    loading: 'Leyendo sus cuentas…',
    email: 'Correo',
    loginId: 'ID de acceso',
    eitherWorks: (loginId) =>
      `Desde ahora puede iniciar sesión con su correo o con su ID de acceso, ${loginId}.`,
    onlyEmail:
      'De momento inicie sesión con su correo: el ID de acceso aún no se ha podido preparar. Se volverá a intentar cuando inicie sesión.',
    accounts: 'Sus cuentas',
    noAccounts: 'No es miembro de ninguna cuenta. Pregunte al administrador que le invitó.',
    status: {
      onboarding: 'En preparación',
      active: 'Activo',
      deactivated: 'Desactivado',
      suspended: 'Suspendido',
    },
    statusMeaning: {
      onboarding: 'Esta cuenta aún se está preparando para usted. Vuelva a mirar en un minuto.',
      deactivated: 'No puede usar esta cuenta hasta que un administrador le active.',
      suspended: 'Un administrador ha suspendido su acceso a esta cuenta. Pregúntele.',
    },
    role: 'Función',
    mayDo: 'Puede',
    mayDoNothing: 'Aún sin permisos.',
    pages: (count) =>
      count === 1 ? 'Una página está abierta para usted' : `${count} páginas están abiertas para usted`,
    pagesToCome: 'Esta consola recibe sus páginas una a una; las suyas aparecerán cuando lleguen.',
    noPages: 'Aquí no tiene ninguna página abierta. Pregunte a un administrador de la cuenta.',
    dataView: 'Datos que ve',
    dataViewLevels: {
      own: 'los suyos',
      folder: 'los de su carpeta',
      group: 'los de sus grupos',
      account: 'los de toda la cuenta',
      agency: 'los de toda la agencia',
    },
    unreachable: 'No se puede llegar a Rollcall. Revise su conexión y vuelva a intentarlo.',
    failed: 'No se han podido leer sus cuentas. Vuelva a intentarlo en un momento.',
    reference: (reference) => `Referencia para su administrador: ${reference}`,
    retry: 'Volver a intentarlo',
    lookAgain: 'Volver a mirar',
    signOut: 'Cerrar sesión',
    signOutEverywhere: 'Cerrar todas las sesiones',
    stays: 'La sesión se cierra al recargar o cerrar esta página.',
    apiDocs: 'Documentación de la API',
  },
  offers: {
    title: 'Acceso que le ofrecen',
    offer: (roleName) =>
      roleName === undefined
        ? 'Le ofrecen acceso a esta cuenta.'
        : `Le ofrecen acceso a esta cuenta, con la función: ${roleName}.`,
    expires: (date) => `Nada cambia hasta que la acepte. La oferta vale hasta el ${date}.`,
    accept: 'Aceptar',
    decline: 'Rechazar',
    busy: 'Un momento…',
    accepted: (accountName) => `Ha aceptado el acceso a ${accountName}.`,
    declined: (accountName) => `Ha rechazado el acceso a ${accountName}.`,
    over: 'Esta oferta ya no vale: se ha retirado, ha caducado o ya la ha respondido.',
    none: 'Ninguna oferta espera su respuesta: se ha retirado, ha caducado o ya la ha respondido.',
  },
  agency: { title: 'Su agencia', accounts: 'Sus cuentas; puede entrar en todas' },
  misconfigured: {
    title: 'Esta consola no está configurada',
    text: 'Falta su configuración o es incorrecta. A quien la gestiona le servirá saber:',
  },
  ...esRights,
};
