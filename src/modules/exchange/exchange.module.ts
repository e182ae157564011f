import { Global, Module } from '@nestjs/common';
import { DefinitionWorkbookController } from './definition-workbook.controller.js';
import { PeopleWorkbookController } from './people-workbook.controller.js';
import { ReportWorkbookController } from './report-workbook.controller.js';
import { ReportWorkbooksService } from './report-workbooks.service.js';
import { RollupsController } from './rollups.controller.js';

@Global()
@Module({
  controllers: [RollupsController, DefinitionWorkbookController, ReportWorkbookController, PeopleWorkbookController],
  providers: [ReportWorkbooksService],
  exports: [ReportWorkbooksService],
})
export class ExchangeModule {}
