export { AccessModule } from './access.module.js';
export { AuditService } from './audit.service.js';
export { OneTimeService } from './one-time.service.js';
export { PasswordsService } from './passwords.service.js';
export { notAllowed, tooManyTries } from './problems.js';
export { RateLimit } from './rate-limit.js';
export { Scope } from './scope.js';
export { CurrentPerson, mustBeSameSite, SESSION_COOKIE, SessionGuard, type SignedIn } from './session.guard.js';
export { SessionsService } from './sessions.service.js';
