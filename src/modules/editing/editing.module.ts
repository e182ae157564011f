import { Module } from '@nestjs/common';
import { DraftsController } from './drafts.controller.js';
import { FormListService } from './form-list.service.js';
import { FormsController } from './forms.controller.js';
import { PreviewsController } from './previews.controller.js';
import { RehearsalService } from './rehearsal.service.js';

@Module({
  controllers: [PreviewsController, FormsController, DraftsController],
  providers: [FormListService, RehearsalService],
})
export class EditingModule {}
