import { globalCommand, looksLikeCode } from './commands.js';
import { GROUP_CODE, type GroupView, type Place, type Turn } from './dialog.js';
import type { Incoming } from './incoming.js';
import { move, stay, type Context } from './moves.js';
import { viDay } from './owed.js';

/** `/nhom`: a code that binds a group to a unit that the person watches from; asks which where there are several. */
export function bindGroup(context: Context): Turn {
  const { view, say } = context;
  const units = view.groupUnits ?? [];
  if (units.length === 0) return stay(context, say.t('group-none'));
  if (units.length === 1) return coded(context, units[0]!);
  const lines = units.map(({ name }, index) => `${index + 1}. ${name}`).join('\n');
  return move(context, { at: 'group', units: units.map(({ code }) => code) }, `${say.t('group-which')}\n${lines}`);
}

/** Which unit the group is to be bound to. */
export function groupUnitTurn(context: Context, place: Extract<Place, { at: 'group' }>, text: string): Turn {
  const code = place.units[Number(/^\s*(\d{1,3})\s*$/.exec(text)?.[1]) - 1];
  const unit = context.view.groupUnits?.find((one) => one.code === code);
  return unit ? coded(context, unit) : stay(context, context.say.t('choose-number', { count: place.units.length }));
}

/** `/bonhom`: no group hears of the person's units any more. */
export function unbindGroups(context: Context): Turn {
  const units = context.view.groupUnits ?? [];
  if (units.length === 0) return stay(context, context.say.t('group-none'));
  const turn = stay(context, context.say.t('groups-unbound', { units: units.map(({ name }) => name).join(', ') }));
  return { ...turn, effects: [{ do: 'unbind-groups', units: units.map(({ code }) => code) }] };
}

function coded(context: Context, unit: { code: string; name: string }): Turn {
  const turn = move(context, { at: 'idle' }, context.say.t('group-code', { unit: unit.name, code: GROUP_CODE }));
  return { ...turn, effects: [{ do: 'group-code', unit: unit.code }] };
}

/**
 * What is said in a group: a code binds it, `/tinhhinh` tells how many reports are in and how many are late. Everything else
 * belongs into the private chat, figures above all; nobody's name or figure is ever told here.
 */
export function groupTurn(context: Context, content: Incoming['content']): Turn {
  const { view, say } = context;
  const { group } = view;
  const command = content.type === 'text' ? globalCommand(content.text) : undefined;
  switch (command?.command) {
    case 'group': {
      if (!looksLikeCode(command.rest)) return stay(context, say.t('group-how'));
      if (!group?.coded) return stay(context, say.t('group-code-unknown'));
      const turn = stay(context, say.t('group-bound', { unit: group.coded }));
      return { ...turn, effects: [{ do: 'bind-group', code: command.rest }] };
    }
    case 'standing':
      return stay(context, group?.standing ? tell(context, group.standing) : say.t('group-not-bound'));
    default:
      return stay(context, say.t('group-refused'));
  }
}

function tell({ say }: Context, { unitName, milestones }: NonNullable<GroupView['standing']>): string {
  if (milestones.length === 0) return say.t('group-nothing-open', { unit: unitName });
  const lines = milestones.map(({ lastDay, ...counts }) => say.t('group-line', { ...counts, lastDay: viDay(lastDay) }));
  return [say.t('group-head', { unit: unitName }), ...lines].join('\n');
}
