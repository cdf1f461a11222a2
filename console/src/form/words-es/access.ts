import type { SettingWordsByPointer } from './setting-words-by-pointer.ts';

export const ACCESS_ES: SettingWordsByPointer = {
  '/permissions': {
    title: 'Permisos',
    help: 'Rol, alcance de los datos y nivel de permisos en el sitio.',
  },
  '/messaging': {
    title: 'Mensajería',
    help: 'Correo y fax masivos, si los hay.',
  },
  '/access': {
    title: 'Restricción de acceso',
    help: 'Acceso externo limitado a direcciones IP, si hace falta.',
  },
  '/permissions/designation': {
    title: 'Tipo de usuario',
    help: 'El tipo de usuario, que se elige antes que el rol; el rol tiene que ser de ese tipo.',
  },
  '/permissions/role': {
    title: 'Rol',
    help: 'Elegido a mano; sin él, el usuario tiene el de su carpeta. Decide el conjunto básico de permisos.',
  },
  '/permissions/dataViewLevel': {
    title: 'Alcance de los datos',
    help: 'Hasta dónde ve datos; el del rol si no se dice otra cosa.',
  },
  '/permissions/sitePermissionLevel': {
    title: 'Nivel de permisos en el sitio',
    help: 'Hasta dónde puede cambiar el sitio; el del rol si no se dice otra cosa.',
  },
  '/permissions/grants': {
    title: 'Permisos',
    help: 'Permisos además de los del rol y la carpeta.',
  },
  '/permissions/pages': {
    title: 'Páginas',
    help: 'Las páginas concedidas, en lugar de las que da el rol.',
  },
  '/permissions/groups': {
    title: 'Grupos de control de acceso',
    help: 'Los grupos de control de acceso que limitan lo que alcanza el usuario.',
  },
  '/permissions/affiliateProfile': {
    title: 'Perfil de afiliado',
    help: 'De quién es el informe que ve un afiliado.',
  },
  '/messaging/massEmail': {
    title: 'Correo masivo',
    help: 'Correos a muchas personas a la vez.',
  },
  '/messaging/massEmail/enabled': {
    title: 'Activado',
    help: 'Si puede enviar correos masivos.',
  },
  '/messaging/massEmail/dailyLimit': {
    title: 'Límite diario',
    help: 'Cuántos correos masivos al día como mucho, de 1 a 100.000; sin límite propio si no se dice otra cosa.',
  },
  '/messaging/massEmail/sender': {
    title: 'Remitente',
    help: 'En nombre de quién salen los correos masivos; en el suyo si no se dice otra cosa.',
  },
  '/messaging/massEmail/sender/name': {
    title: 'Nombre del remitente',
    help: 'El nombre que ven los lectores.',
  },
  '/messaging/massEmail/sender/replyTo': {
    title: 'Responder a',
    help: 'A dónde van las respuestas; a su propia dirección si no se dice otra cosa.',
  },
  '/messaging/massFax': {
    title: 'Fax masivo',
    help: 'Faxes a muchas personas a la vez.',
  },
  '/messaging/massFax/enabled': {
    title: 'Activado',
    help: 'Si puede enviar faxes masivos.',
  },
  '/messaging/massFax/dailyLimit': {
    title: 'Límite diario',
    help: 'Cuántos faxes masivos al día como mucho, de 1 a 100.000; sin límite propio si no se dice otra cosa.',
  },
  '/messaging/massFax/sender': {
    title: 'Remitente',
    help: 'En nombre de quién salen los faxes masivos; en el suyo si no se dice otra cosa.',
  },
  '/messaging/massFax/sender/name': {
    title: 'ID de la estación',
    help: 'La línea de arriba de cada página, de hasta 40 caracteres.',
  },
  '/messaging/massFax/sender/number': {
    title: 'Número de fax',
    help: 'El número al que van las respuestas, con su país.',
  },
  '/access/allowedNetworks': {
    title: 'Redes permitidas',
    help: 'Redes IPv4 o IPv6 en notación CIDR; las llamadas desde cualquier otra dirección se rechazan.',
  },
};
