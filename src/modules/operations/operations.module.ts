import { Module } from '@nestjs/common';
import { BacklogService } from './backlog.service.js';
import { HealthController } from './health.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';
import { TrainingStartService } from './training-start.service.js';

@Module({
  controllers: [HealthController, LedgerController, TrainingController],
  providers: [LedgerService, BacklogService, TrainingService, TrainingStartService],
  exports: [TrainingService, TrainingStartService],
})
export class OperationsModule {}
