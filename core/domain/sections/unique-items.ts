import * as z from 'zod/mini';
import { docs } from '../docs.ts';

const namedOnce: z.core.CheckFn<string[]> = ({ value, issues }) => {
  value.forEach((item, index) => {
    if (value.indexOf(item) < index) {
      issues.push({ code: 'custom', input: item, path: [index], message: `names ${item} twice` });
    }
  });
};

/** A list that names nothing twice; a second mention is pointed at. */
export const uniqueItems = <Item extends z.ZodMiniType<string>>(
  said: string | { title: string; description: string },
  item: Item,
  ...checks: z.core.$ZodCheck<z.output<Item>[]>[]
) =>
  z
    .array(item)
    .check(...checks, namedOnce)
    .register(docs, { ...(typeof said === 'string' ? { description: said } : said), uniqueItems: true });
