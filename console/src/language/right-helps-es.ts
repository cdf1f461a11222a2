import type { RightNames } from './rights-es.ts';

/** What the catalogue's help texts say in Spanish; in English, it says them itself. */
export const RIGHT_HELPS_ES: RightNames = {
  roles: {
    administrator: 'Todo en la cuenta.',
    'billing-manager': 'Ve los pagos hechos y los extractos para imprimir, nada más.',
    'report-manager':
      'Informes, y el registro de llamadas para ver y editar. Puede entrar en grupos de control de acceso.',
    'call-manager': 'Solo el registro de llamadas. Puede entrar en grupos de control de acceso.',
    'call-agent':
      'Hace y recibe llamadas; del registro solo ve las suyas. Puede entrar en grupos de control de acceso.',
    manager:
      'Gestiona clientes potenciales, usuarios y sus carpetas, con los registros, grabaciones e informes de los usuarios de su carpeta; hace y recibe llamadas. Se pueden marcar más permisos.',
    agent:
      'Hace y recibe llamadas y puede pausar su grabación; no edita a otros usuarios. Del registro solo ve las suyas. Puede entrar en grupos de control de acceso. Se pueden marcar más permisos.',
    'agency-administrator':
      'Todo en todas las cuentas. Alcanza a toda la agencia. Solo para quien ya es administrador; se añade después.',
    'agency-billing-manager':
      'Ve los pagos y los extractos de todas las cuentas. Alcanza a toda la agencia. Solo para quien ya es administrador; se añade después.',
    'marketing-manager':
      'Clientes potenciales, campañas, productos, plantillas de correo e informes de ventas de todas las cuentas. Alcanza a toda la agencia. Solo para quien ya es administrador; se añade después.',
    'crm-admin':
      'Cambia productos, campañas, conexiones y similares, y exporta informes, en las páginas concedidas.',
    'customer-service-agent':
      'Las páginas de atención al cliente. Puede entrar en grupos de control de acceso.',
    'customer-service-admin': 'Las páginas de atención al cliente y CRM > centros de llamadas.',
    'sales-agent':
      'Ventas entrantes: atención al cliente y toma de pedidos. Puede entrar en grupos de control de acceso.',
    'lead-agent':
      'Ventas salientes: se le asignan clientes potenciales y ve pedidos incompletos en los detalles del pedido; con atención al cliente y toma de pedidos. Puede entrar en grupos de control de acceso.',
    affiliate: 'El informe de afiliados, solo del perfil de afiliado asignado.',
    'api-user':
      'Solo la API, y de ella solo las operaciones concedidas. Sus direcciones IP deben estar en la lista.',
    'subaccount-user': 'Alcanza una subcuenta de la cuenta. Las demás páginas se conceden una a una.',
    'page-designer': 'Solo el diseñador de páginas de venta.',
  },
  permissions: {
    'manage-leads':
      'Ver los clientes potenciales en el panel, subirlos, hacer listas de llamadas y ver campañas; con el informe del marcador, los de clientes potenciales y las llamadas recientes.',
    'export-leads': 'Descargar los archivos de resultados de clientes potenciales.',
    'allow-automation':
      'Usar el enlace de automatización, con el que otros sistemas añaden clientes potenciales.',
    'edit-contacts': 'Cambiar los datos de los contactos con que se trabaja; sin esto, solo se leen.',
    'play-recordings':
      'Reproducir las grabaciones de todo registro que se pueda ver. Con Gestionar VoIP, también descargarlas.',
    'view-call-log': 'Ver el registro de llamadas: las propias y las de los usuarios a que se tiene acceso.',
    'edit-call-log': 'Editar las entradas del registro de llamadas. Necesita el permiso de verlo.',
    'view-agent-reports':
      'Ver informes de productividad y de agentes: el propio y los de los usuarios a que se tiene acceso.',
    'view-sales-reports': 'Ver informes de ventas: las propias y las de los usuarios a que se tiene acceso.',
    'use-sip': 'Hacer y recibir llamadas.',
    'manage-voip':
      'Abrir los ajustes de VoIP y cambiar a dónde van las llamadas entrantes, las colas y los menús de voz que se pueden editar; con los informes de investigar llamadas y de llamadas recientes.',
    'add-ivr': 'Añadir un menú de voz. Para editar aquellos a que se tiene acceso no hace falta.',
    'add-queue': 'Añadir una cola. Para editar aquellas a que se tiene acceso no hace falta.',
    'set-caller-id':
      'Elegir en el teclado el número que se muestra, entre los de la cuenta. El primero es el predeterminado.',
    'add-did': 'Pedir números de teléfono. Necesita Gestionar VoIP.',
    'pause-recordings': 'Pausar la grabación de una llamada.',
    'search-leads': 'Buscar entre todos los clientes potenciales.',
    'search-profiles':
      'Buscar entre todos los perfiles. Un cliente potencial es un perfil desde su primera acción, como un resultado o una transferencia.',
    'search-users':
      'Buscar entre todos los usuarios y abrir cualquier perfil. Sus permisos no se cambian sin el permiso de hacerlo.',
    'write-email-templates':
      'Escribir las plantillas de correo a que se tiene acceso: lo dice la lista de acceso de cada una.',
    'start-im': 'Iniciar mensajes instantáneos. Sin esto se reciben y se contestan.',
    'broadcast-im': 'Enviar un mensaje instantáneo a todos. Necesita iniciar mensajes.',
    'use-folder-tools':
      'Usar archivos compartidos, los propios y carpetas de llamadas pendientes, compartidas con quien puede leer. Sin esto, las llamadas pendientes llegan solo por calendario y avisos. Está activado; solo el soporte de la plataforma lo quita de una carpeta.',
    'create-user':
      'Añadir usuarios en toda carpeta, y seguir, reanudar o descartar su alta. Puede tenerlo quien no es administrador, incluso un agente; entonces necesita además leer, escribir y guardar en esa carpeta.',
    'edit-users':
      'Cambiar el perfil, los ajustes y el trabajo de otros usuarios en las carpetas donde se puede escribir; los permisos, solo con el de cambiarlos. Solo para gestores.',
    'modify-security':
      'Cambiar los permisos de otro usuario, y de ellos solo los que se tienen en el perfil propio. Solo para gestores.',
    'create-group': 'Crear grupos: las carpetas en que viven los usuarios. Solo para gestores.',
    'modify-group': 'Modificar grupos: las carpetas en que viven los usuarios. Solo para gestores.',
    'manage-roles':
      'Crear, cambiar y quitar los roles propios de la cuenta, sin ningún permiso que no se tenga. Solo para gestores.',
    'manage-access-groups':
      'Crear, cambiar y quitar grupos de control de acceso, que limitan lo que alcanzan sus miembros, y decir quién entra: solo agentes y gestores de llamadas o de informes. Solo para gestores.',
    'manage-api-users':
      'Añadir usuarios de API, darles y quitarles operaciones, y llevar la lista de direcciones que cada uno debe tener. Solo para gestores.',
    'manage-work':
      'Crear, cambiar, archivar y eliminar campañas, iniciativas del marcador, grupos, estados de agente y horarios, y decir qué tienen los usuarios si no se dice otra cosa. Solo para gestores.',
    'view-billing': 'Ver los pagos hechos y los extractos para imprimir.',
    'manage-billing':
      'Comprar y devolver plazas, y decir qué pasa cuando no queda ninguna libre y qué aplicaciones están instaladas. Necesita ver pagos y extractos.',
  },
  pages: {
    dashboard:
      'Lo que pasa ahora: llamadas, llamadas pendientes y los clientes potenciales que se gestionan.',
    leads: 'Subir clientes potenciales y ver los que hay.',
    'lead-results': 'Archivos de resultados de clientes potenciales, para descargar.',
    playlists: 'Listas de clientes potenciales en el orden en que se les llama.',
    automation: 'El enlace con el que otros sistemas añaden clientes potenciales.',
    search: 'Buscar clientes potenciales y perfiles: los que ya han tenido una acción.',
    campaigns: 'Las campañas que hay y de qué se compone cada una.',
    'dialer-report': 'Lo que hizo el marcador con los clientes potenciales.',
    'lead-reports': 'Lo que fue de los clientes potenciales.',
    'recent-calls': 'Las últimas llamadas, entrantes y salientes.',
    'research-calls': 'Buscar una llamada y el camino que siguió.',
    'call-log': 'Cada llamada con el nombre de quien la atendió: las propias y las de quien se puede ver.',
    'agent-reports': 'Productividad y agentes: uno mismo y los usuarios a que se tiene acceso.',
    'sales-reports': 'Ventas hechas: las propias y las de los usuarios a que se tiene acceso.',
    'affiliate-report': 'Lo que trajeron los afiliados; cada uno ve solo el perfil que tiene asignado.',
    'report-export': 'Informes como archivos, para descargar.',
    'floor-map': 'Quién está trabajando ahora y en qué estado, por su nombre.',
    softphone: 'El teclado: hacer y recibir llamadas.',
    'voip-settings': 'Cómo están dispuestas las llamadas de la cuenta.',
    numbers: 'Números de teléfono: a dónde van sus llamadas, y pedidos de nuevos.',
    queues: 'Colas de reparto de llamadas a que se tiene acceso.',
    ivrs: 'Menús de voz a que se tiene acceso.',
    messages: 'Mensajes instantáneos: recibir y contestar, e iniciarlos si se puede.',
    'email-templates': 'Las plantillas de correo a que se tiene acceso.',
    'shared-files': 'Archivos de las carpetas que se pueden leer.',
    'my-files': 'Los archivos propios y quién más puede leerlos.',
    'callback-folders': 'Llamadas pendientes en carpetas, compartidas con quien puede leer.',
    'callback-calendar': 'Las llamadas pendientes propias por día y hora, con avisos.',
    'customer-service': 'Encontrar a un cliente y ayudarle con lo que compró.',
    'order-entry': 'Tomar un pedido.',
    'order-details':
      'Un pedido entero; quien recibe clientes potenciales ve aquí también pedidos incompletos.',
    'crm-call-centers': 'Los centros de llamadas en que trabaja la atención al cliente.',
    products: 'Lo que se vende y a qué precio.',
    'funnel-builder': 'Diseñar las páginas en que piden los clientes.',
    plugins: 'Conexiones con otros servicios.',
    users: 'Los usuarios de la cuenta: encontrarlos, añadirlos y editarlos.',
    onboardings: 'El alta de cada usuario: en qué paso está, por qué espera y qué falta.',
    folders: 'Las carpetas en que viven los usuarios y lo que cada una da.',
    roles: 'Los roles que hay y los propios de la cuenta.',
    'access-groups': 'Grupos que limitan lo que alcanzan sus miembros.',
    'api-users': 'Programas que usan la API: operaciones y direcciones de cada uno.',
    billing: 'Pagos hechos y extractos para imprimir.',
  },
  licenses: {
    lmp: 'La licencia base. Todo usuario necesita una; sin ella el perfil se crea, pero desactivado.',
    dialer: 'Llamadas de iniciativas del marcador y de campañas. Parte de la plaza de llamadas.',
    voip: 'Llamadas en el navegador o en un teléfono web, entrantes y salientes. Parte de la plaza de llamadas.',
    email: 'Envía plantillas de correo a muchos clientes potenciales a la vez.',
    fax: 'Envía faxes a muchos clientes potenciales a la vez.',
    desktop:
      'El escritorio del agente, compartido por turnos: quien puede usarlo toma una plaza al entrar y la devuelve al salir. Parte de la plaza de llamadas.',
    crm: 'Para la aplicación de este nombre: si la cuenta la ha instalado, cada inicio de sesión toma una plaza.',
    recorder:
      'Para la aplicación de este nombre: si la cuenta la ha instalado, cada inicio de sesión toma una plaza.',
  },
};
