import { Global, Module } from '@nestjs/common';
import { ChildFactsService } from './child-facts.service.js';
import { ConsolidationService } from './consolidation.service.js';

@Global()
@Module({ providers: [ChildFactsService, ConsolidationService], exports: [ConsolidationService] })
export class RollupsModule {}
