import type { ProblemKind } from '../api/problem.ts';

interface ProblemWords {
  /** Of the rest, the API's own title is shown. */
  readonly titles: Partial<Record<ProblemKind, string>>;
  readonly retry: string;
  readonly reference: (reference: string) => string;
}

const en: ProblemWords = {
  titles: {
    unreachable: 'The server does not answer. Check your connection.',
    unknown: 'Something went wrong.',
    'invalid-request': 'Some fields have to be corrected.',
    'session-over': 'Your session is over.',
    'in-use': 'It cannot go yet.',
  },
  retry: 'Try again',
  reference: (reference) => `If it goes on, give your operator this reference: ${reference}`,
};

const es: ProblemWords & { readonly titles: Record<ProblemKind, string> } = {
  titles: {
    unreachable: 'El servidor no responde. Compruebe su conexión.',
    unknown: 'Algo ha ido mal.',
    'session-over': 'Su sesión ha terminado.',
    'malformed-json': 'La petición no se entiende.',
    'invalid-request': 'Hay campos que corregir.',
    'signed-out': 'Su sesión se ha cerrado.',
    'bad-credentials': 'Con ese identificador y ese secreto no entra nadie.',
    forbidden: 'No puede hacer esto.',
    'endpoint-not-granted': 'Este usuario de API no tiene acceso a esta operación.',
    'not-in-folder': 'La carpeta no se lo permite.',
    'not-on-access-list': 'La lista de acceso no se lo permite.',
    'support-only': 'Solo el soporte de la plataforma puede hacer esto.',
    'more-than-held': 'Solo puede dar lo que usted tiene.',
    'not-owner': 'Solo la cuenta que creó al usuario puede hacer esto.',
    'not-yours-to-change': 'Esto lo cambia otra persona.',
    'member-not-active': 'Usted no está activo en esta cuenta.',
    'address-not-allowed': 'Su dirección IP no está permitida.',
    'not-found': 'No se ha encontrado.',
    'no-offer': 'No hay ninguna oferta.',
    'method-not-allowed': 'Aquí no se puede hacer eso.',
    'user-exists': 'Ya existe un usuario con este correo electrónico.',
    'login-id-taken': 'Ya existe un usuario con este ID de acceso.',
    'extension-taken': 'Otro usuario tiene esta extensión.',
    'asset-exists': 'Ya hay uno con esta clave.',
    'already-claimed': 'Ya es de otra persona.',
    'asset-gone': 'Lo que aquí se nombra ya no está.',
    'not-archived': 'Antes hay que archivarlo.',
    'already-member': 'El usuario ya tiene acceso, o una oferta de tenerlo.',
    'confirmation-required': 'Esto tiene consecuencias que hay que confirmar.',
    'last-administrator': 'Una cuenta siempre tiene un administrador.',
    'wrong-member-status': 'El usuario no está en un estado que lo permita.',
    'in-use': 'Todavía no se puede quitar.',
    'policy-full': 'Hay demasiados roles, carpetas o grupos.',
    'secret-shown-before': 'El secreto ya se mostró.',
    'no-free-seat': 'No queda ninguna licencia libre.',
    'license-not-in-plan': 'El plan no incluye esa licencia.',
    'license-acquisition': 'No queda ninguna plaza para entrar.',
    'seats-taken': 'Hay más plazas ocupadas de las que quedarían.',
    'run-not-failed': 'El alta no ha fallado.',
    'no-password-yet': 'El usuario aún no ha elegido una contraseña.',
    'already-accepted': 'El usuario ya ha elegido una contraseña.',
    'identity-refused': 'El servicio de inicio de sesión rechaza a este usuario.',
    'too-many-files': 'Hay demasiados archivos que nadie usa.',
    'file-not-uploaded': 'El archivo aún no se ha subido.',
    'step-already-done': 'El paso ya está hecho.',
    'changed-meanwhile': 'Ha cambiado mientras tanto.',
    'body-too-large': 'La petición ocupa más de 256 KB.',
    'unsupported-media-type': 'El formato de la petición no vale.',
    'file-refused': 'El archivo no es lo que debería.',
    'idempotency-key-reused': 'La clave de la petición ya se usó para otra.',
    'if-match-required': 'La petición no dice en qué se basa.',
    internal: 'Algo ha ido mal por nuestra parte.',
    'mail-not-sent': 'No se ha podido enviar el correo.',
    busy: 'Hay demasiado trabajo. Inténtelo de nuevo en un momento.',
  },
  retry: 'Volver a intentarlo',
  reference: (reference) => `Si continúa, dé a su operador esta referencia: ${reference}`,
};

export const PROBLEM_WORDS = { en, es };
