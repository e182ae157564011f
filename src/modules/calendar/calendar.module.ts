import { Global, Module } from '@nestjs/common';
import { CalendarService } from './calendar.service.js';
import { ExtensionMessages } from './extension-messages.js';
import { ExtensionsController } from './extensions.controller.js';
import { ExtensionsService } from './extensions.service.js';
import { ObligationsService } from './obligations.service.js';

@Global()
@Module({
  controllers: [ExtensionsController],
  providers: [CalendarService, ObligationsService, ExtensionsService, ExtensionMessages],
  exports: [CalendarService, ObligationsService, ExtensionsService],
})
export class CalendarModule {}
