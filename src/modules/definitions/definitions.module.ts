import { Global, Module } from '@nestjs/common';
import { DefinitionsService } from './definitions.service.js';
import { DraftsService } from './drafts.service.js';
import { PublishingService } from './publishing.service.js';
import { Sayer } from './sayer.js';
import { SurroundingsService } from './surroundings.service.js';

@Global()
@Module({
  providers: [DefinitionsService, DraftsService, PublishingService, Sayer, SurroundingsService],
  exports: [DefinitionsService, DraftsService, PublishingService, Sayer, SurroundingsService],
})
export class DefinitionsModule {}
