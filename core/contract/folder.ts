import * as z from 'zod/mini';
import { folderAccess, folderFields } from '../domain/authorization/policy.ts';
import { roleRef } from '../domain/authorization/role-ref.ts';
import { permissionKey } from '../domain/catalogue-keys.ts';
import { docs } from '../domain/docs.ts';
import { folderId, ROOT_FOLDER } from '../domain/ids.ts';

/** A folder with its default role and permissions, and what it inherits from those above. */
export const folderView = z
  .object({
    folderId,
    parentId: z.optional(folderId).register(docs, { description: 'Absent for the root.' }),
    name: z.string(),
    role: z.optional(roleRef),
    permissions: z.array(permissionKey),
    access: z.object(folderAccess.shape),
    inherited: z
      .object({ role: z.optional(roleRef), permissions: z.array(permissionKey) })
      .register(docs, { description: 'What comes from the folders above, live.' }),
  })
  .register(docs, { id: 'Folder' });

export const folderList = z.object({ items: z.array(folderView) }).register(docs, { id: 'FolderList' });

/** A folder, whole: to make one, or to replace what it was; another parent moves it with all below it. */
export const folderRequest = z
  .strictObject({ ...folderFields, parentId: z._default(folderId, ROOT_FOLDER) })
  .register(docs, { id: 'FolderRequest' });
