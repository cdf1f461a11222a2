import type { Words } from '../../language/language.ts';
import type { Kind } from './draft.ts';

/** The designations in other languages than the catalogue's. */
export const KIND_WORDS: Words<Partial<Record<Kind, { readonly name: string; readonly help: string }>>> = {
  en: {},
  es: {
    manager: {
      name: 'Gestor',
      help: 'Añade y edita a otros usuarios, hasta donde llegan sus permisos.',
    },
    agent: {
      name: 'Agente',
      help: 'Atiende llamadas y pedidos. Solo cambia lo suyo en sus ajustes: la contraseña, y lo que un permiso le dé, como el identificador de llamada o el saludo. Con el permiso de crear usuarios también puede añadirlos.',
    },
    api: {
      name: 'Usuario de API',
      help: 'Un programa que usa la API, y solo las llamadas que se le conceden. Sus direcciones IP tienen que estar en la lista permitida.',
    },
  },
};
