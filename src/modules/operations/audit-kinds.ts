/** What is on record, by area. An action that stands in none is of the area `other`. */
export const AUDIT_KINDS = {
  calendar: [
    'cycle opened',
    'year rolled over',
    'due days moved',
    'due days moved back',
    'outage recorded',
    'round closed',
    'round reopened',
    'obligation reopened',
    'obligation waived',
    'waiver taken back',
    'extension asked for',
    'extension granted',
    'extension refused',
    'extension taken back',
    'holidays imported',
    'holidays taken back',
    'event recorded',
    'event corrected',
    'event withdrawn',
    'local rule set',
    'local rule corrected',
    'local rule withdrawn',
    'units merged',
    'unit split',
    'unit change undone',
  ],
  conferences: [
    'conferences arranged',
    'conference moved',
    'conference cancelled',
    'conference held',
    'conference minutes written',
  ],
  targets: ['targets assigned', 'targets resolved', 'target answered'],
  followups: [
    'promise made',
    'escalation acknowledged',
    'escalation handed over',
    'unit asked',
    'unit answered',
    'unit reminded now',
    'difficulty raised',
    'difficulty settled',
    'status report accepted',
    'status report returned',
    'ladder applied',
    'ladder draft discarded',
    'text reworded',
    'alarm raised',
  ],
  reports: [
    'report submitted',
    'annexes submitted',
    'report corrected',
    'document recorded',
    'file kept',
    'question answered',
    'reports moved',
    'move of reports undone',
  ],
  forms: ['form published', 'form retired', 'form revived', 'form draft discarded', 'profile changes left out'],
  people: [
    'person written',
    'role given',
    'role ended',
    'person left',
    'person back',
    'person forgotten',
    'data past their period erased',
    'list of people read',
    'list of people given out',
    'delegation set',
    'delegation ended',
    'leave set',
    'leave ended',
    'invitation given',
    'invitation sent',
    'invitation burnt',
    'sign-in link burnt',
    'chat linked',
    'chat unlinked',
    'letters stopped',
    'group code given',
    'group bound',
    'groups unbound',
  ],
  sessions: [
    'signed in',
    'sign-in link given',
    'sign-in by password refused',
    'password set',
    'change of password refused',
  ],
} as const satisfies Record<string, readonly string[]>;

export type AuditKind = keyof typeof AUDIT_KINDS | 'other';

export const auditKinds = [...(Object.keys(AUDIT_KINDS) as (keyof typeof AUDIT_KINDS)[]), 'other'] as const;

/** The actions of an area; undefined for `other`, which is whatever stands in no area. */
export const actionsOf = (kind: AuditKind): readonly string[] | undefined =>
  kind === 'other' ? undefined : AUDIT_KINDS[kind];

export const knownActions: readonly string[] = Object.values(AUDIT_KINDS).flat();

const kindOfAction = new Map<string, AuditKind>(
  Object.entries(AUDIT_KINDS).flatMap(([kind, actions]) =>
    actions.map((action) => [action, kind as AuditKind] as const),
  ),
);

export const kindOf = (action: string): AuditKind => kindOfAction.get(action) ?? 'other';

/** The key of an action's name in the message catalogs. */
export const actionKey = (action: string): string => `audit.${action.replaceAll(' ', '-')}`;
