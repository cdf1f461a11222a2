import type { Words } from '../language/language.ts';
import type { MemberPart } from './member-parts.ts';

interface MemberFormWords {
  readonly parts: Readonly<Record<MemberPart, string>>;
  readonly about: Readonly<Partial<Record<MemberPart, string>>>;
  readonly edit: string;
  readonly editPart: (part: string) => string;
  readonly done: string;
  readonly saving: string;
  readonly saved: string;
  readonly undo: string;
  readonly undoOf: (field: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly byDefault: string;
  readonly uploaded: string;
  readonly picture: string;
  readonly onlyOwner: (account: string) => string;
  readonly anotherAccount: string;
  readonly needs: (permissions: string) => string;
  readonly notYours: string;
  readonly changedMeanwhile: string;
  readonly theirs: string;
  readonly mine: string;
  readonly keepTheirs: string;
  readonly useMine: string;
}

const en: MemberFormWords = {
  parts: {
    contact: 'Contact',
    own: 'Own settings',
    employee: 'Employee',
    dialing: 'Dialing and telephony',
    messaging: 'Messaging',
    work: 'Work',
  },
  about: {
    contact: 'How people reach this user, and how they sign in.',
    own: 'What changes the user’s own experience. They can change it themselves.',
  },
  edit: 'Edit',
  editPart: (part) => `Edit: ${part}`,
  done: 'Done',
  saving: 'Saving…',
  saved: 'Saved',
  undo: 'Undo',
  undoOf: (field) => `Undo: ${field}`,
  yes: 'Yes',
  no: 'No',
  nothing: '—',
  byDefault: 'by default',
  uploaded: 'Uploaded',
  picture: 'Picture of this user',
  onlyOwner: (account) => `Only ${account} can change this: it created the user. Ask there.`,
  anotherAccount: 'the account that created the user',
  needs: (permissions) => `To change this, one needs: ${permissions}.`,
  notYours: 'You cannot change this for this user.',
  changedMeanwhile: 'Somebody else has changed this meanwhile.',
  theirs: 'Theirs',
  mine: 'Yours',
  keepTheirs: 'Keep theirs',
  useMine: 'Use mine',
};

const es: MemberFormWords = {
  parts: {
    contact: 'Contacto',
    own: 'Ajustes propios',
    employee: 'Empleado',
    dialing: 'Marcación y telefonía',
    messaging: 'Mensajes',
    work: 'Trabajo',
  },
  about: {
    contact: 'Cómo se contacta con este usuario, y cómo inicia sesión.',
    own: 'Lo que cambia la experiencia del usuario. Puede cambiarlo por sí mismo.',
  },
  edit: 'Editar',
  editPart: (part) => `Editar: ${part}`,
  done: 'Listo',
  saving: 'Guardando…',
  saved: 'Guardado',
  undo: 'Deshacer',
  undoOf: (field) => `Deshacer: ${field}`,
  yes: 'Sí',
  no: 'No',
  nothing: '—',
  byDefault: 'por defecto',
  uploaded: 'Subida',
  picture: 'Imagen de este usuario',
  onlyOwner: (account) => `Solo ${account} puede cambiarlo: creó al usuario. Pregunte allí.`,
  anotherAccount: 'la cuenta que creó al usuario',
  needs: (permissions) => `Para cambiarlo hace falta: ${permissions}.`,
  notYours: 'No puede cambiar esto de este usuario.',
  changedMeanwhile: 'Otra persona lo ha cambiado entretanto.',
  theirs: 'Lo suyo',
  mine: 'Lo mío',
  keepTheirs: 'Dejar lo suyo',
  useMine: 'Usar lo mío',
};

export const MEMBER_FORM_WORDS: Words<MemberFormWords> = { en, es };
