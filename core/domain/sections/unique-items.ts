import type * as z from 'zod';

/** Refuses a list that names the same thing twice, pointing at the second mention. */
export const uniqueItems = <Item extends z.ZodType<string>>(list: z.ZodArray<Item>) =>
  list
    .check((context) => {
      context.value.forEach((item, index) => {
        if (context.value.indexOf(item) < index) {
          context.issues.push({ code: 'custom', input: item, path: [index], message: `names ${item} twice` });
        }
      });
    })
    .meta({ uniqueItems: true });
