import { Global, Module } from '@nestjs/common';
import { ContactsService } from './contacts.service.js';
import { GroupsService } from './groups.service.js';
import { PeopleService } from './people.service.js';
import { UnitsService } from './units.service.js';
import { PastFiguresService } from './succession/past-figures.service.js';
import { SuccessionsService } from './succession/successions.service.js';

@Global()
@Module({
  providers: [UnitsService, PeopleService, ContactsService, GroupsService, SuccessionsService, PastFiguresService],
  exports: [UnitsService, PeopleService, ContactsService, GroupsService, SuccessionsService, PastFiguresService],
})
export class UnitsModule {}
