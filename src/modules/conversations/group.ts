import { dayText } from '../../forms/index.js';
import { globalCommand, leadingCommand, looksLikeCode, says } from './commands.js';
import type { Place } from './dialog.js';
import { GROUP_CODE, type Turn } from './effect.js';
import type { GroupView } from './turn-view.js';
import type { Incoming } from './incoming.js';
import { move, stay, type Context } from './moves.js';

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
 * What is said in a group: a code binds it, `/tinhhinh` tells how many reports are in and how many are late. Whatever
 * else is meant for the bot belongs into the private chat, figures above all; what people say to one another is none of its
 * business. Nobody's name or figure is ever told here.
 */
export function groupTurn(context: Context, content: Incoming['content']): Turn {
  const { view, say } = context;
  const { group } = view;
  if (group?.leaked) return { ...stay(context, say.t('group-code-burnt')), effects: [{ do: 'burn-codes' }] };
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
      return isForUs(content) ? stay(context, say.t('group-refused')) : silent(context);
  }
}

/** In a group people talk to one another: only what begins as a command or as a figure, or could be a code, is meant for the bot. */
function isForUs(content: Incoming['content']): boolean {
  if (content.type !== 'text') return content.type === 'button' || content.type === 'start';
  const { text } = content;
  if (looksLikeCode(text)) return true;
  const isCommand = text.trimStart().startsWith('/') || globalCommand(text) !== undefined;
  return isCommand || leadingCommand(text) !== undefined || says(text, 'submit') || /^\s*[-+]?\d/.test(text);
}

const silent = ({ dialog }: Context): Turn => ({ dialog, replies: [], effects: [] });

function tell({ say }: Context, { unitName, milestones }: NonNullable<GroupView['standing']>): string {
  if (milestones.length === 0) return say.t('group-nothing-open', { unit: unitName });
  const lines = milestones.map(({ lastDay, ...counts }) =>
    say.t('group-line', { ...counts, lastDay: dayText(lastDay) }),
  );
  return [say.t('group-head', { unit: unitName }), ...lines].join('\n');
}
