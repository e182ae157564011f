import { Global, Module } from '@nestjs/common';
import { Attachments } from './attachments.js';
import { OutboxService } from './outbox.service.js';
import { Wake } from './wake.js';

@Global()
@Module({ providers: [OutboxService, Wake, Attachments], exports: [OutboxService, Wake, Attachments] })
export class OutboxModule {}
