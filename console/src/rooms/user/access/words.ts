import type { Access, AccessPreview } from '../../../api/member-access.ts';
import type { Words } from '../../../language/language.ts';

type Warning = AccessPreview['warnings'][number]['code'];

interface AccessWords {
  readonly title: string;
  readonly change: string;
  readonly save: string;
  readonly cancel: string;
  readonly role: string;
  readonly noRole: string;
  readonly byHand: string;
  readonly byFolder: string;
  readonly kind: string;
  readonly folder: string;
  readonly dataView: string;
  readonly site: string;
  readonly from: Readonly<Record<'hand' | 'role' | 'agency-role', string>>;
  readonly dataViews: Readonly<Record<Access['dataViewLevel'], string>>;
  readonly sites: Readonly<Record<Access['sitePermissionLevel'], string>>;
  readonly asRole: string;
  readonly groups: string;
  readonly networks: string;
  readonly networksHelp: string;
  readonly anywhere: string;
  readonly affiliate: string;
  readonly agency: string;
  readonly agencyHelp: string;
  readonly none: string;
  readonly lists: string;
  readonly permissions: string;
  readonly permission: string;
  readonly pages: string;
  readonly page: string;
  readonly comesFrom: string;
  readonly noEffect: (lacks: string) => string;
  readonly endpoints: (count: number) => string;
  readonly endpoint: string;
  readonly openedBy: string;
  readonly nothing: string;
  readonly sources: {
    readonly role: (name: string, by: 'hand' | 'folder' | undefined) => string;
    readonly folder: (name: string) => string;
    readonly grant: string;
    readonly permission: (name: string) => string;
    readonly agency: (name: string) => string;
  };
  readonly manual: string;
  readonly manualHelp: string;
  readonly notGivable: string;
  readonly preview: string;
  readonly noChange: string;
  readonly adds: string;
  readonly takesAway: string;
  readonly more: (count: number) => string;
  readonly sameRights: string;
  readonly refused: string;
  readonly warnings: Readonly<Record<Warning, string>>;
  readonly confirm: (what: string) => string;
  readonly confirmAll: string;
  readonly meanwhile: string;
  readonly saved: string;
}

const en: AccessWords = {
  title: 'Access',
  change: 'Change access',
  save: 'Save access',
  cancel: 'Cancel',
  role: 'Role',
  noRole: 'None',
  byHand: 'chosen by hand',
  byFolder: 'from the folder',
  kind: 'Kind of user',
  folder: 'Folder',
  dataView: 'Sees the data of',
  site: 'May change the site as',
  from: { hand: 'given by hand', role: 'from the role', 'agency-role': 'from the agency role' },
  dataViews: {
    own: 'Themselves',
    folder: 'Their folder',
    group: 'Their groups',
    account: 'The account',
    agency: 'The agency',
  },
  sites: { user: 'User', manager: 'Manager', administrator: 'Administrator' },
  asRole: 'As the role says',
  groups: 'Access-control groups',
  networks: 'Allowed networks',
  networksHelp: 'IPv4 or IPv6 networks, such as 203.0.113.0/24. None: from anywhere.',
  anywhere: 'Anywhere',
  affiliate: 'Affiliate profile',
  agency: 'Agency role',
  agencyHelp: 'Only for administrators; it reaches every account of the agency.',
  none: 'None',
  lists: 'On the access lists of',
  permissions: 'Permissions',
  permission: 'Permission',
  pages: 'Pages',
  page: 'Page',
  comesFrom: 'Comes from',
  noEffect: (lacks) => `No effect without ${lacks}`,
  endpoints: (count) => `Calls of the API that this opens (${count})`,
  endpoint: 'Call',
  openedBy: 'Opened by',
  nothing: 'Nothing.',
  sources: {
    role: (name, by) => (by === 'hand' ? `Role ${name}` : `Role ${name}, by folder`),
    folder: (name) => `Folder ${name}`,
    grant: 'Given by hand',
    permission: (name) => `Permission ${name}`,
    agency: (name) => `Agency role ${name}`,
  },
  manual: 'Choose role manually',
  manualHelp: 'Otherwise the user has the role of the folder.',
  notGivable: 'gives more than you hold',
  preview: 'What this changes',
  noChange: 'Nothing is changed yet.',
  adds: 'Adds',
  takesAway: 'Takes away',
  more: (count) => `and ${count} calls of the API`,
  sameRights: 'They can do the same as before.',
  refused: 'This would be refused',
  warnings: {
    'own-lockout': 'You would lock yourself out: your own address is not in these networks.',
    'no-page': 'No page is left: the sign-in would end in a redirect error.',
    'agency-reach': 'This role reaches every account of the agency, not only this one.',
    'missing-requirement': 'A permission has no effect without another one.',
  },
  confirm: (what) => `I have read this and mean it: ${what}`,
  confirmAll: 'Confirm what is ticked above, and save again.',
  meanwhile:
    'Somebody else has changed this user’s access meanwhile. What you see beside is worked out anew; save again if you still want it.',
  saved: 'The access is changed. It takes effect with their next call.',
};

