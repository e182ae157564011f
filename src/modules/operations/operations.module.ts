import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';
import { TrainingStartService } from './training-start.service.js';

@Module({
  controllers: [HealthController, TrainingController],
  providers: [TrainingService, TrainingStartService],
  exports: [TrainingService, TrainingStartService],
})
export class OperationsModule {}
