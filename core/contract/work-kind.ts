import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { WORK_KINDS } from '../domain/sections/work.ts';

export const workKind = z
  .enum(WORK_KINDS)
  .register(docs, { description: 'What it is, of what members are assigned to.' });
