import { Module } from '@nestjs/common';
import { DefinitionWorkbookController } from './definition-workbook.controller.js';
import { ReportWorkbookController } from './report-workbook.controller.js';
import { RollupsController } from './rollups.controller.js';

@Module({ controllers: [RollupsController, DefinitionWorkbookController, ReportWorkbookController] })
export class ExchangeModule {}
