import { DomainError } from './domain-error.ts';

/** What was uploaded is not what it is for; it has been deleted. */
export class FileRefused extends DomainError {
  readonly code = 'file-refused';
  constructor(details: readonly string[]) {
    super(
      'The file cannot be taken over, and has been deleted. Begin another upload with one that can.',
      details.map((detail) => ({ pointer: '/path/fileId', detail })),
    );
  }
}

/** Nothing has arrived yet at the address that the upload was given. */
export class FileNotUploaded extends DomainError {
  readonly code = 'file-not-uploaded';
  constructor() {
    super(
      'The file has not been uploaded yet. Send it with the form that its upload was given, then try again.',
    );
  }
}

/** Whoever uploads has begun as many files that nobody uses as one may. */
export class TooManyFiles extends DomainError {
  readonly code = 'too-many-files';
  constructor(most: number) {
    super(
      `You have begun ${most} files that nobody uses yet, the most there can be. Name some of them in sections of members, or wait: one that nobody uses is removed a day after.`,
    );
  }
}
