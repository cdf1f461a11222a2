import type { SettingWordsByPointer } from './setting-words-by-pointer.ts';

export const WORK_ES: SettingWordsByPointer = {
  '/dialing': {
    title: 'Marcación',
    help: 'Reglas de marcación, si las hay, y cómo le llegan las llamadas.',
  },
  '/work': {
    title: 'Trabajo',
    help: 'Campañas, iniciativas de marcador, colas, rutas y grupos de agentes, tantos como hagan falta.',
  },
  '/dialing/firstDailyAttempts': {
    title: 'Primeros intentos al día',
    help: 'Primeros intentos de marcación al día: contactos a los que se llama por primera vez, de 0 a 1.000.',
  },
  '/dialing/secondDailyAttempts': {
    title: 'Segundos intentos al día',
    help: 'Segundos intentos de marcación al día: contactos a los que se vuelve a llamar, de 0 a 1.000.',
  },
  '/dialing/callRecording': {
    title: 'Grabación de llamadas',
    help: 'Qué parte se graba, en porcentaje: en general en cada sentido, y para campañas concretas.',
  },
  '/dialing/callRecording/inboundPercent': {
    title: 'Entrantes',
    help: 'De cada cien llamadas entrantes, cuántas se graban, de 0 a 100.',
  },
  '/dialing/callRecording/outboundPercent': {
    title: 'Salientes',
    help: 'De cada cien llamadas salientes, cuántas se graban, de 0 a 100.',
  },
  '/dialing/callRecording/campaigns': {
    title: 'Por campaña',
    help: 'Para las llamadas de estas campañas otra proporción, en ambos sentidos; hasta 20.',
  },
  '/dialing/callRecording/campaigns/*/campaign': {
    title: 'Campaña',
    help: 'La campaña de cuyas llamadas se trata.',
  },
  '/dialing/callRecording/campaigns/*/percent': {
    title: 'Porcentaje',
    help: 'De cada cien de sus llamadas, cuántas se graban, de 0 a 100.',
  },
  '/dialing/callerId': {
    title: 'Identificador de llamada',
    help: 'El número de la cuenta desde el que llama; el principal de la cuenta si no se dice otra cosa. Con el permiso correspondiente cada uno elige el suyo.',
  },
  '/dialing/receivingNumber': {
    title: 'Número receptor',
    help: 'Un teléfono suyo fuera del softphone que también suena, con su país.',
  },
  '/dialing/sipClient': {
    title: 'Dirección SIP',
    help: 'El cliente SIP con el que se registra; uno de los de la cuenta.',
  },
  '/dialing/softphone': {
    title: 'Softphone',
    help: 'Cómo suena y se oye el softphone.',
  },
  '/dialing/softphone/appFirst': {
    title: 'Primero la aplicación',
    help: 'Que suene la aplicación antes que el número receptor.',
  },
  '/dialing/softphone/callWaiting': {
    title: 'Llamada en espera',
    help: 'Que una segunda llamada suene durante la primera.',
  },
  '/dialing/softphone/bitrate': {
    title: 'Velocidad de bits',
    help: 'En kbit/s: más suena mejor y necesita mejor línea.',
  },
  '/dialing/ifUnavailable': {
    title: 'Si no está disponible',
    help: 'Qué pasa con una llamada que no atiende: sin buzón, buzón de voz o desvío.',
  },
  '/dialing/ifUnavailable/greeting': {
    title: 'Mensaje de ausencia',
    help: 'Un saludo subido o grabado, WAV o MP3; el de la plataforma si no se dice otra cosa.',
  },
  '/dialing/ifUnavailable/forwardTo': {
    title: 'Desviar a',
    help: 'El número completo que recibe la llamada, con su país.',
  },
  '/work/campaigns': {
    title: 'Campañas',
    help: 'Las campañas en las que trabaja, hasta 100.',
  },
  '/work/dialerInitiatives': {
    title: 'Iniciativas de marcador',
    help: 'Las iniciativas de marcador en las que trabaja, hasta 100.',
  },
  '/work/queues': {
    title: 'Colas ACD',
    help: 'Las colas de distribución de llamadas que atiende, hasta 100.',
  },
  '/work/trackingNumbers': {
    title: 'Números de seguimiento',
    help: 'Las rutas de números de seguimiento que atiende, hasta 100.',
  },
  '/work/smartRouters': {
    title: 'Enrutadores inteligentes',
    help: 'Las rutas de enrutadores inteligentes que atiende, hasta 100.',
  },
  '/work/agentGroups': {
    title: 'Grupos de agentes',
    help: 'Sus grupos de agentes, hasta 100; sus campañas, colas y rutas vienen con ellos.',
  },
};
