import type { SettingWordsByPointer } from './setting-words-by-pointer.ts';

export const EMPLOYEE_ES: SettingWordsByPointer = {
  '/employee': {
    title: 'Empleado',
    help: 'El perfil básico de empleado.',
  },
  '/employee/title': {
    title: 'Cargo',
    help: 'El cargo que firma los mensajes.',
  },
  '/employee/department': {
    title: 'Departamento',
    help: 'En qué parte de la empresa trabaja; firma los mensajes.',
  },
  '/employee/employeeNumber': {
    title: 'Número de empleado',
    help: 'Como figura en los registros de la empresa.',
  },
  '/employee/managerUserId': {
    title: 'Responsable',
    help: 'A quién rinde cuentas, de la misma cuenta.',
  },
  '/employee/mobilePhone': {
    title: 'Teléfono móvil',
    help: 'Con su país, por ejemplo +1 415 555 0123; firma los mensajes.',
  },
  '/employee/faxNumber': {
    title: 'Fax',
    help: 'También con su país; firma los mensajes.',
  },
  '/employee/timeZone': {
    title: 'Zona horaria',
    help: 'Las horas se muestran en ella.',
  },
  '/employee/hireDate': {
    title: 'Fecha de alta',
    help: 'El primer día de trabajo.',
  },
  '/employee/picture': {
    title: 'Imagen',
    help: 'Una imagen subida, PNG o JPEG.',
  },
  '/employee/externalLinks': {
    title: 'Servicios externos',
    help: 'Enlaces a los perfiles del usuario en otros servicios, como Salesforce o Stripe.',
  },
  '/employee/externalLinks/*/service': {
    title: 'Servicio',
    help: 'Cómo se llama, por ejemplo Salesforce.',
  },
  '/employee/externalLinks/*/url': {
    title: 'Dirección',
    help: 'La dirección web del perfil en él.',
  },
  '/employee/schedule': {
    title: 'Horario',
    help: 'El horario por el que trabaja; uno de los de la cuenta.',
  },
  '/employee/agentStatuses': {
    title: 'Estados de agente',
    help: 'Qué estados de la cuenta muestra su lista de disponibilidad; todos, si no se limitan.',
  },
  '/employee/contactPreferences': {
    title: 'Preferencias de contacto',
    help: 'Cuándo y cómo localizarlo; a cualquier hora y por cualquier medio si no se dice otra cosa.',
  },
  '/employee/contactPreferences/ways': {
    title: 'Medios',
    help: 'Cómo localizarlo, primero el mejor.',
  },
  '/employee/contactPreferences/days': {
    title: 'Días',
    help: 'Qué días se le puede localizar; cualquiera si no se dice otra cosa.',
  },
  '/employee/contactPreferences/hours': {
    title: 'Horas',
    help: 'De qué hora a qué hora, en su propia zona horaria; pasa de medianoche si termina antes de empezar.',
  },
  '/employee/contactPreferences/hours/from': {
    title: 'Desde',
    help: 'Cuándo empiezan las horas.',
  },
  '/employee/contactPreferences/hours/to': {
    title: 'Hasta',
    help: 'Cuándo terminan las horas.',
  },
  '/employee/notifications': {
    title: 'Avisos',
    help: 'De qué se le avisa por correo; como al equipo si no se dice otra cosa.',
  },
  '/employee/notifications/overrideTeam': {
    title: 'En lugar de los del equipo',
    help: 'Si valen estos ajustes para él, o los del equipo.',
  },
  '/employee/notifications/missedCall': {
    title: 'Llamadas perdidas',
    help: 'Un correo por cada llamada perdida.',
  },
  '/employee/notifications/voicemail': {
    title: 'Buzón de voz',
    help: 'Un correo por cada mensaje nuevo en el buzón de voz.',
  },
};
