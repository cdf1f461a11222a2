import type { Words } from '../../language/language.ts';

type Text =
  | 'title'
  | 'about'
  | 'name'
  | 'nameHelp'
  | 'endpoints'
  | 'endpointsHelp'
  | 'networks'
  | 'networksHelp'
  | 'grants'
  | 'grantsHelp'
  | 'secret'
  | 'secretComes'
  | 'secretHelp'
  | 'id'
  | 'once'
  | 'kept'
  | 'back'
  | 'add';

type ApiUserWords = Readonly<Record<Text, string>> &
  Readonly<Record<'made' | 'copy' | 'copied', (name: string) => string>>;

const en: ApiUserWords = {
  title: 'A program that uses the API',
  about: 'It calls only what you choose here, and only from the networks you name.',
  name: 'Name',
  nameHelp: 'What it is, as colleagues would say it.',
  endpoints: 'Endpoints',
  endpointsHelp: 'The only calls it may make, among those that you may make yourself.',
  networks: 'Allowed networks',
  networksHelp:
    'Its source addresses, such as 203.0.113.0/24, then Enter. It is refused from everywhere else.',
  grants: 'Permissions it may give',
  grantsHelp: 'To users that it adds; leave it empty for a program that adds nobody.',
  secret: 'Secret',
  secretComes: 'Its secret is shown once, when it has been added.',
  secretHelp:
    'The program signs in with its ID and this secret. Nobody can read it again; a lost one is replaced by a new one.',
  id: 'ID',
  once: 'Copy the secret now. It is shown this once, and nobody can read it again.',
  kept: 'I have copied it',
  back: 'Back',
  add: 'Add API user',
  made: (name) => `${name} has been added`,
  copy: (name) => `Copy: ${name}`,
  copied: (name) => `Copied: ${name}`,
};

const es: ApiUserWords = {
  title: 'Un programa que usa la API',
  about: 'Solo hace las llamadas que elija aquí, y solo desde las redes que indique.',
  name: 'Nombre',
  nameHelp: 'Qué es, como lo dirían sus compañeros.',
  endpoints: 'Llamadas',
  endpointsHelp: 'Las únicas que puede hacer, entre las que usted mismo puede hacer.',
  networks: 'Redes permitidas',
  networksHelp:
    'Las direcciones desde las que llama, por ejemplo 203.0.113.0/24, y luego Intro. Desde cualquier otra se rechaza.',
  grants: 'Permisos que puede dar',
  grantsHelp: 'A los usuarios que añada; déjelo vacío si no añade a nadie.',
  secret: 'Secreto',
  secretComes: 'El secreto se muestra una sola vez, cuando se haya añadido.',
  secretHelp:
    'El programa entra con su ID y este secreto. Nadie puede volver a leerlo; si se pierde, se cambia por otro.',
  id: 'ID',
  once: 'Copie el secreto ahora. Se muestra solo esta vez, y nadie puede volver a leerlo.',
  kept: 'Ya lo he copiado',
  back: 'Atrás',
  add: 'Añadir usuario de API',
  made: (name) => `Se ha añadido ${name}`,
  copy: (name) => `Copiar: ${name}`,
  copied: (name) => `Copiado: ${name}`,
};

export const API_USER_WORDS: Words<ApiUserWords> = { en, es };
