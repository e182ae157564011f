import { Global, Module } from '@nestjs/common';
import { ConversationsService } from './conversations.service.js';
import { EffectsService } from './effects.service.js';
import { FormViewService } from './form-view.service.js';
import { GroupedTurns } from './grouped-turns.service.js';
import { IncomingFiles } from './incoming-files.js';
import { GroupViewService } from './group-view.service.js';
import { LateViewService } from './late-view.service.js';
import { OneTimeRepliesService } from './one-time-replies.service.js';
import { OpenFormsService } from './open-forms.service.js';
import { ReceivedFilesService } from './received-files.service.js';
import { ViewService } from './view.service.js';

@Global()
@Module({
  providers: [
    ConversationsService,
    ViewService,
    EffectsService,
    FormViewService,
    GroupViewService,
    GroupedTurns,
    LateViewService,
    OneTimeRepliesService,
    OpenFormsService,
    ReceivedFilesService,
    IncomingFiles,
  ],
  exports: [ConversationsService, IncomingFiles],
})
export class ConversationsModule {}
