import { Global, Module } from '@nestjs/common';
import { OutboxService } from './outbox.service.js';
import { Wake } from './wake.js';

@Global()
@Module({ providers: [OutboxService, Wake], exports: [OutboxService, Wake] })
export class OutboxModule {}
