import { Global, Module } from '@nestjs/common';
import { WaiversService } from './acts/waivers.service.js';
import { CalendarService } from './calendar.service.js';
import { ExtensionMessages } from './extension-messages.js';
import { ExtensionsController } from './extensions.controller.js';
import { ExtensionsService } from './extensions.service.js';
import { CausedObligations } from './occasions/caused-obligations.js';
import { EventsService } from './occasions/events.service.js';
import { LocalRulesService } from './occasions/local-rules.service.js';
import { OccasionsController } from './occasions/occasions.controller.js';
import { ObligationWriter } from './obligation-writer.js';
import { ObligationsService } from './obligations.service.js';
import { UnitChangesController } from './unit-changes/unit-changes.controller.js';
import { UnitChangesService } from './unit-changes/unit-changes.service.js';

@Global()
@Module({
  controllers: [ExtensionsController, OccasionsController, UnitChangesController],
  providers: [
    CalendarService,
    ObligationsService,
    ExtensionsService,
    ExtensionMessages,
    ObligationWriter,
    WaiversService,
    CausedObligations,
    EventsService,
    LocalRulesService,
    UnitChangesService,
  ],
  exports: [
    CalendarService,
    ObligationsService,
    ExtensionsService,
    WaiversService,
    EventsService,
    LocalRulesService,
    UnitChangesService,
  ],
})
export class CalendarModule {}
