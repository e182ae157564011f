import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { OneTimeService } from './one-time.service.js';
import { PasswordController } from './password.controller.js';
import { PasswordsService } from './passwords.service.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionsService } from './sessions.service.js';
import { TriesService } from './tries.service.js';

@Global()
@Module({
  controllers: [SessionController, PasswordController],
  providers: [OneTimeService, PasswordsService, SessionsService, AuditService, SessionGuard, TriesService],
  exports: [OneTimeService, PasswordsService, SessionsService, AuditService, SessionGuard, TriesService],
})
export class AccessModule {}
