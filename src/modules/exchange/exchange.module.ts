import { Module } from '@nestjs/common';
import { DefinitionWorkbookController } from './definition-workbook.controller.js';
import { RollupsController } from './rollups.controller.js';

@Module({ controllers: [RollupsController, DefinitionWorkbookController] })
export class ExchangeModule {}
