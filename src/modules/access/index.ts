export { AccessModule } from './access.module.js';
export { AdminGuard } from './admin.guard.js';
export { AuditService } from './audit.service.js';
export {
  type EnrolmentKey,
  enrolmentKey,
  type Invitation,
  type Leak,
  MISSES,
  OneTimeService,
} from './one-time.service.js';
export { PasswordsService } from './passwords.service.js';
export { notAllowed, signInNeeded, tooManyTries } from './problems.js';
export { RateLimit } from './rate-limit.js';
export { maybeSecretsIn } from './secrets-in.js';
export { Scope } from './scope.js';
export { CurrentPerson, SESSION_COOKIE, SessionGuard, type SignedIn } from './session.guard.js';
export { SessionsService } from './sessions.service.js';
export { TriesService } from './tries.service.js';
