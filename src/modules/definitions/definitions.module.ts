import { Global, Module } from '@nestjs/common';
import { DefinitionsService } from './definitions.service.js';
import { DraftsService } from './drafts.service.js';
import { PublishingService } from './publishing.service.js';
import { Sayer } from './sayer.js';

@Global()
@Module({
  providers: [DefinitionsService, DraftsService, PublishingService, Sayer],
  exports: [DefinitionsService, DraftsService, PublishingService, Sayer],
})
export class DefinitionsModule {}
