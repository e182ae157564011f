import { Global, Module } from '@nestjs/common';
import { Attachments } from './attachments.js';
import { ClaimsService } from './claims.service.js';
import { OneTimeTexts } from './one-time-texts.js';
import { OutboxService } from './outbox.service.js';
import { Wake } from './wake.js';

@Global()
@Module({
  providers: [OutboxService, ClaimsService, Wake, Attachments, OneTimeTexts],
  exports: [OutboxService, ClaimsService, Wake, Attachments, OneTimeTexts],
})
export class OutboxModule {}
