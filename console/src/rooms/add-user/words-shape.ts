/** What adding a user says. */
export interface AddUserWords {
  readonly title: string;
  readonly about: string;
  readonly startOver: string;
  readonly kind: {
    readonly step: string;
    readonly title: string;
    readonly about: string;
  };
  readonly steps: string;
  readonly step: (at: number, of: number, title: string) => string;
  readonly stepState: Record<'faulty' | 'filled' | 'open' | 'optional', string>;
  readonly required: string;
  readonly optional: string;
  readonly back: string;
  readonly next: string;
  readonly skip: string;
  readonly clear: string;
  readonly seats: {
    readonly title: string;
    readonly free: (free: string, owned: string) => string;
    readonly buy: string;
    readonly deactivated: string;
    readonly waits: (kinds: string) => string;
    readonly rejected: (kinds: string) => string;
    readonly about: string;
    readonly read: string;
  };
  readonly summary: {
    readonly step: string;
    readonly title: string;
    readonly about: (name: string) => string;
    readonly change: (section: string) => string;
    readonly skipped: string;
    readonly missing: string;
    readonly changeIt: string;
    readonly invited: (email: string) => string;
    readonly notInvited: string;
    readonly add: string;
    readonly faults: string;
  };
  readonly access: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly lacks: (permissions: string) => string;
    readonly pages: string;
    readonly noPages: string;
    readonly refusals: string;
    readonly from: Record<'role' | 'folder' | 'grant' | 'permission' | 'agency-role', string>;
  };
}
