import { Global, Module } from '@nestjs/common';
import { DefinitionWorkbookController } from './definition-workbook.controller.js';
import { HolidayFileController } from './holiday-file.controller.js';
import { PeopleWorkbookController } from './people-workbook.controller.js';
import { PeopleWorkbookService } from './people-workbook.service.js';
import { ReportWorkbookController } from './report-workbook.controller.js';
import { ReportWorkbooksService } from './report-workbooks.service.js';
import { RollupsController } from './rollups.controller.js';

@Global()
@Module({
  controllers: [
    RollupsController,
    DefinitionWorkbookController,
    ReportWorkbookController,
    PeopleWorkbookController,
    HolidayFileController,
  ],
  providers: [PeopleWorkbookService, ReportWorkbooksService],
  exports: [PeopleWorkbookService, ReportWorkbooksService],
})
export class ExchangeModule {}
