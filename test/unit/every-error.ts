import * as errors from '../../core/domain/errors.ts';

/** One of each domain error. */
export const everyError: readonly errors.DomainError[] = [
  new errors.InvalidRequest([{ pointer: '/a', detail: 'is wrong' }]),
  new errors.NotFound(),
  new errors.Forbidden('create-user'),
  new errors.MoreThanHeld(['search-users'], '/permissions'),
  new errors.MemberNotActive(),
  new errors.AddressNotAllowed(),
  new errors.UserExists([]),
  new errors.LoginIdTaken([]),
  new errors.RunNotFailed(),
  new errors.StepAlreadyDone(['AssignWork'], []),
  new errors.IdempotencyKeyReused(),
  new errors.NoFreeSeat(['lmp']),
  new errors.LicenseNotInPlan(['fax']),
  new errors.IdentityRefused(),
  new errors.MailNotSent(),
  new errors.NoPasswordYet(),
  new errors.Busy(),
  new errors.AccountExists(),
  new errors.StaleAttempt(),
];
