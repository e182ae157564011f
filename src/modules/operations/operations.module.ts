import { Module } from '@nestjs/common';
import { AuditSubjects } from './audit-subjects.service.js';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrailService } from './audit-trail.service.js';
import { BacklogService } from './backlog.service.js';
import { HealthController } from './health.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';
import { PassedOverService } from './passed-over.service.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';
import { TrainingStartService } from './training-start.service.js';

@Module({
  controllers: [HealthController, LedgerController, TrainingController, AuditTrailController],
  providers: [
    LedgerService,
    PassedOverService,
    BacklogService,
    TrainingService,
    TrainingStartService,
    AuditTrailService,
    AuditSubjects,
  ],
  exports: [TrainingService, TrainingStartService],
})
export class OperationsModule {}
