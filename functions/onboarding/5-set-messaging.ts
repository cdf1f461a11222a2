import { environments } from '../../core/contract/environments.ts';
import { recordStep } from './record-step.ts';

export const handler = recordStep('messaging', environments.setMessaging.parse(process.env));
