import type { Words } from '../language/language.ts';

interface ExtraProfileWords {
  readonly cellPhone: string;
  readonly cellPhoneHelp: string;
  readonly smsOptIn: string;
  readonly smsNeedsPhone: string;
  readonly shirtSize: string;
  readonly shirtSizeHelp: string;
  readonly gender: string;
  readonly genderHelp: string;
}

const en: ExtraProfileWords = {
  cellPhone: 'Cell phone',
  cellPhoneHelp: 'With its country, such as +1 202 555 0143.',
  smsOptIn: 'Send me news by text message',
  smsNeedsPhone: 'To the cell phone above.',
  shirtSize: 'Shirt size',
  shirtSizeHelp: 'For the shirts that we give away.',
  gender: 'Gender',
  genderHelp: 'In your own words.',
};

const es: ExtraProfileWords = {
  cellPhone: 'Teléfono móvil',
  cellPhoneHelp: 'Con su país, como +34 600 000 000.',
  smsOptIn: 'Envíenme novedades por SMS',
  smsNeedsPhone: 'Al teléfono móvil de arriba.',
  shirtSize: 'Talla de camiseta',
  shirtSizeHelp: 'Para las camisetas que regalamos.',
  gender: 'Género',
  genderHelp: 'Con sus propias palabras.',
};

export const EXTRA_PROFILE_WORDS: Words<ExtraProfileWords> = { en, es };