const es: AccessWords = {
  title: 'Acceso',
  change: 'Cambiar el acceso',
  save: 'Guardar el acceso',
  cancel: 'Cancelar',
  role: 'Rol',
  noRole: 'Ninguno',
  byHand: 'elegido a mano',
  byFolder: 'de la carpeta',
  kind: 'Tipo de usuario',
  folder: 'Carpeta',
  dataView: 'Ve los datos de',
  site: 'Puede cambiar el sitio como',
  from: { hand: 'dado a mano', role: 'del rol', 'agency-role': 'del rol de agencia' },
  dataViews: {
    own: 'Sí mismo',
    folder: 'Su carpeta',
    group: 'Sus grupos',
    account: 'La cuenta',
    agency: 'La agencia',
  },
  sites: { user: 'Usuario', manager: 'Responsable', administrator: 'Administrador' },
  asRole: 'Como dice el rol',
  groups: 'Grupos de control de acceso',
  networks: 'Redes permitidas',
  networksHelp: 'Redes IPv4 o IPv6, como 203.0.113.0/24. Ninguna: desde cualquier lugar.',
  anywhere: 'Cualquier lugar',
  affiliate: 'Perfil de afiliado',
  agency: 'Rol de agencia',
  agencyHelp: 'Solo para administradores; alcanza todas las cuentas de la agencia.',
  none: 'Ninguno',
  lists: 'En las listas de acceso de',
  permissions: 'Permisos',
  permission: 'Permiso',
  pages: 'Páginas',
  page: 'Página',
  comesFrom: 'Viene de',
  noEffect: (lacks) => `Sin efecto sin ${lacks}`,
  endpoints: (count) => `Llamadas de la API que esto abre (${count})`,
  endpoint: 'Llamada',
  openedBy: 'La abre',
  nothing: 'Nada.',
  sources: {
    role: (name, by) => (by === 'hand' ? `Rol ${name}` : `Rol ${name}, por la carpeta`),
    folder: (name) => `Carpeta ${name}`,
    grant: 'Dado a mano',
    permission: (name) => `Permiso ${name}`,
    agency: (name) => `Rol de agencia ${name}`,
  },
  manual: 'Elegir el rol a mano',
  manualHelp: 'Si no, el usuario tiene el rol de la carpeta.',
  notGivable: 'da más de lo que tienes',
  preview: 'Qué cambia esto',
  noChange: 'Aún no cambia nada.',
  adds: 'Añade',
  takesAway: 'Quita',
  more: (count) => `y ${count} llamadas de la API`,
  sameRights: 'Podrá hacer lo mismo que antes.',
  refused: 'Esto se rechazaría',
  warnings: {
    'own-lockout': 'Te quedarías fuera: tu propia dirección no está en estas redes.',
    'no-page': 'No queda ninguna página: el inicio de sesión acabaría en un error de redirección.',
    'agency-reach': 'Este rol alcanza todas las cuentas de la agencia, no solo esta.',
    'missing-requirement': 'Un permiso no tiene efecto sin otro.',
  },
  confirm: (what) => `Lo he leído y lo quiero: ${what}`,
  confirmAll: 'Confirma lo marcado arriba y guarda otra vez.',
  meanwhile:
    'Otra persona ha cambiado el acceso de este usuario entretanto. Lo que ves al lado se ha calculado de nuevo; guarda otra vez si aún lo quieres.',
  saved: 'El acceso ha cambiado. Vale desde su próxima llamada.',
};

export const ACCESS_WORDS: Words<AccessWords> = { en, es };
