import type { AddUserWords } from './words-shape.ts';

export const ADD_USER_ES: AddUserWords = {
  title: 'Añadir un usuario',
  about: 'Ocho pasos. Lo opcional puede saltarse ahora y ajustarse después.',
  startOver: 'Empezar de nuevo',
  kind: {
    step: 'Tipo de usuario',
    title: '¿Qué tipo de usuario es?',
    about: 'El formulario que sigue es el de ese tipo.',
  },
  steps: 'Pasos',
  step: (at, of, title) => `Paso ${at} de ${of}: ${title}`,
  stepState: {
    faulty: 'tiene algo que corregir',
    filled: 'relleno',
    open: 'aún hace falta',
    optional: 'opcional',
  },
  required: 'Los campos con asterisco (*) son obligatorios.',
  optional: 'Todo esto es opcional.',
  back: 'Atrás',
  next: 'Siguiente',
  skip: 'Saltar este paso',
  clear: 'Vaciar este paso',
  seats: {
    title: 'Licencias libres',
    free: (free, owned) => `${free} de ${owned}`,
    buy: 'Comprar licencias',
    deactivated:
      'No hay ninguna licencia base libre. El usuario se creará, pero desactivado, y se activará cuando haya una: queda en la lista de espera.',
    waits: (kinds) =>
      `No queda ninguna libre de: ${kinds}. El usuario sigue sin ella y queda en la lista de espera.`,
    rejected: (kinds) =>
      `No queda ninguna libre de: ${kinds}. Su cuenta no admite usuarios sin ella: el alta se detendría ahí.`,
    about: 'Primero la licencia, después el usuario: libere la suya o compre otra.',
    read: 'Cómo funcionan las licencias',
  },
  summary: {
    step: 'Resumen',
    title: 'Revíselo y añada al usuario',
    about: (name) => `Esto es lo que se preparará para ${name}.`,
    change: (section) => `Cambiar: ${section}`,
    skipped: 'Se salta',
    missing: 'Aún hace falta',
    changeIt: 'Cambiar',
    invited: (email) =>
      email === ''
        ? 'Se enviará una invitación cuando todo esté listo.'
        : `Se enviará una invitación a ${email} cuando todo esté listo.`,
    notInvited: 'No se enviará ninguna invitación. Puede enviarla después desde el perfil.',
    add: 'Añadir usuario',
    faults: 'Antes hay que corregir algo. Los pasos están marcados.',
  },
  access: {
    title: 'Lo que podrá hacer',
    about: 'Por el rol, la carpeta y lo que usted ha añadido.',
    none: 'Aún nada: elija un rol, o una carpeta que lo tenga.',
    lacks: (permissions) => `Sin efecto sin: ${permissions}`,
    pages: 'Páginas',
    noPages: 'Ninguna',
    refusals: 'Esto se rechazaría',
    from: {
      role: 'rol',
      folder: 'carpeta',
      grant: 'añadido aquí',
      permission: 'viene con un permiso',
      'agency-role': 'rol en la agencia',
    },
  },
};
