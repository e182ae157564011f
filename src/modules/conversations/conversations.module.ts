import { Global, Module } from '@nestjs/common';
import { ConversationsService } from './conversations.service.js';
import { ViewService } from './view.service.js';

@Global()
@Module({ providers: [ConversationsService, ViewService], exports: [ConversationsService] })
export class ConversationsModule {}
