/** What can go wrong by the rules of Rollcall, by what it is about. */
export * from './errors/access-errors.ts';
export * from './errors/asset-errors.ts';
export * from './errors/authorization-errors.ts';
export * from './errors/domain-error.ts';
export * from './errors/file-errors.ts';
export * from './errors/identity-errors.ts';
export * from './errors/license-errors.ts';
export * from './errors/member-errors.ts';
export * from './errors/onboarding-errors.ts';
export * from './errors/request-errors.ts';
export * from './errors/session-errors.ts';
