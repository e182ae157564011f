import type { Messages } from '../shared/index.js';
import { globalCommand, looksLikeCode, type Command } from './commands.js';
import { chooseTurn } from './choose.js';
import { type Dialog, SIGN_IN_LINK, type Turn, type TurnView } from './dialog.js';
import { continueFilling, fillTurn, startFilling } from './filling.js';
import type { Incoming } from './incoming.js';
import { confirmLink, offerLink } from './linking.js';
import { type Context, move, stay } from './moves.js';
import { listOwed } from './owed.js';
import { readToken, Speaker } from './speaker.js';
import { summaryTurn } from './summary.js';
import { startStatus, statusTurn } from './status.js';

/**
 * One turn of the dialog: what was said, where the dialog stood and what is known give the new place, the replies and
 * what is to be done. Pure: the same input gives the same turn.
 */
export function takeTurn(dialog: Dialog, incoming: Incoming, view: TurnView, messages: Messages): Turn {
  const context: Context = { dialog, view, say: new Speaker(messages, view.locale, dialog.prompt + 1) };
  const { say } = context;
  if (incoming.chat === 'group') return stay(context, say.t('group-refused'));
  switch (incoming.content.type) {
    case 'left':
      return { dialog, replies: [], effects: [] };
    case 'unsupported':
      return again(context, say.t(incoming.content.what === 'edited' ? 'edited' : 'unsupported'));
    case 'file':
      return again(context, say.t('unsupported'));
    case 'contact':
      return again(context, say.t(incoming.content.own ? 'contact-unused' : 'contact-of-another'));
    case 'start':
      return view.enrolment ? offerLink(context) : hello(context, incoming.content.payload !== '');
    case 'button': {
      const token = readToken(incoming.content.token);
      if (!token || token.prompt !== dialog.prompt) return again(context, say.t('old-button'));
      return said(context, token.typed);
    }
    case 'text':
      if (tooEarly(dialog, incoming)) return again(context, say.t('too-early', { typed: clip(incoming.content.text) }));
      return said(context, incoming.content.text);
  }
}

function said(context: Context, text: string): Turn {
  const { dialog, view } = context;
  if (dialog.place.at === 'confirm-link') return confirmLink(context, dialog.place.code, text);
  if (view.enrolment) return offerLink(context);
  if (!view.person) return hello(context, looksLikeCode(text));
  const global = globalCommand(text);
  if (global) return command(context, global.command, global.rest);
  const { place } = dialog;
  switch (place.at) {
    case 'idle':
      return listOwed(context, context.say.t('not-understood'));
    case 'choose':
      return chooseTurn(context, place, text);
    case 'fill':
      return fillTurn(context, place, text);
    case 'summary':
      return summaryTurn(context, place.obligation, text);
    case 'status':
      return statusTurn(context, place, text);
  }
}

function command(context: Context, name: Command, rest: string): Turn {
  const { say, dialog } = context;
  switch (name) {
    case 'owed':
      return listOwed(context);
    case 'fill':
      return startFilling(context);
    case 'status':
      return startStatus(context, rest);
    case 'continue':
      return continueFilling(context);
    case 'summary':
      return dialog.place.at === 'fill' ? summaryTurn(context, dialog.place.obligation, '') : continueFilling(context);
    case 'stop':
      return move(context, { at: 'idle' }, say.t(dialog.place.at === 'fill' ? 'stopped-filling' : 'stopped'));
    case 'vietnamese':
    case 'english': {
      const locale = name === 'english' ? 'en' : 'vi';
      const spoken: Context = { ...context, view: { ...context.view, locale }, say: say.in(locale) };
      const turn = again(spoken, spoken.say.t('language-set'));
      return { ...turn, effects: [{ do: 'speak', locale }] };
    }
    case 'page': {
      const turn = again(context, say.t('page-link', { link: SIGN_IN_LINK }));
      return { ...turn, effects: [...turn.effects, { do: 'sign-in' }] };
    }
    default:
      return again(context, say.t('help'));
  }
}

function hello(context: Context, badCode: boolean): Turn {
  const { view, say } = context;
  if (badCode) return stay(context, say.t('code-unknown'));
  return view.person ? listOwed(context, say.t('hello', { name: view.person.name })) : stay(context, say.t('ask-code'));
}

/** A text that was sent before the current question was asked cannot be its answer. */
function tooEarly(dialog: Dialog, incoming: Incoming): boolean {
  if (!dialog.promptedAt || (dialog.place.at !== 'fill' && dialog.place.at !== 'status')) return false;
  const sent = Date.parse(incoming.sentAt);
  // A messenger that tells whole seconds may mean any moment of that second.
  const latest = sent % 1000 === 0 ? sent + 999 : sent;
  const asked = Date.parse(dialog.promptedAt);
  return latest < asked && asked - latest < 60_000;
}

/** Says `text`, then the present question once more. */
function again(context: Context, text: string): Turn {
  const { dialog } = context;
  const { place } = dialog;
  if (place.at === 'fill') return fillTurn(context, place, undefined, text);
  if (place.at === 'summary') return summaryTurn(context, place.obligation, undefined, text);
  if (place.at === 'status') return statusTurn(context, place, undefined, text);
  return stay(context, text);
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
