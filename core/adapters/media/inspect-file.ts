import type { FilePurpose } from '../../domain/file.ts';
import type { Inspection } from '../../usecases/ports.ts';
import { inspectGreeting } from './greeting.ts';
import { inspectPicture } from './picture.ts';

/** Looks at what a file holds, whatever it is called: by purpose, and by the bytes it begins with. */
export const inspectFile = (purpose: FilePurpose, upload: Uint8Array): Inspection => {
  // A view, not a copy.
  const bytes = Buffer.from(upload.buffer, upload.byteOffset, upload.byteLength);
  switch (purpose) {
    case 'picture':
      return inspectPicture(bytes);
    case 'greeting':
      return inspectGreeting(bytes);
    default:
      return purpose satisfies never;
  }
};
