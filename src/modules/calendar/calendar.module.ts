import { Global, Module } from '@nestjs/common';
import { CalendarService } from './calendar.service.js';
import { ExtensionsService } from './extensions.service.js';
import { ObligationsService } from './obligations.service.js';

@Global()
@Module({
  providers: [CalendarService, ObligationsService, ExtensionsService],
  exports: [CalendarService, ObligationsService, ExtensionsService],
})
export class CalendarModule {}
