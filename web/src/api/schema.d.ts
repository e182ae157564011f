// Written by scripts/api-types.mjs from the product's OpenAPI document; not changed by hand.
export interface paths {
  '/api/alarms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['AlarmsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/attachments/{secret}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['AttachmentsController_give'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['AuditTrailController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FollowupsController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ActsController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/cycles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ActsController_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/cycles/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ActsController_lookAtOpening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['OccasionsController_eventsOf'];
    put?: never;
    post: operations['OccasionsController_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/events/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['OccasionsController_withdrawEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/holidays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['HolidaysController_all'];
    put?: never;
    post: operations['HolidayFileController_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/holidays/imports/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['HolidaysController_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/holidays/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['HolidayFileController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/moves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ActsController_move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/moves/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ActsController_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/outages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ActsController_outage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/roll-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RollOverController_rollOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/rounds/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ActsController_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/rounds/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ActsController_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['OccasionsController_rulesSeen'];
    put?: never;
    post: operations['OccasionsController_set'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/rules/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['OccasionsController_withdrawRule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/years/{planYear}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['YearController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/years/{planYear}/{milestone}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['YearController_ofMilestone'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chat/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ChatFilesController_take'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chat/files/{line}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ChatFilesController_give'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chat/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['WebChatController_since'];
    put?: never;
    post: operations['WebChatController_say'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chat/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['WebChatController_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chat/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['WebChatController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chat/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['WebChatController_stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/colleagues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FollowupsController_colleagues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ConferencesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conferences/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['ConferencesController_move'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conferences/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConferencesController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conferences/{id}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConferencesController_hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conferences/{id}/minutes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ConferencesController_read'];
    put: operations['ConferencesController_write'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conferences/arrange': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConferencesController_arrange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conferences/windows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ConferencesController_windows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/delegations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DelegationsController_list'];
    put?: never;
    post: operations['DelegationsController_set'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/delegations/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DelegationsController_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/extension-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DeskController_wishes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/followups/dry-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DryRunController_dryRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/followups/dry-run/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DryRunController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forecast': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ForecastController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forecast/ahead': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ForecastController_ahead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FormsController_forms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FormsController_form'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FormsController_diff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DraftsController_read'];
    put?: never;
    post: operations['DraftsController_begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/draft/carries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DraftsController_carries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/draft/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DraftsController_check'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/draft/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DraftsController_discard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/draft/edits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DraftsController_edit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/draft/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DraftsController_publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/draft/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DefinitionWorkbookController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/moves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MovesController_preview'];
    put?: never;
    post: operations['MovesController_move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/moves/{move}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['MovesController_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/moves/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MovesController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/retire': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FormsController_retire'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/revive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FormsController_revive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FormsController_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/{key}/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DefinitionWorkbookController_write'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forms/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PreviewsController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ladder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['LadderController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ladder/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['LadderController_save'];
    post?: never;
    delete: operations['LadderController_discard'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ladder/draft/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['LadderController_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ladder/draft/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['LadderController_difference'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ladder/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['LadderController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ladder/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['LadderController_version'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ladder/versions/{version}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['LadderController_restore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ReportsController_owed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_acknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/extension': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/extension-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ExtensionsController_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/extension-request/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ExtensionsController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/extension/take-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DecisionsController_takeExtensionBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/handover': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_handOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/promise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_promise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/reopening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DecisionsController_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/status-review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_review'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/waiver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DecisionsController_waive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{id}/waiver/take-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DecisionsController_takeBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{obligation}/document': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DocumentsController_recorded'];
    put?: never;
    post: operations['DocumentsController_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/{obligation}/document/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DocumentsController_file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/outbox/backlog': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['LedgerController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/outbox/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['LedgerController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/outbox/ledger/passed-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['LedgerController_notSent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/overdue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FollowupsController_overdue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PeopleController_list'];
    put?: never;
    post: operations['PeopleController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['PeopleController_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EnrolmentController_invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/invitation/send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EnrolmentController_send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PeopleController_leave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PeopleController_comeBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['PeopleController_giveRole'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/roles/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PeopleController_endRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/chats/{link}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EnrolmentController_unlink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EnrolmentController_sheet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/linked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['EnrolmentController_standing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PeopleController_managed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PeopleWorkbookController_download'];
    put?: never;
    post: operations['PeopleWorkbookController_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/workbook/marked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PeopleWorkbookController_marked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/workbook/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PeopleWorkbookController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['QuestionsController_list'];
    put?: never;
    post: operations['QuestionsController_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/questions/{number}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['QuestionsController_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/questions/{number}/settlement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['QuestionsController_settle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/questions/difficulties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['QuestionsController_difficulties'];
    put?: never;
    post: operations['QuestionsController_raise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{obligation}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ReportsController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{obligation}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['ReportsController_answer'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{obligation}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FilesController_list'];
    put?: never;
    post: operations['FilesController_keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{obligation}/files/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FilesController_give'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{obligation}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReportsController_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{obligation}/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ReportWorkbookController_download'];
    put?: never;
    post: operations['ReportWorkbookController_upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{obligation}/workbook/marked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReportWorkbookController_marked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rollups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['RollupsController_offers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rollups/{unit}/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['RollupsController_workbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['SessionController_who'];
    put?: never;
    post: operations['SessionController_signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['SessionController_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PasswordController_standing'];
    put: operations['PasswordController_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/status-reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DeskController_statuses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TargetsController_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/targets/assigned': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['TargetsController_assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/targets/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TargetsController_overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/targets/rebaselines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TargetsController_waiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/targets/rebaselines/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['TargetsController_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/targets/resolved': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['TargetsController_resolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/texts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['WordingController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/texts/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['WordingController_reword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/texts/{key}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['WordingController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/texts/{key}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['WordingController_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/training/clock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TrainingController_read'];
    put?: never;
    post: operations['TrainingController_move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['UnitChangesController_all'];
    put?: never;
    post: operations['UnitChangesController_carryOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-changes/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['UnitChangesController_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-changes/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['UnitChangesController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FollowupsController_questionsAsked'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-questions/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-questions/waiting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FollowupsController_questionsWaiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units/{unit}/reminder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FollowupsController_remindNow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['WordsController_words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['HealthController_alive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['HealthController_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: never;
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  AlarmsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AttachmentsController_give: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        secret: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AuditTrailController_see: {
    parameters: {
      query?: {
        before?: number;
        from?: string;
        kind?:
          'calendar' | 'conferences' | 'targets' | 'followups' | 'reports' | 'forms' | 'people' | 'sessions' | 'other';
        most?: number;
        to?: string;
        unit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            before?: number;
            entries: {
              action: string;
              actor?: {
                /** Format: uuid */
                id: string;
                name: string;
              };
              at: string;
              count?: number;
              id: number;
              /** @enum {string} */
              kind:
                | 'calendar'
                | 'conferences'
                | 'targets'
                | 'followups'
                | 'reports'
                | 'forms'
                | 'people'
                | 'sessions'
                | 'other';
              subject: string;
              why?: string;
            }[];
          };
        };
      };
    };
  };
  FollowupsController_see: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ActsController_see: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ActsController_open: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          planYear: number;
          waiveOver?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ActsController_lookAtOpening: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          planYear: number;
          waiveOver?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            lateAtOnce: number;
            milestones: {
              added: number;
              milestone: string;
            }[];
            waived: number;
          };
        };
      };
    };
  };
  OccasionsController_eventsOf: {
    parameters: {
      query: {
        planYear: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cycles: number[];
            events: {
              endedOn: string;
              follows: {
                dueOn: string;
                /** @enum {string} */
                settled?: 'submitted' | 'document' | 'waived';
                title: string;
              }[];
              heldBy: string;
              heldByName: string;
              /** Format: uuid */
              id: string;
              mayChange: boolean;
              milestone: string;
              note: string;
              occasion: string;
              planYear: number;
              title: string;
              unit: string;
              unitName: string;
            }[];
            planYear: number;
            today: string;
            windows: {
              clause: {
                quote: string;
                section: string;
              };
              from?: string;
              holders: {
                awaited: {
                  code: string;
                  name: string;
                }[];
                code: string;
                name: string;
                units: {
                  code: string;
                  name: string;
                }[];
              }[];
              milestone: string;
              terms: {
                /** @enum {string} */
                count: 'calendar' | 'working';
                days: number;
                title: string;
              }[];
              title: string;
              to?: string;
            }[];
          };
        };
      };
    };
  };
  OccasionsController_record: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          endedOn: string;
          heldBy: string;
          milestone: string;
          note?: string;
          occasion?: string;
          planYear: number;
          unit: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  OccasionsController_withdrawEvent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HolidaysController_all: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            days: {
              date: string;
              /** @enum {string} */
              kind: 'off' | 'swap-off' | 'work';
              nameEn: string;
              nameVi: string;
              source: string;
              /** @enum {string} */
              status: 'decreed' | 'assumed';
            }[];
            /** @enum {string} */
            due: 'none' | 'next' | 'previous';
            imports: {
              at: string;
              by?: string;
              fileName: string;
              /** Format: uuid */
              id: string;
              undoneAt?: string;
              years: number[];
            }[];
            today: string;
          };
        };
      };
    };
  };
  HolidayFileController_import: {
    parameters: {
      query: {
        digest: string;
        name: string;
        overHand?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: {
              date: string;
              /** @enum {string} */
              kind: 'off' | 'swap-off' | 'work';
              nameEn: string;
              nameVi: string;
              source: string;
              /** @enum {string} */
              status: 'decreed' | 'assumed';
            }[];
            applied: boolean;
            byHand: {
              from: string;
              title: string;
              to: string;
              units: number;
            }[];
            changed: {
              is: {
                date: string;
                /** @enum {string} */
                kind: 'off' | 'swap-off' | 'work';
                nameEn: string;
                nameVi: string;
                source: string;
                /** @enum {string} */
                status: 'decreed' | 'assumed';
              };
              was: {
                date: string;
                /** @enum {string} */
                kind: 'off' | 'swap-off' | 'work';
                nameEn: string;
                nameVi: string;
                source: string;
                /** @enum {string} */
                status: 'decreed' | 'assumed';
              };
            }[];
            deadlines: {
              is: {
                lastDayOff: boolean;
                offAfter: number;
                offBefore: number;
              };
              lastDay: string;
              milestone: string;
              title: string;
              units: number;
              was: {
                lastDayOff: boolean;
                offAfter: number;
                offBefore: number;
              };
            }[];
            digest: string;
            dueDays: number;
            edit: {
              days: {
                date: string;
                /** @enum {string} */
                kind: 'off' | 'swap-off' | 'work';
                /** @enum {string} */
                status: 'decreed' | 'assumed';
              }[];
              dues: {
                dueOn: string;
                /** Format: uuid */
                obligation: string;
              }[];
              years: number[];
            };
            faults: {
              line: number;
              text: string;
            }[];
            moves: {
              from: string;
              title: string;
              to: string;
              units: number;
            }[];
            overHand: boolean;
            removed: {
              date: string;
              /** @enum {string} */
              kind: 'off' | 'swap-off' | 'work';
              nameEn: string;
              nameVi: string;
              source: string;
              /** @enum {string} */
              status: 'decreed' | 'assumed';
            }[];
            years: number[];
          };
        };
      };
    };
  };
  HolidaysController_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            applied: boolean;
            days: number;
            dueDays: number;
            years: number[];
          };
        };
      };
    };
  };
  HolidayFileController_preview: {
    parameters: {
      query: {
        name: string;
        overHand?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: {
              date: string;
              /** @enum {string} */
              kind: 'off' | 'swap-off' | 'work';
              nameEn: string;
              nameVi: string;
              source: string;
              /** @enum {string} */
              status: 'decreed' | 'assumed';
            }[];
            applied: boolean;
            byHand: {
              from: string;
              title: string;
              to: string;
              units: number;
            }[];
            changed: {
              is: {
                date: string;
                /** @enum {string} */
                kind: 'off' | 'swap-off' | 'work';
                nameEn: string;
                nameVi: string;
                source: string;
                /** @enum {string} */
                status: 'decreed' | 'assumed';
              };
              was: {
                date: string;
                /** @enum {string} */
                kind: 'off' | 'swap-off' | 'work';
                nameEn: string;
                nameVi: string;
                source: string;
                /** @enum {string} */
                status: 'decreed' | 'assumed';
              };
            }[];
            deadlines: {
              is: {
                lastDayOff: boolean;
                offAfter: number;
                offBefore: number;
              };
              lastDay: string;
              milestone: string;
              title: string;
              units: number;
              was: {
                lastDayOff: boolean;
                offAfter: number;
                offBefore: number;
              };
            }[];
            digest: string;
            dueDays: number;
            edit: {
              days: {
                date: string;
                /** @enum {string} */
                kind: 'off' | 'swap-off' | 'work';
                /** @enum {string} */
                status: 'decreed' | 'assumed';
              }[];
              dues: {
                dueOn: string;
                /** Format: uuid */
                obligation: string;
              }[];
              years: number[];
            };
            faults: {
              line: number;
              text: string;
            }[];
            moves: {
              from: string;
              title: string;
              to: string;
              units: number;
            }[];
            overHand: boolean;
            removed: {
              date: string;
              /** @enum {string} */
              kind: 'off' | 'swap-off' | 'work';
              nameEn: string;
              nameVi: string;
              source: string;
              /** @enum {string} */
              status: 'decreed' | 'assumed';
            }[];
            years: number[];
          };
        };
      };
    };
  };
  ActsController_move: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          kind?: string;
          milestone: string;
          planYear: number;
          reason: string;
          shift:
            | {
                dueOn: string;
              }
            | {
                days: number;
              };
          under?: string;
          units?: string[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ActsController_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ActsController_outage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          /** Format: date-time */
          from: string;
          reason: string;
          /** Format: date-time */
          to: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RollOverController_rollOver: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          planYear: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ActsController_close: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          planYear: number;
          reason: string;
          /** @enum {string} */
          round: '0' | '1' | '2' | '3' | 'reports';
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ActsController_reopen: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          planYear: number;
          /** @enum {string} */
          round: '0' | '1' | '2' | '3' | 'reports';
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  OccasionsController_rulesSeen: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cycles: number[];
            rules: {
              decision: string;
              forms: string[];
              fromPlanYear: number;
              /** Format: uuid */
              id: string;
              key: string;
              mayChange: boolean;
              milestone: string;
              owed: number;
              periods: {
                due: {
                  monthDay: string;
                  /** @enum {string} */
                  yearOf: 'report-year' | 'plan-year';
                };
                key: string;
                opens: {
                  monthDay: string;
                  /** @enum {string} */
                  yearOf: 'report-year' | 'plan-year';
                };
                title: {
                  en?: string;
                  vi: string;
                };
              }[];
              setBy: string;
              setByName: string;
              settled: number;
              title: string;
              toPlanYear?: number;
              units?: string[];
            }[];
            settable: {
              clause: {
                quote: string;
                section: string;
              };
              forms: {
                key: string;
                title: string;
              }[];
              milestone: string;
              proposals: {
                assumed: string;
                forms: string[];
                key: string;
                periods: {
                  due: {
                    monthDay: string;
                    /** @enum {string} */
                    yearOf: 'report-year' | 'plan-year';
                  };
                  key: string;
                  opens: {
                    monthDay: string;
                    /** @enum {string} */
                    yearOf: 'report-year' | 'plan-year';
                  };
                  title: {
                    en?: string;
                    vi: string;
                  };
                }[];
              }[];
              title: string;
              unit: string;
              unitName: string;
              units: {
                code: string;
                name: string;
              }[];
            }[];
            today: string;
          };
        };
      };
    };
  };
  OccasionsController_set: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          decision: string;
          forms: string[];
          fromPlanYear: number;
          key: string;
          milestone: string;
          periods: {
            due: {
              monthDay: string;
              /** @enum {string} */
              yearOf: 'report-year' | 'plan-year';
            };
            key: string;
            opens: {
              monthDay: string;
              /** @enum {string} */
              yearOf: 'report-year' | 'plan-year';
            };
            title: {
              en?: string;
              vi: string;
            };
          }[];
          setBy: string;
          toPlanYear?: number;
          units?: string[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  OccasionsController_withdrawRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  YearController_see: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        planYear: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cycles: number[];
            lines: {
              after?: {
                /** @enum {string} */
                count: 'calendar' | 'working';
                days: number;
              };
              assumed?: string;
              calendarDueOn?: string;
              clause: {
                quote: string;
                section: string;
              };
              dues: {
                dueOn: string;
                units: number;
              }[];
              late: number;
              milestone: string;
              oddity?: string;
              opensAssumed: boolean;
              opensOn?: string;
              /** @enum {string} */
              round: '0' | '1' | '2' | '3' | 'reports';
              settled: number;
              /** @enum {string} */
              sort: 'deadline' | 'window' | 'relative' | 'local' | 'start' | 'period' | 'request';
              title: string;
              units: number;
              who: string[];
            }[];
            planYear: number;
            today: string;
          };
        };
      };
    };
  };
  YearController_ofMilestone: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        milestone: string;
        planYear: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            obligations: {
              about?: string;
              closed: boolean;
              dueOn: string;
              dueOnceTakenBack?: string;
              firstDueOn?: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              settled?: 'submitted' | 'document' | 'waived';
              unit: string;
              unitName: string;
              within?: string;
            }[];
            today: string;
          };
        };
      };
    };
  };
  ChatFilesController_take: {
    parameters: {
      query: {
        key: string;
        name: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ChatFilesController_give: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        line: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebChatController_since: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebChatController_say: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              key: string;
              seen?: number;
              text: string;
            }
          | {
              key: string;
              token: string;
            };
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebChatController_open: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebChatController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          line: number;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebChatController_stream: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_colleagues: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            colleagues: {
              /** Format: uuid */
              id: string;
              name: string;
              title: string;
              unit: string;
            }[];
          };
        };
      };
    };
  };
  ConferencesController_list: {
    parameters: {
      query: {
        planYear: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            conferences: {
              /** Format: uuid */
              chair: string;
              chairName: string;
              conclusion?: {
                dueOn: string;
                late: boolean;
                /** Format: uuid */
                obligation: string;
                owedBy: string;
                settled: boolean;
              };
              day: string;
              /** @enum {string} */
              half: 'morning' | 'afternoon';
              heldBy: string;
              heldByName: string;
              /** Format: uuid */
              id: string;
              mayAct: boolean;
              milestone: string;
              note: string;
              planYear: number;
              room: string;
              /** @enum {string} */
              state: 'planned' | 'held' | 'cancelled';
              title: string;
              unit: string;
              unitName: string;
              version: number;
            }[];
          };
        };
      };
    };
  };
  ConferencesController_move: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          chair: string;
          day: string;
          /** @enum {string} */
          half: 'morning' | 'afternoon';
          note?: string;
          room: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConferencesController_cancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConferencesController_hold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          endedOn: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConferencesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConferencesController_write: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          lines: {
            concluded?: string | null;
            discussed?: string;
            measure: string;
            row: string;
          }[];
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConferencesController_arrange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          heldBy: string;
          milestone: string;
          panels: {
            /** Format: uuid */
            chair: string;
            room: string;
          }[];
          planYear: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConferencesController_windows: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            planYears: number[];
            windows: {
              agenda: string[];
              arranged: number;
              chairs: {
                /** Format: uuid */
                id: string;
                name: string;
              }[];
              first: string;
              heldBy: string;
              heldByName: string;
              last: string;
              milestone: string;
              planYear: number;
              title: string;
              units: number;
            }[];
          };
        };
      };
    };
  };
  DelegationsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            decision: string;
            /** Format: uuid */
            deputy?: string;
            deputyName?: string;
            endedOn?: string;
            firstDay: string;
            /** Format: uuid */
            id: string;
            lastDay: string;
            mayEnd: boolean;
            /** Format: uuid */
            person: string;
            personName: string;
            /** @enum {string} */
            role?: 'official' | 'head' | 'supervisor';
            setBy?: string;
            /** @enum {string} */
            standing: 'ahead' | 'in-force' | 'over';
            unit?: string;
            unitName?: string;
          }[];
        };
      };
    };
  };
  DelegationsController_set: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          decision?: string;
          /** Format: uuid */
          deputy?: string;
          firstDay: string;
          lastDay: string;
          /** Format: uuid */
          person: string;
          /** @enum {string} */
          role?: 'official' | 'head' | 'supervisor';
          unit?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DelegationsController_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DeskController_wishes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requests: {
              askedAt: string;
              askedBy: string;
              dueOn: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              obligation: string;
              passesOwnDue?: string;
              reason: string;
              title: string;
              unit: string;
              unitName: string;
              wishedDueOn: string;
            }[];
          };
        };
      };
    };
  };
  DryRunController_dryRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          edit?:
            | {
                /** @enum {string} */
                kind: 'due';
                milestone: string;
                ofKind?: string;
                planYear: number;
                shift:
                  | {
                      dueOn: string;
                    }
                  | {
                      days: number;
                    };
                under?: string;
                units?: string[];
              }
            | {
                /** @enum {string} */
                kind: 'waive';
                obligations: string[];
              }
            | {
                /** @enum {string} */
                kind: 'ladder';
                ladder: {
                  difficulties?: {
                    at: string;
                    'at-most': number;
                    every: number;
                    /** @enum {string} */
                    in?: 'days' | 'working-days';
                  };
                  hours: {
                    from: string;
                    to: string;
                  };
                  key: string;
                  quiet?: {
                    from: string;
                    to: string;
                  }[];
                  rebaselines?: {
                    at: string;
                    'at-most': number;
                    every: number;
                    /** @enum {string} */
                    in?: 'days' | 'working-days';
                  };
                  rungs: {
                    'acknowledge-within-hours'?: number;
                    at: string;
                    channels?: string[];
                    days?: number;
                    /** @enum {string} */
                    from: 'opens' | 'last-day' | 'due';
                    /** @enum {string} */
                    grouping?: 'digest' | 'single';
                    id: string;
                    'on-working-days-only'?: boolean;
                    repeat?: {
                      'at-most': number;
                      every: number;
                      /** @enum {string} */
                      in?: 'days' | 'working-days';
                    };
                    'slack-at-most'?: number;
                    /** @enum {string} */
                    sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
                    template: string;
                    to:
                      | {
                          /** @enum {string} */
                          of: 'unit';
                          /** @enum {string} */
                          role: 'official' | 'head';
                        }
                      | {
                          /** @enum {string} */
                          of: 'superior';
                          /** @enum {string} */
                          role: 'supervisor' | 'head';
                        }
                      | {
                          /** @enum {string} */
                          of: 'named';
                          /** @enum {string} */
                          role: 'supervisor' | 'head' | 'official';
                          unit: string;
                        };
                    until?: ('status-reported' | 'promised' | 'acknowledged')[];
                    'working-days'?: number;
                  }[];
                  'time-zone': string;
                };
              }
            | {
                days: {
                  date: string;
                  /** @enum {string} */
                  kind: 'off' | 'swap-off' | 'work';
                  /**
                   * @default assumed
                   * @enum {string}
                   */
                  status?: 'decreed' | 'assumed';
                }[];
                dues?: {
                  dueOn: string;
                  /** Format: uuid */
                  obligation: string;
                }[];
                /** @enum {string} */
                kind: 'holidays';
                years?: number[];
              }
            | {
                /** Format: date-time */
                from: string;
                /** @enum {string} */
                kind: 'outage';
                /** Format: date-time */
                to: string;
              }
            | {
                /** @enum {string} */
                kind: 'move-undo';
                /** Format: uuid */
                move: string;
              }
            | {
                change: {
                  decision: string;
                  from: string;
                  into: {
                    code: string;
                    name?: string;
                    share?: string;
                  }[];
                  /** @enum {string} */
                  sort: 'merge' | 'split';
                  units: string[];
                };
                /** @enum {string} */
                kind: 'unit-change';
              }
            | {
                /** @enum {string} */
                kind: 'rule';
                rule: {
                  decision: string;
                  forms: string[];
                  fromPlanYear: number;
                  key: string;
                  milestone: string;
                  periods: {
                    due: {
                      monthDay: string;
                      /** @enum {string} */
                      yearOf: 'report-year' | 'plan-year';
                    };
                    key: string;
                    opens: {
                      monthDay: string;
                      /** @enum {string} */
                      yearOf: 'report-year' | 'plan-year';
                    };
                    title: {
                      en?: string;
                      vi: string;
                    };
                  }[];
                  setBy: string;
                  toPlanYear?: number;
                  units?: string[];
                };
              }
            | {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'rule-end';
              }
            | {
                event: {
                  endedOn: string;
                  heldBy: string;
                  milestone: string;
                  note?: string;
                  occasion?: string;
                  planYear: number;
                  unit: string;
                };
                /** @enum {string} */
                kind: 'event';
              }
            | {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'event-end';
              };
          from: string;
          milestone?: string;
          /** Format: uuid */
          person?: string;
          to: string;
          under?: string;
          units?: string[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            channels: {
              channel?: string;
              messages: number;
              peak: {
                hour: string;
                messages: number;
                seconds?: number;
              };
              people: number;
            }[];
            days: {
              messages: number;
              on: string;
              people: number;
            }[];
            difference?: {
              added: {
                escalations: number;
                reminders: number;
              };
              cancelled: {
                escalations: number;
                reminders: number;
              };
              lines: {
                before?: string;
                /** @enum {string} */
                change: 'moved' | 'added' | 'cancelled';
                notice: {
                  at: string;
                  audience: {
                    role: string;
                    unit: string;
                  };
                  audienceName: string;
                  key: string;
                  milestone: string;
                  people: number;
                  rung: string;
                  rungTitle: string;
                  /** @enum {string} */
                  sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation' | 'no-contact';
                  title: string;
                  unit: string;
                  unitName: string;
                  why: string;
                };
              }[];
              moved: {
                escalations: number;
                reminders: number;
              };
              sentence: string;
            };
            lines: {
              at: string;
              audience: {
                role: string;
                unit: string;
              };
              audienceName: string;
              key: string;
              milestone: string;
              people: number;
              rung: string;
              rungTitle: string;
              /** @enum {string} */
              sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation' | 'no-contact';
              title: string;
              unit: string;
              unitName: string;
              why: string;
            }[];
            messages: number;
            notices: number;
            peak?: {
              hour: string;
              messages: number;
              seconds: {
                [key: string]: number;
              };
            };
            people: {
              channel?: string;
              messages: number;
              name: string;
              notices: number;
              person: string;
            }[];
            unreachable: number;
          };
        };
      };
    };
  };
  DryRunController_list: {
    parameters: {
      query: {
        from: string;
        milestone?: string;
        person?: string;
        to: string;
        unit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ForecastController_see: {
    parameters: {
      query: {
        planYear: number;
        round: '0' | '1' | '2' | '3' | 'reports';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ForecastController_ahead: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            lines: {
              childrenOpen: number;
              daysLeft: number;
              /** Format: uuid */
              id: string;
              text: string;
              title: string;
              unitName: string;
            }[];
          };
        };
      };
    };
  };
  FormsController_forms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            forms: {
              draft: {
                /** Format: date-time */
                at: string;
                by: string;
                changes: number;
                checked: boolean;
                revision: number;
              } | null;
              key: string;
              kind: string;
              level: string | null;
              levels: string[];
              milestones: {
                id: string;
                round: string;
                title: string;
              }[];
              note: string;
              openReports: number;
              /** Format: date-time */
              publishedAt: string;
              publishedBy: string | null;
              retiredAt: string | null;
              rows: number;
              template: string;
              title: string;
              version: number;
            }[];
          };
        };
      };
    };
  };
  FormsController_form: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            definition: {
              key: string;
              /** @enum {string} */
              kind: 'indicators' | 'records' | 'outline' | 'short';
              provenance: string;
              template: string;
              title: {
                en?: string;
                vi: string;
              };
            } & {
              [key: string]: unknown;
            };
            key: string;
            newest: number;
            note: string;
            oddities: {
              id: string;
              quote: string;
              remark: string;
              title: string;
            }[];
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string | null;
            retiredAt: string | null;
            sources: {
              address: string;
              seen: string;
              tag: string;
            }[];
            version: number;
          };
        };
      };
    };
  };
  FormsController_diff: {
    parameters: {
      query: {
        from: number;
        to: 'draft' | number;
      };
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            differences: {
              /** @enum {string} */
              effect?: 'harmless' | 'mapping' | 'next-round';
              field?: string;
              key?: string;
              list?: string;
              text: string;
            }[];
            summary: string;
          };
        };
      };
    };
  };
  DraftsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_begin: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_carries: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_check: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          seen: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_discard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          seen: number;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_edit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          edits: (
            | {
                /** @enum {string} */
                do: 'set';
                field: string;
                from: unknown;
                key: string;
                /** @enum {string} */
                list: 'groups' | 'rows' | 'measures' | 'columns' | 'sections' | 'questions' | 'checks';
                to: unknown;
              }
            | {
                /** @enum {string} */
                do: 'set-form';
                field: string;
                from: unknown;
                to: unknown;
              }
            | {
                after: string | null;
                /** @enum {string} */
                do: 'add';
                item: {
                  key: string;
                } & {
                  [key: string]: unknown;
                };
                /** @enum {string} */
                list: 'groups' | 'rows' | 'measures' | 'columns' | 'sections' | 'questions' | 'checks';
              }
            | {
                /** @enum {string} */
                do: 'remove';
                item: {
                  key: string;
                } & {
                  [key: string]: unknown;
                };
                /** @enum {string} */
                list: 'groups' | 'rows' | 'measures' | 'columns' | 'sections' | 'questions' | 'checks';
              }
            | {
                /** @enum {string} */
                do: 'move';
                from: string | null;
                key: string;
                /** @enum {string} */
                list: 'groups' | 'rows' | 'measures' | 'columns' | 'sections' | 'questions' | 'checks';
                to: string | null;
              }
          )[];
          seen: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_publish: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default [] */
          carries?: (
            | {
                /** @enum {string} */
                do: 'rename';
                from: string;
                list: string;
                to: string | null;
              }
            | {
                /** @enum {string} */
                do: 'scale';
                factor: string;
                key: string;
                list: string;
              }
            | {
                /** @enum {string} */
                do: 'choices';
                key: string;
                list: string;
                map: {
                  [key: string]: string | null;
                };
              }
          )[];
          note: string;
          seen: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DefinitionWorkbookController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MovesController_preview: {
    parameters: {
      query: {
        to: number;
      };
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MovesController_move: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          carries?: (
            | {
                /** @enum {string} */
                do: 'rename';
                from: string;
                list: string;
                to: string | null;
              }
            | {
                /** @enum {string} */
                do: 'scale';
                factor: string;
                key: string;
                list: string;
              }
            | {
                /** @enum {string} */
                do: 'choices';
                key: string;
                list: string;
                map: {
                  [key: string]: string | null;
                };
              }
          )[];
          notBegun?: boolean;
          obligations?: string[];
          to: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MovesController_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
        move: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MovesController_history: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FormsController_retire: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FormsController_revive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FormsController_versions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            retiredAt: string | null;
            versions: {
              base: number | null;
              note: string;
              planYears: number[];
              /** Format: date-time */
              publishedAt: string;
              publishedBy: string | null;
              reports: number;
              secondPerson: string | null;
              version: number;
            }[];
          };
        };
      };
    };
  };
  DefinitionWorkbookController_write: {
    parameters: {
      query?: {
        version?: 'draft' | number;
      };
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PreviewsController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definition: {
            key: string;
            /** @enum {string} */
            kind: 'indicators' | 'records' | 'outline' | 'short';
          } & {
            [key: string]: unknown;
          };
          planYear?: number;
          unitKind?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LadderController_see: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            channels: string[];
            draft?: {
              basedOn: number;
              changedAt: string;
              changedBy: string;
              faults: {
                field?: string;
                reason: string;
                row: string;
              }[];
              ladder: {
                difficulties?: {
                  at: string;
                  'at-most': number;
                  every: number;
                  /** @enum {string} */
                  in?: 'days' | 'working-days';
                };
                hours: {
                  from: string;
                  to: string;
                };
                key: string;
                quiet?: {
                  from: string;
                  to: string;
                }[];
                rebaselines?: {
                  at: string;
                  'at-most': number;
                  every: number;
                  /** @enum {string} */
                  in?: 'days' | 'working-days';
                };
                rungs: {
                  'acknowledge-within-hours'?: number;
                  at: string;
                  channels?: string[];
                  days?: number;
                  /** @enum {string} */
                  from: 'opens' | 'last-day' | 'due';
                  /** @enum {string} */
                  grouping?: 'digest' | 'single';
                  id: string;
                  'on-working-days-only'?: boolean;
                  repeat?: {
                    'at-most': number;
                    every: number;
                    /** @enum {string} */
                    in?: 'days' | 'working-days';
                  };
                  'slack-at-most'?: number;
                  /** @enum {string} */
                  sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
                  template: string;
                  to:
                    | {
                        /** @enum {string} */
                        of: 'unit';
                        /** @enum {string} */
                        role: 'official' | 'head';
                      }
                    | {
                        /** @enum {string} */
                        of: 'superior';
                        /** @enum {string} */
                        role: 'supervisor' | 'head';
                      }
                    | {
                        /** @enum {string} */
                        of: 'named';
                        /** @enum {string} */
                        role: 'supervisor' | 'head' | 'official';
                        unit: string;
                      };
                  until?: ('status-reported' | 'promised' | 'acknowledged')[];
                  'working-days'?: number;
                }[];
                'time-zone': string;
              };
              revision: number;
            };
            ladder: {
              difficulties?: {
                at: string;
                'at-most': number;
                every: number;
                /** @enum {string} */
                in?: 'days' | 'working-days';
              };
              hours: {
                from: string;
                to: string;
              };
              key: string;
              quiet?: {
                from: string;
                to: string;
              }[];
              rebaselines?: {
                at: string;
                'at-most': number;
                every: number;
                /** @enum {string} */
                in?: 'days' | 'working-days';
              };
              rungs: {
                'acknowledge-within-hours'?: number;
                at: string;
                channels?: string[];
                days?: number;
                /** @enum {string} */
                from: 'opens' | 'last-day' | 'due';
                /** @enum {string} */
                grouping?: 'digest' | 'single';
                id: string;
                'on-working-days-only'?: boolean;
                repeat?: {
                  'at-most': number;
                  every: number;
                  /** @enum {string} */
                  in?: 'days' | 'working-days';
                };
                'slack-at-most'?: number;
                /** @enum {string} */
                sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
                template: string;
                to:
                  | {
                      /** @enum {string} */
                      of: 'unit';
                      /** @enum {string} */
                      role: 'official' | 'head';
                    }
                  | {
                      /** @enum {string} */
                      of: 'superior';
                      /** @enum {string} */
                      role: 'supervisor' | 'head';
                    }
                  | {
                      /** @enum {string} */
                      of: 'named';
                      /** @enum {string} */
                      role: 'supervisor' | 'head' | 'official';
                      unit: string;
                    };
                until?: ('status-reported' | 'promised' | 'acknowledged')[];
                'working-days'?: number;
              }[];
              'time-zone': string;
            };
            today: string;
            version: number;
            versions: {
              at: string;
              by?: string;
              note: string;
              /** @enum {string} */
              origin: 'profile' | 'admin';
              version: number;
            }[];
          };
        };
      };
    };
  };
  LadderController_save: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ladder: {
            difficulties?: {
              at: string;
              'at-most': number;
              every: number;
              /** @enum {string} */
              in?: 'days' | 'working-days';
            };
            hours: {
              from: string;
              to: string;
            };
            key: string;
            quiet?: {
              from: string;
              to: string;
            }[];
            rebaselines?: {
              at: string;
              'at-most': number;
              every: number;
              /** @enum {string} */
              in?: 'days' | 'working-days';
            };
            rungs: {
              'acknowledge-within-hours'?: number;
              at: string;
              channels?: string[];
              days?: number;
              /** @enum {string} */
              from: 'opens' | 'last-day' | 'due';
              /** @enum {string} */
              grouping?: 'digest' | 'single';
              id: string;
              'on-working-days-only'?: boolean;
              repeat?: {
                'at-most': number;
                every: number;
                /** @enum {string} */
                in?: 'days' | 'working-days';
              };
              'slack-at-most'?: number;
              /** @enum {string} */
              sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
              template: string;
              to:
                | {
                    /** @enum {string} */
                    of: 'unit';
                    /** @enum {string} */
                    role: 'official' | 'head';
                  }
                | {
                    /** @enum {string} */
                    of: 'superior';
                    /** @enum {string} */
                    role: 'supervisor' | 'head';
                  }
                | {
                    /** @enum {string} */
                    of: 'named';
                    /** @enum {string} */
                    role: 'supervisor' | 'head' | 'official';
                    unit: string;
                  };
              until?: ('status-reported' | 'promised' | 'acknowledged')[];
              'working-days'?: number;
            }[];
            'time-zone': string;
          };
          revision: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            basedOn: number;
            changedAt: string;
            changedBy: string;
            faults: {
              field?: string;
              reason: string;
              row: string;
            }[];
            ladder: {
              difficulties?: {
                at: string;
                'at-most': number;
                every: number;
                /** @enum {string} */
                in?: 'days' | 'working-days';
              };
              hours: {
                from: string;
                to: string;
              };
              key: string;
              quiet?: {
                from: string;
                to: string;
              }[];
              rebaselines?: {
                at: string;
                'at-most': number;
                every: number;
                /** @enum {string} */
                in?: 'days' | 'working-days';
              };
              rungs: {
                'acknowledge-within-hours'?: number;
                at: string;
                channels?: string[];
                days?: number;
                /** @enum {string} */
                from: 'opens' | 'last-day' | 'due';
                /** @enum {string} */
                grouping?: 'digest' | 'single';
                id: string;
                'on-working-days-only'?: boolean;
                repeat?: {
                  'at-most': number;
                  every: number;
                  /** @enum {string} */
                  in?: 'days' | 'working-days';
                };
                'slack-at-most'?: number;
                /** @enum {string} */
                sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
                template: string;
                to:
                  | {
                      /** @enum {string} */
                      of: 'unit';
                      /** @enum {string} */
                      role: 'official' | 'head';
                    }
                  | {
                      /** @enum {string} */
                      of: 'superior';
                      /** @enum {string} */
                      role: 'supervisor' | 'head';
                    }
                  | {
                      /** @enum {string} */
                      of: 'named';
                      /** @enum {string} */
                      role: 'supervisor' | 'head' | 'official';
                      unit: string;
                    };
                until?: ('status-reported' | 'promised' | 'acknowledged')[];
                'working-days'?: number;
              }[];
              'time-zone': string;
            };
            revision: number;
          };
        };
      };
    };
  };
  LadderController_discard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LadderController_apply: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          note?: string;
          /** @default false */
          replan?: boolean;
          revision: number;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            replanned: number;
            version: number;
          };
        };
      };
    };
  };
  LadderController_difference: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from: string;
          to: string;
          units?: string[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            channels: {
              channel?: string;
              messages: number;
              peak: {
                hour: string;
                messages: number;
                seconds?: number;
              };
              people: number;
            }[];
            days: {
              messages: number;
              on: string;
              people: number;
            }[];
            difference?: {
              added: {
                escalations: number;
                reminders: number;
              };
              cancelled: {
                escalations: number;
                reminders: number;
              };
              lines: {
                before?: string;
                /** @enum {string} */
                change: 'moved' | 'added' | 'cancelled';
                notice: {
                  at: string;
                  audience: {
                    role: string;
                    unit: string;
                  };
                  audienceName: string;
                  key: string;
                  milestone: string;
                  people: number;
                  rung: string;
                  rungTitle: string;
                  /** @enum {string} */
                  sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation' | 'no-contact';
                  title: string;
                  unit: string;
                  unitName: string;
                  why: string;
                };
              }[];
              moved: {
                escalations: number;
                reminders: number;
              };
              sentence: string;
            };
            lines: {
              at: string;
              audience: {
                role: string;
                unit: string;
              };
              audienceName: string;
              key: string;
              milestone: string;
              people: number;
              rung: string;
              rungTitle: string;
              /** @enum {string} */
              sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation' | 'no-contact';
              title: string;
              unit: string;
              unitName: string;
              why: string;
            }[];
            messages: number;
            notices: number;
            peak?: {
              hour: string;
              messages: number;
              seconds: {
                [key: string]: number;
              };
            };
            people: {
              channel?: string;
              messages: number;
              name: string;
              notices: number;
              person: string;
            }[];
            unreachable: number;
          };
        };
      };
    };
  };
  LadderController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default vi
           * @enum {string}
           */
          locale?: 'vi' | 'en';
          text: string;
          unit: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            obligation: string;
            text: string;
          };
        };
      };
    };
  };
  LadderController_version: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            difficulties?: {
              at: string;
              'at-most': number;
              every: number;
              /** @enum {string} */
              in?: 'days' | 'working-days';
            };
            hours: {
              from: string;
              to: string;
            };
            key: string;
            quiet?: {
              from: string;
              to: string;
            }[];
            rebaselines?: {
              at: string;
              'at-most': number;
              every: number;
              /** @enum {string} */
              in?: 'days' | 'working-days';
            };
            rungs: {
              'acknowledge-within-hours'?: number;
              at: string;
              channels?: string[];
              days?: number;
              /** @enum {string} */
              from: 'opens' | 'last-day' | 'due';
              /** @enum {string} */
              grouping?: 'digest' | 'single';
              id: string;
              'on-working-days-only'?: boolean;
              repeat?: {
                'at-most': number;
                every: number;
                /** @enum {string} */
                in?: 'days' | 'working-days';
              };
              'slack-at-most'?: number;
              /** @enum {string} */
              sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
              template: string;
              to:
                | {
                    /** @enum {string} */
                    of: 'unit';
                    /** @enum {string} */
                    role: 'official' | 'head';
                  }
                | {
                    /** @enum {string} */
                    of: 'superior';
                    /** @enum {string} */
                    role: 'supervisor' | 'head';
                  }
                | {
                    /** @enum {string} */
                    of: 'named';
                    /** @enum {string} */
                    role: 'supervisor' | 'head' | 'official';
                    unit: string;
                  };
              until?: ('status-reported' | 'promised' | 'acknowledged')[];
              'working-days'?: number;
            }[];
            'time-zone': string;
          };
        };
      };
    };
  };
  LadderController_restore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          note?: string;
          /** @default false */
          replan?: boolean;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            replanned: number;
            version: number;
          };
        };
      };
    };
  };
  ReportsController_owed: {
    parameters: {
      query?: {
        scope?: 'own' | 'below';
        state?: 'open' | 'overdue' | 'settled' | 'all';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_acknowledge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_extend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          confirmed?: boolean;
          dueOn: string;
          reason: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ExtensionsController_ask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dueOn: string;
          reason: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ExtensionsController_refuse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DecisionsController_takeExtensionBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_handOver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          note?: string;
          /** Format: uuid */
          person: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_promise: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          note?: string;
          promisedOn: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_ask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DecisionsController_reopen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_review: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'accepted' | 'returned';
          reason?: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DecisionsController_waive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DecisionsController_takeBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DocumentsController_recorded: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fileName?: string;
            number: string;
            recipients: string;
            recordedAt: string;
            recordedBy: string;
            signedOn: string;
            signer: string;
          };
        };
      };
    };
  };
  DocumentsController_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          file?: {
            /** Format: base64 */
            base64: string;
            name: string;
          };
          number: string;
          recipients: string;
          signedOn: string;
          signer: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DocumentsController_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LedgerController_see: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            at: string;
            byChannel: {
              channel: string;
              due: number;
              etaSeconds?: number;
              perSecond?: number;
              sentLastMinute: number;
            }[];
            byKind: {
              due: number;
              /** @enum {string} */
              kind: 'reply' | 'system' | 'escalation' | 'last-day' | 'reminder' | 'digest';
              sentLastMinute: number;
            }[];
            due: number;
            goneAt?: string;
            nextAt?: string;
          };
        };
      };
    };
  };
  LedgerController_page: {
    parameters: {
      query?: {
        before?: number;
        day?: string;
        kind?: 'reply' | 'system' | 'escalation' | 'last-day' | 'reminder' | 'digest';
        most?: number;
        person?: string;
        state?: 'due' | 'claimed' | 'sending' | 'sent' | 'unknown' | 'skipped' | 'rejected' | 'unreachable';
        unit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            before?: number;
            entries: {
              about: {
                milestone: string;
                rung: string;
                unit: string;
                why: string;
              }[];
              again: boolean;
              attempts: number;
              channel?: string;
              detail?: string;
              /** @enum {string} */
              guarantee: 'at-most-once' | 'at-least-once';
              /** Format: uuid */
              id: string;
              key: string;
              /** @enum {string} */
              kind: 'reply' | 'system' | 'escalation' | 'last-day' | 'reminder' | 'digest';
              notBefore: string;
              person?: {
                /** Format: uuid */
                id: string;
                name: string;
              };
              readAt?: string;
              sentAt?: string;
              /** @enum {string} */
              state: 'due' | 'claimed' | 'sending' | 'sent' | 'unknown' | 'skipped' | 'rejected' | 'unreachable';
              text?: string;
              units: string[];
              writtenAt: string;
            }[];
          };
        };
      };
    };
  };
  LedgerController_notSent: {
    parameters: {
      query?: {
        before?: string;
        day?: string;
        most?: number;
        state?: 'superseded' | 'unreached';
        unit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            before?: string;
            notices: {
              audience: {
                role: string;
                unit: string;
              };
              key: string;
              on: string;
              rung: string;
              /** @enum {string} */
              state: 'superseded' | 'unreached';
              title?: string;
              unit: string;
              why: string;
            }[];
          };
        };
      };
    };
  };
  FollowupsController_overdue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_list: {
    parameters: {
      query?: {
        active?: 'true' | 'false';
        below?: 'true' | 'false';
        linked?: 'true' | 'false';
        page?: number;
        role?: 'official' | 'head' | 'supervisor' | 'admin';
        text?: string;
        unit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            pageSize: number;
            people: {
              active: boolean;
              chats: {
                channel: string;
                /** Format: uuid */
                id: string;
                linkedAt: string;
                reachable: boolean;
              }[];
              code?: string;
              email?: string;
              /** Format: uuid */
              id: string;
              invitedUntil?: string;
              mayManage: boolean;
              name: string;
              phone?: string;
              roles: {
                firstDay?: string;
                lastDay?: string;
                /** @enum {string} */
                role: 'official' | 'head' | 'supervisor' | 'admin';
                unit: string;
                unitName: string;
              }[];
              title: string;
            }[];
            total: number;
          };
        };
      };
    };
  };
  PeopleController_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          code?: string;
          /** @default  */
          email?: string;
          name: string;
          /** @default  */
          phone?: string;
          roles: {
            firstDay?: string;
            lastDay?: string;
            /** @enum {string} */
            role: 'official' | 'head' | 'supervisor' | 'admin';
            unit: string;
          }[];
          /** @default  */
          title?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          code?: string;
          /** @default  */
          email?: string;
          name: string;
          /** @default  */
          phone?: string;
          /** @default  */
          title?: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EnrolmentController_invite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            expiresAt: string;
            links: {
              channel: string;
              link: string;
            }[];
            person: {
              /** Format: uuid */
              id: string;
              name: string;
              title: string;
            };
          };
        };
      };
    };
  };
  EnrolmentController_send: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_leave: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_comeBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_giveRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          firstDay?: string;
          lastDay?: string;
          /** @enum {string} */
          role: 'official' | 'head' | 'supervisor' | 'admin';
          unit: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_endRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          role: 'official' | 'head' | 'supervisor' | 'admin';
          unit: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EnrolmentController_unlink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        link: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EnrolmentController_sheet: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          unit: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            invitations: {
              code: string;
              expiresAt: string;
              links: {
                channel: string;
                link: string;
              }[];
              person: {
                /** Format: uuid */
                id: string;
                name: string;
                title: string;
              };
            }[];
            unit: string;
            unitName: string;
          };
        };
      };
    };
  };
  EnrolmentController_standing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            linked: number;
            people: number;
            unit: string;
            unitName: string;
          }[];
        };
      };
    };
  };
  PeopleController_managed: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            name: string;
            within?: string;
          }[];
        };
      };
    };
  };
  PeopleWorkbookController_download: {
    parameters: {
      query?: {
        filled?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleWorkbookController_apply: {
    parameters: {
      query: {
        confirm: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            back: number;
            changed: number;
            left: number;
            moved: number;
            unchanged: number;
          };
        };
      };
    };
  };
  PeopleWorkbookController_marked: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleWorkbookController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changes: {
              line: number;
              /** @enum {string} */
              sort: 'add' | 'change' | 'leave';
              text: string;
            }[];
            counts: {
              added: number;
              back: number;
              changed: number;
              left: number;
              moved: number;
              unchanged: number;
            };
            digest: string;
            faults: {
              cell: {
                cell: string;
                sheet: string;
              };
              text: string;
            }[];
            summary: string;
          };
        };
      };
    };
  };
  QuestionsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  QuestionsController_ask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          obligation: string;
          row?: string;
          text: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  QuestionsController_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  QuestionsController_settle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  QuestionsController_difficulties: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  QuestionsController_raise: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          obligation?: string;
          text: string;
          unit?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportsController_report: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportsController_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cells?: {
            [key: string]: {
              [key: string]:
                | (
                    | {
                        note?: string;
                        /** @enum {string} */
                        standing?: 'estimate' | 'preliminary' | 'official';
                        /** @enum {string} */
                        state: 'value';
                        value: string | boolean;
                      }
                    | {
                        note: string;
                        /** @enum {string} */
                        state: 'worked-out';
                      }
                    | {
                        reason?: string;
                        /** @enum {string} */
                        state: 'not-applicable';
                      }
                    | {
                        expectedOn?: string;
                        reason: string;
                        /** @enum {string} */
                        state: 'not-available';
                      }
                  )
                | null;
            };
          };
          records?: {
            [key: string]: {
              [key: string]: string;
            }[];
          };
          revision?: number;
          sections?: {
            [key: string]: {
              [key: string]: string;
            };
          };
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FilesController_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FilesController_keep: {
    parameters: {
      query: {
        name: string;
      };
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FilesController_give: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        file: string;
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportsController_submit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportWorkbookController_download: {
    parameters: {
      query: {
        form: string;
      };
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportWorkbookController_upload: {
    parameters: {
      query?: {
        revision?: number;
        write?: 'true' | 'false';
      };
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                answers: {
                  [key: string]: unknown;
                };
                changed: {
                  after: string | null;
                  before: string | null;
                  label: string;
                  meanwhile: boolean;
                  measure: string;
                  row: string;
                }[];
                findings: {
                  cell: {
                    cell: string;
                    sheet: string;
                  } | null;
                  hard: boolean;
                  text: string;
                }[];
                form: string;
                issues: {
                  cell: {
                    cell: string;
                    sheet: string;
                  } | null;
                  text: string;
                }[];
                revision: number;
              }
            | {
                revision: number;
              };
        };
      };
    };
  };
  ReportWorkbookController_marked: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        obligation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RollupsController_offers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RollupsController_workbook: {
    parameters: {
      query: {
        form?: string;
        milestone: string;
        planYear: number;
      };
      header?: never;
      path: {
        unit: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SessionController_who: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SessionController_signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              token: string;
            }
          | {
              login: string;
              password: string;
            };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SessionController_end: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PasswordController_standing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            login: string | null;
          };
        };
      };
    };
  };
  PasswordController_change: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          current?: string;
          login?: string;
          password: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DeskController_statuses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            reports: {
              difficulty?: string;
              dueOn: string;
              expectedOn?: string;
              more: {
                label: string;
                note?: string;
                value: string;
              }[];
              /** Format: uuid */
              obligation: string;
              progress?: number;
              saidAt: string;
              saidBy: string;
              state: string;
              stateLabel: string;
              title: string;
              unit: string;
              unitName: string;
            }[];
          };
        };
      };
    };
  };
  TargetsController_of: {
    parameters: {
      query: {
        planYear: number;
        unit: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TargetsController_assign: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          decidedOn: string;
          decision: string;
          planYear: number;
          setBy: string;
          targets: {
            code: string;
            unit: string;
            value: string;
          }[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TargetsController_overview: {
    parameters: {
      query?: {
        planYear?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TargetsController_waiting: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TargetsController_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              adopt: string;
              decidedOn?: string;
              decision?: string;
            }
          | {
              keep: string;
            };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TargetsController_resolve: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          decidedOn: string;
          decision: string;
          planYear: number;
          targets: {
            code: string;
            value: string;
          }[];
          unit: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WordingController_list: {
    parameters: {
      query?: {
        prefix?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            en: {
              catalog?: string;
              reworded?: {
                at: string;
                by: string;
              };
              text: string;
              version: number;
            };
            key: string;
            placeholders: string[];
            vi: {
              catalog?: string;
              reworded?: {
                at: string;
                by: string;
              };
              text: string;
              version: number;
            };
          }[];
        };
      };
    };
  };
  WordingController_reword: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          confirmed?: boolean;
          /** @enum {string} */
          locale: 'vi' | 'en';
          seen?: number;
          text: string | null;
          /** @default false */
          toPlanned?: boolean;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WordingController_history: {
    parameters: {
      query: {
        locale: 'vi' | 'en';
      };
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            at: string;
            by: string;
            text?: string;
            toPlanned: boolean;
            version: number;
          }[];
        };
      };
    };
  };
  WordingController_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          locale: 'vi' | 'en';
          seen?: number;
          /** @default false */
          toPlanned?: boolean;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TrainingController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TrainingController_move: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              advanceDays: number;
            }
          | {
              date: string;
              time?: string;
            };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitChangesController_all: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changes: ({
              by?: string;
              doneAt: string;
              /** Format: uuid */
              id: string;
              told: {
                comparisons: {
                  gaps: {
                    count: number;
                    titles: string[];
                    /** @enum {string} */
                    why: 'not-additive' | 'share-unknown' | 'figure-missing';
                  }[];
                  name: string;
                  restated: number;
                  year: number;
                }[];
                decision: string;
                ended: {
                  code: string;
                  name: string;
                }[];
                from: string;
                into: {
                  code: string;
                  isNew: boolean;
                  name: string;
                  share?: string;
                }[];
                moved: {
                  name: string;
                  to: string;
                }[];
                obligations: {
                  added: number;
                  drafts: number;
                  lines: {
                    begun: boolean;
                    /** @enum {string} */
                    does: 'stays' | 'moves' | 'waived';
                    dueOn: string;
                    title: string;
                    toName?: string;
                    unitName: string;
                  }[];
                  moves: number;
                  stays: number;
                  waived: number;
                };
                people: {
                  from: string;
                  name: string;
                  role: string;
                  to: string;
                }[];
                /** @enum {string} */
                sort: 'merge' | 'split';
                units: {
                  code: string;
                  name: string;
                }[];
              };
              undoneAt: string | null;
            } & {
              [key: string]: unknown;
            })[];
            today: string;
          };
        };
      };
    };
  };
  UnitChangesController_carryOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          change: {
            decision: string;
            from: string;
            into: {
              code: string;
              name?: string;
              share?: string;
            }[];
            /** @enum {string} */
            sort: 'merge' | 'split';
            units: string[];
          };
          /** @enum {boolean} */
          confirmed: true;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitChangesController_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitChangesController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          decision: string;
          from: string;
          into: {
            code: string;
            name?: string;
            share?: string;
          }[];
          /** @enum {string} */
          sort: 'merge' | 'split';
          units: string[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            told: {
              comparisons: {
                gaps: {
                  count: number;
                  titles: string[];
                  /** @enum {string} */
                  why: 'not-additive' | 'share-unknown' | 'figure-missing';
                }[];
                name: string;
                restated: number;
                year: number;
              }[];
              decision: string;
              ended: {
                code: string;
                name: string;
              }[];
              from: string;
              into: {
                code: string;
                isNew: boolean;
                name: string;
                share?: string;
              }[];
              moved: {
                name: string;
                to: string;
              }[];
              obligations: {
                added: number;
                drafts: number;
                lines: {
                  begun: boolean;
                  /** @enum {string} */
                  does: 'stays' | 'moves' | 'waived';
                  dueOn: string;
                  title: string;
                  toName?: string;
                  unitName: string;
                }[];
                moves: number;
                stays: number;
                waived: number;
              };
              people: {
                from: string;
                name: string;
                role: string;
                to: string;
              }[];
              /** @enum {string} */
              sort: 'merge' | 'split';
              units: {
                code: string;
                name: string;
              }[];
            };
          } & {
            [key: string]: unknown;
          };
        };
      };
    };
  };
  FollowupsController_questionsAsked: {
    parameters: {
      query?: {
        obligation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FollowupsController_questionsWaiting: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            waiting: {
              askedAt: string;
              askedBy: string;
              /** Format: uuid */
              id: string;
              number: number;
              text: string;
              unitName: string;
            }[];
          };
        };
      };
    };
  };
  FollowupsController_remindNow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        unit: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WordsController_words: {
    parameters: {
      query: {
        area: 'forms' | 'understand';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HealthController_alive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HealthController_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
