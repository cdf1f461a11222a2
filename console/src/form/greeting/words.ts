import type { Words } from '../../language/language.ts';
import type { NoRecording } from './record.ts';

interface GreetingWords {
  readonly choose: string;
  readonly record: string;
  readonly stop: string;
  readonly recording: (seconds: string, most: string) => string;
  readonly asking: string;
  readonly making: string;
  readonly failed: Readonly<Record<NoRecording, string>>;
  readonly listen: string;
  readonly yours: string;
  readonly recorded: string;
  readonly use: string;
  readonly discard: string;
  readonly current: string;
  readonly hear: string;
  readonly remove: string;
  readonly limits: string;
}

const en: GreetingWords = {
  choose: 'Choose a sound file',
  record: 'Record',
  stop: 'Stop',
  recording: (seconds, most) => `Recording: ${seconds} of ${most} seconds`,
  asking: 'Allow the microphone, if the browser asks.',
  making: 'Getting the recording ready…',
  failed: {
    refused:
      'The browser does not let this page use the microphone. Allow it beside the address, then try again.',
    'no-microphone': 'No microphone was found. Plug one in, or choose a sound file.',
    'not-possible': 'This browser cannot record. Choose a sound file instead.',
  },
  listen: 'Listen before you use it.',
  yours: 'The new greeting',
  recorded: 'Recording',
  use: 'Use this greeting',
  discard: 'Discard',
  current: 'A greeting is in place.',
  hear: 'Hear it',
  remove: 'Remove',
  limits: 'WAV or MP3, from 1 second to 3 minutes, up to 10 MB.',
};

const es: GreetingWords = {
  choose: 'Elegir un archivo de sonido',
  record: 'Grabar',
  stop: 'Parar',
  recording: (seconds, most) => `Grabando: ${seconds} de ${most} segundos`,
  asking: 'Permita el micrófono, si el navegador pregunta.',
  making: 'Preparando la grabación…',
  failed: {
    refused:
      'El navegador no deja que esta página use el micrófono. Permítalo junto a la dirección, e inténtelo de nuevo.',
    'no-microphone': 'No se ha encontrado ningún micrófono. Conecte uno, o elija un archivo de sonido.',
    'not-possible': 'Este navegador no puede grabar. Elija un archivo de sonido.',
  },
  listen: 'Escúchelo antes de usarlo.',
  yours: 'El mensaje nuevo',
  recorded: 'Grabación',
  use: 'Usar este mensaje',
  discard: 'Descartar',
  current: 'Hay un mensaje puesto.',
  hear: 'Escucharlo',
  remove: 'Quitar',
  limits: 'WAV o MP3, de 1 segundo a 3 minutos, hasta 10 MB.',
};

export const GREETING_WORDS: Words<GreetingWords> = { en, es };
