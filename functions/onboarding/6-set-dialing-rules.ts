import { readEnvironment } from '../../core/contract/environments.ts';
import { recordStep } from './record-step.ts';

export const handler = recordStep('dialing', readEnvironment('setDialingRules'));
