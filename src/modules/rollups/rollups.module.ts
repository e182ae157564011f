import { Global, Module } from '@nestjs/common';
import { ChildFactsService } from './child-facts.service.js';
import { ConsolidationService } from './consolidation.service.js';
import { RollOverController } from './roll-over.controller.js';
import { RollOverService } from './roll-over.service.js';
import { RebaselineMessages } from './targets/rebaseline-messages.js';
import { TargetRowsService } from './targets/target-rows.service.js';
import { TargetsController } from './targets/targets.controller.js';
import { RebaselinesService } from './targets/rebaselines.service.js';
import { TargetFigures } from './targets/target-figures.service.js';
import { TargetsService } from './targets/targets.service.js';

@Global()
@Module({
  controllers: [RollOverController, TargetsController],
  providers: [
    ChildFactsService,
    ConsolidationService,
    RollOverService,
    TargetRowsService,
    RebaselineMessages,
    TargetFigures,
    RebaselinesService,
    TargetsService,
  ],
  exports: [ConsolidationService, RollOverService, TargetsService],
})
export class RollupsModule {}
