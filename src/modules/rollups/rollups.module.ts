import { Global, Module } from '@nestjs/common';
import { ChildFactsService } from './child-facts.service.js';
import { ConsolidationService } from './consolidation.service.js';
import { RollOverController } from './roll-over.controller.js';
import { RollOverService } from './roll-over.service.js';

@Global()
@Module({
  controllers: [RollOverController],
  providers: [ChildFactsService, ConsolidationService, RollOverService],
  exports: [ConsolidationService, RollOverService],
})
export class RollupsModule {}
