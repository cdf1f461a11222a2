import type { Words } from '../../language/language.ts';

interface UsersWords {
  readonly title: string;
  readonly about: string;
  readonly add: string;
  readonly find: string;
  readonly findHint: string;
  readonly findLoginId: string;
  readonly findBy: string;
  readonly byName: string;
  readonly byLoginId: string;
  readonly status: string;
  readonly anyStatus: string;
  readonly folder: string;
  readonly anyFolder: string;
  readonly role: string;
  readonly anyRole: string;
  readonly location: string;
  readonly anyLocation: string;
  readonly name: string;
  readonly loginId: string;
  readonly email: string;
  readonly since: string;
  readonly shown: (count: number, isAll: boolean) => string;
  readonly order: Readonly<Record<'name' | 'email' | 'loginId', string>>;
  readonly more: string;
  readonly nobody: string;
  readonly nobodyText: string;
  readonly clear: string;
}

const en: UsersWords = {
  title: 'Users',
  about: 'Those who are active now, unless you choose otherwise.',
  add: 'Add a user',
  find: 'Search',
  findHint: 'Name, or email with its @',
  findLoginId: 'Beginning of the login ID',
  findBy: 'Search by',
  byName: 'Name',
  byLoginId: 'Login ID',
  status: 'Status',
  anyStatus: 'Any status',
  folder: 'Folder',
  anyFolder: 'All folders',
  role: 'Role',
  anyRole: 'All roles',
  location: 'Server location',
  anyLocation: 'All locations',
  name: 'Name',
  loginId: 'Login ID',
  email: 'Email',
  since: 'Added',
  shown: (count, isAll) => (isAll ? `${count} in all` : `The first ${count}`),
  order: { name: 'by name', email: 'by email', loginId: 'by login ID' },
  more: 'Show more',
  nobody: 'Nobody is found',
  nobodyText: 'No user matches what you have searched for and chosen.',
  clear: 'Clear search and filters',
};

const es: UsersWords = {
  title: 'Usuarios',
  about: 'Quienes están activos ahora, si no elige otra cosa.',
  add: 'Añadir un usuario',
  find: 'Buscar',
  findHint: 'Nombre, o correo con su @',
  findLoginId: 'Principio del ID de acceso',
  findBy: 'Buscar por',
  byName: 'Nombre',
  byLoginId: 'ID de acceso',
  status: 'Estado',
  anyStatus: 'Cualquier estado',
  folder: 'Carpeta',
  anyFolder: 'Todas las carpetas',
  role: 'Rol',
  anyRole: 'Todos los roles',
  location: 'Ubicación del servidor',
  anyLocation: 'Todas las ubicaciones',
  name: 'Nombre',
  loginId: 'ID de acceso',
  email: 'Correo',
  since: 'Añadido',
  shown: (count, isAll) => (isAll ? `${count} en total` : `Los primeros ${count}`),
  order: { name: 'por nombre', email: 'por correo', loginId: 'por ID de acceso' },
  more: 'Mostrar más',
  nobody: 'No se encuentra a nadie',
  nobodyText: 'Ningún usuario coincide con lo que has buscado y elegido.',
  clear: 'Quitar búsqueda y filtros',
};

export const USERS_WORDS: Words<UsersWords> = { en, es };
