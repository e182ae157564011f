import { dayText } from '../../forms/index.js';
import type { Messages } from '../shared/index.js';
import { readToken } from './button-token.js';
import { askPerson, askTurn } from './ask-person.js';
import {
  type Command,
  answersNotice,
  globalCommand,
  leadingCommand,
  looksLikeCode,
  readDifficulty,
  readEdit,
  readReply,
  readReport,
  readSettlement,
  says,
} from './commands.js';
import { correctTurn, startCorrecting } from './correcting.js';
import { isGreeting, isThanks, putsOff } from './courtesies.js';
import { askDelegation, delegateTurn } from './delegate.js';
import { difficultyTurn, raiseDifficulty } from './difficulty.js';
import { decideNamed, decideTurn, listWishes } from './decide.js';
import { chooseTurn } from './choose.js';
import type { Dialog, Place } from './dialog.js';
import { SIGN_IN_LINK, type Turn } from './effect.js';
import type { TurnView } from './turn-view.js';
import { askExtension, extensionTurn } from './extension.js';
import { bindGroup, groupTurn, groupUnitTurn, unbindGroups } from './group.js';
import { again, whatNext } from './again.js';
import { expectsWords, isUnmarkedStop } from './expects.js';
import { isEarly } from './early.js';
import { editOpen, formAtHand } from './editing.js';
import { cellOf, hasForm, numberOf, rowsOf, stepAt } from './fill-form.js';
import { continueFilling, fillTurn, startFilling } from './filling.js';
import { keptOf } from './hidden-codes.js';
import type { Incoming } from './incoming.js';
import { withFileNamed } from './left-file.js';
import { confirmLink, offerLink } from './linking.js';
import { type Context, move, stay } from './moves.js';
import { lateActTurn } from './late-act.js';
import { lateHandTurn } from './late-hand.js';
import { lateTurn, listLate } from './late.js';
import { readLateWords } from './late-words.js';
import { listOwed } from './owed.js';
import { fileTurn, placeFileTurn } from './files.js';
import { oldButton } from './old-button.js';
import { questionHelp } from './question-help.js';
import { answerSeveral } from './several.js';
import { answeredAlready, remembering } from './said-again.js';
import { isOfTheQuestion, withQuestionKept } from './same-question.js';
import { showSummary } from './show-summary.js';
import { Speaker } from './speaker.js';
import { applyTurn, giveWorkbook, workbookTurn } from './workbooks.js';
import { summaryTurn } from './summary.js';
import { isStatusLine, startStatus, statusTurn } from './status.js';

/**
 * One turn of the dialog: what was said, where the dialog stood and what is known give the new place, the replies and
 * what is to be done. Pure: the same input gives the same turn.
 */
export function takeTurn(dialog: Dialog, incoming: Incoming, view: TurnView, messages: Messages): Turn {
  const given = answeredAlready(dialog, incoming, view) ?? turnOf(dialog, incoming, view, messages);
  const asked = withQuestionKept(dialog, given, view);
  const turn = withFileNamed(dialog, asked, new Speaker(messages, view.locale, asked.dialog.prompt));
  const { content } = incoming;
  if (content.type === 'button' && incoming.chat !== 'group') {
    return { ...turn, dialog: remembering(turn.dialog, dialog, content.token) };
  }
  if (content.type !== 'text' || incoming.chat === 'group') return turn;
  // A code that lets somebody in stands in no dialog either.
  const kept = keptOf(incoming, view.person !== undefined)?.content ?? content;
  return { ...turn, dialog: remembering(turn.dialog, dialog, kept.type === 'text' ? kept.text : '') };
}

function turnOf(dialog: Dialog, incoming: Incoming, view: TurnView, messages: Messages): Turn {
  const queue = dialog.place.at === 'fill' ? (dialog.place.queue ?? []) : [];
  const say = new Speaker(messages, view.locale, dialog.prompt + 1);
  const context: Context = { dialog, view, say, early: isEarly(dialog, incoming, view), queue };
  if (incoming.content.type === 'moved') return { dialog, replies: [], effects: [] };
  if (incoming.chat === 'group') return groupTurn(context, incoming.content);
  switch (incoming.content.type) {
    case 'left':
      return { dialog, replies: [], effects: [] };
    case 'unsupported':
      return notTaken(context, incoming.content.what);
    case 'file': {
      const turn = view.person ? fileTurn(context, `${incoming.channel}/${incoming.eventId}`) : say.t('unsupported');
      return typeof turn === 'string' ? again(context, turn) : turn;
    }
    case 'contact':
      if (view.enrolment) return offerLink(context);
      return again(context, say.t(incoming.content.own ? 'contact-unused' : 'contact-of-another'));
    case 'start':
      return view.enrolment ? offerLink(context) : hello(context, incoming.content.payload !== '');
    case 'button': {
      // A button of a notice is a command with what it is about: it means the same however long after.
      if (incoming.content.token.startsWith('/')) return said(context, incoming.content.token);
      const token = readToken(incoming.content.token);
      // Whoever taps a button has read what stands above it.
      if (token && isOfTheQuestion(dialog, token.prompt)) return said({ ...context, early: false }, token.typed);
      const turn = view.person ? oldButton(context, token) : say.t('old-button');
      return typeof turn === 'string' ? whatNext(context, turn) : turn;
    }
    case 'text':
      return said(context, incoming.content.text);
  }
}

/** What cannot be taken is answered with what to do instead. */
function notTaken(context: Context, what: string): Turn {
  const { say, view } = context;
  if (what === 'edited') return again(context, say.t('edited'));
  if (what !== 'withheld') return again(context, say.t('unsupported'));
  // The channel will never bring us this person's words: the page does.
  if (!view.person) return stay(context, say.t('withheld'));
  const turn = stay(context, say.t('withheld-link', { link: SIGN_IN_LINK }));
  return { ...turn, effects: [...turn.effects, { do: 'sign-in' }] };
}

function said(context: Context, text: string): Turn {
  const { dialog, view } = context;
  const { place } = dialog;
  if (view.stopped) return stay(context, context.say.t('code-stopped'));
  if (place.at === 'confirm-link') return confirmLink(context, place.code, text);
  if (view.enrolment) return offerLink(context);
  if (!view.person) return hello(context, looksLikeCode(text));
  const global = globalCommand(text);
  if (global) return command(context, global.command, global.rest, text.trimStart().startsWith('/'));
  if (isUnmarkedStop(context, text)) return command(context, 'stop', '', false);
  // Thanks for an answer that came meanwhile are no figure.
  const isNumberAsked = place.at === 'fill' && !place.pending && !expectsWords(context);
  if (isNumberAsked && isThanks(text) && !says(text, 'yes')) return again(context, context.say.t('thanks-inside'));
  // In a form the question is passed over; anywhere else it stands until the answer comes.
  const isAsked = ANSWERED.includes(place.at) && place.at !== 'fill' && !expectsWords(context);
  if (isAsked && putsOff(text)) return stay(context, context.say.t('take-time'));
  const reply = readReply(text);
  if (reply) return replied(context, reply);
  const settlement = expectsWords(context) && !text.trimStart().startsWith('/') ? undefined : readSettlement(text);
  if (settlement) return settled(context, settlement);
  // Below the list of what is late "gia hạn 3" is about its third line.
  if (place.at === 'late' && readLateWords(text)) return lateTurn(context, place, text);
  // Where a day is asked for, an act with its line's number is begun anew: it is no day and no reason.
  const isDayAsked = place.at === 'late-act' && place.day === undefined && ['extend', 'promise'].includes(place.act);
  if (isDayAsked && readLateWords(text)) return lateTurn(context, { at: 'late', obligations: place.list }, text);
  const leading = expectsWords(context) ? undefined : leadingCommand(text);
  if (leading) return command(context, leading.command, leading.rest, false);
  // Said by its name, a status report in one line is one wherever the dialog stands.
  const report = place.at === 'status' || expectsWords(context) ? undefined : readReport(text);
  if (report && isStatusLine(context, report)) return startStatus(context, report);
  const edit = place.at === 'status' || place.at === 'correct' ? undefined : readEdit(text);
  // Asked why a figure is odd, "sửa" alone answers that question anew.
  const isOdd = place.at === 'fill' && place.pending?.sort === 'explain';
  if (edit && !(isOdd && edit.row === undefined)) return corrected(context, edit);
  return atPlace(context, text);
}

/** What a text means where the dialog stands. */
function atPlace(context: Context, text: string): Turn {
  const { place } = context.dialog;
  if (context.early && ANSWERED.includes(place.at)) {
    const why = context.view.unseen === 'unknown' ? 'perhaps-unread' : 'too-early';
    return namesItsRows(context, text) ?? again(context, context.say.t(why, { typed: clip(text) }));
  }
  switch (place.at) {
    case 'confirm-link':
      return confirmLink(context, place.code, text);
    case 'idle':
      return anywhere(context, text) ?? listOwed(context, context.say.t('not-understood'));
    case 'choose':
      return anywhere(context, text) ?? chooseTurn(context, place, text);
    case 'fill':
      return fillTurn(context, place, text);
    case 'summary':
      return summaryTurn(context, place.obligation, text);
    case 'status':
      return statusTurn(context, place, text);
    case 'extension':
      return extensionTurn(context, place, text);
    case 'delegate':
      return delegateTurn(context, place, text);
    case 'decide':
      return decideTurn(context, place, text);
    case 'correct':
      return correctTurn(context, place, text);
    case 'ask':
      return askTurn(context, place, text);
    case 'group':
      return groupUnitTurn(context, place, text);
    case 'late':
      return anywhere(context, text) ?? lateTurn(context, place, text);
    case 'late-act':
      return lateActTurn(context, place, text);
    case 'late-hand':
      return lateHandTurn(context, place, text);
    case 'difficulty':
      return difficultyTurn(context, place, text);
    case 'workbook':
      return workbookTurn(context, place, text);
    case 'apply':
      return applyTurn(context, place, text);
    case 'place-file':
      return placeFileTurn(context, place, text);
  }
}

/** "sửa" corrects the form at hand; where there is none to fill, what was submitted. */
function corrected(context: Context, edit: NonNullable<ReturnType<typeof readEdit>>): Turn {
  const hasSubmitted = (context.view.submitted ?? []).length > 0;
  const { at } = context.dialog.place;
  const isInForm = at === 'fill' || at === 'summary';
  if (isInForm || !hasSubmitted || formAtHand(context)?.form.revision) return editOpen(context, edit);
  return startCorrecting(context, edit.row);
}

/** Somebody who watches answers an official's question. */
function replied(context: Context, { number, words }: { number: number; words: string }): Turn {
  const turn = again(context, context.say.t('replied', { number }));
  return { ...turn, effects: [...turn.effects, { do: 'reply', number, text: words }] };
}

/** Somebody who receives difficulties tells what was done about one. */
function settled(context: Context, { number, words }: { number: number; words: string }): Turn {
  const turn = again(context, context.say.t('difficulty-settled', { number }));
  return { ...turn, effects: [...turn.effects, { do: 'settle', number, text: words }] };
}

/** What a message says by itself where no question stands: answers to several rows, a status report in one line, a word. */
function anywhere(context: Context, text: string): Turn | undefined {
  const answers = answersAnywhere(context, text);
  if (answers) return answers;
  if (isStatusLine(context, text)) return startStatus(context, text);
  const difficulty = readDifficulty(text);
  if (difficulty !== undefined) return raiseDifficulty(context, difficulty);
  if (says(text, 'fill')) return startFilling(context);
  if (says(text, 'submit')) {
    const owed = formAtHand(context);
    return owed && showSummary(context, owed);
  }
  // "đồng ý" to the notice of a wish that is all there is to answer: it is shown first, with what the yes would be to.
  if (context.dialog.place.at === 'idle' && context.view.wishes?.length && answersNotice(text))
    return listWishes(context);
  if (isGreeting(text)) return hello(context, false);
  return isThanks(text) ? stay(context, context.say.t('thanks')) : undefined;
}

/** A message with answers to several rows begins or goes on with the form by itself; of several forms it asks which. */
function answersAnywhere(context: Context, text: string): Turn | undefined {
  const owed = formAtHand(context);
  if (owed) return answerSeveral(context, owed, text);
  const forms = context.view.owed.filter(hasForm).filter((one) => !one.form.submitted && !one.settled);
  const fits = forms.some((one) => answerSeveral(context, one, text));
  return fits ? startFilling(context, undefined, text) : undefined;
}

function command(context: Context, name: Command, rest: string, isSlashed: boolean): Turn {
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
      if (dialog.place.at === 'late-act') return lateActTurn(context, dialog.place, '/dung');
      if (dialog.place.at === 'late-hand') return lateHandTurn(context, dialog.place, '/dung');
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
    case 'where':
      return whatNext(context, whereIAm(context));
    case 'extension':
      return askExtension(context, rest);
    case 'human':
      return askPerson(context, rest);
    case 'difficulty':
      return raiseDifficulty(context, rest);
    case 'delegate':
      return askDelegation(context, rest);
    case 'late':
      return listLate(context);
    case 'group':
      return bindGroup(context);
    case 'ungroup':
      return unbindGroups(context);
    case 'standing':
      return listLate(context);
    case 'workbook':
      return giveWorkbook(context);
    case 'decide':
      return rest === '' ? listWishes(context) : decideNamed(context, rest);
    default:
      return help(context, isSlashed);
  }
}

/** Inside a question the help is about it; everywhere else, and for "/trogiup", it is the list of what can be typed. */
function help(context: Context, isSlashed: boolean): Turn {
  const { dialog, view, say } = context;
  const { place } = dialog;
  const isAsked = place.at === 'fill' && !isSlashed;
  const owed = isAsked ? view.owed.find((one) => one.id === place.obligation) : undefined;
  const step = isAsked && hasForm(owed) ? stepAt(owed.form, place) : undefined;
  return again(context, step && hasForm(owed) ? questionHelp(context, owed, step) : say.t('help'));
}

/** "4/9", how much is answered and until when. */
function whereIAm(context: Context): string {
  const { dialog, say } = context;
  const { place } = dialog;
  const owed = formAtHand(context);
  if (!owed) return say.t('where-nowhere');
  const step = place.at === 'fill' ? stepAt(owed.form, place) : undefined;
  return say.t(step ? 'where-question' : 'where-form', {
    title: owed.title,
    unit: owed.unitName,
    at: step ? numberOf(owed.form, step) : 0,
    of: rowsOf(owed.form).length,
    answered: owed.form.steps.filter((one) => cellOf(owed.form, one)).length,
    asked: owed.form.steps.length,
    lastDay: dayText(owed.lastDay),
  });
}

function hello(context: Context, badCode: boolean): Turn {
  const { view, say } = context;
  if (view.stopped) return stay(context, say.t('code-stopped'));
  if (badCode) return stay(context, say.t('code-unknown'));
  return view.person
    ? listOwed(context, say.t('hello', { name: view.person.name }))
    : stay(context, say.t(view.gone ? 'owner-left' : 'ask-code'));
}

/** Places where a text is the answer to the question that stands. */
const ANSWERED: readonly Place['at'][] = [
  'fill',
  'summary',
  'status',
  'extension',
  'decide',
  'delegate',
  'correct',
  'apply',
  'place-file',
  'late-act',
  'late-hand',
];

/** Answers that name their rows are meant for those, whatever was asked meanwhile. */
function namesItsRows(context: Context, text: string): Turn | undefined {
  const { place } = context.dialog;
  if (place.at !== 'fill' && place.at !== 'summary') return undefined;
  const owed = context.view.owed.find((one) => one.id === place.obligation);
  if (!hasForm(owed)) return undefined;
  if (place.at === 'summary') return answerSeveral(context, owed, text);
  const step = stepAt(owed.form, place);
  return step && answerSeveral(context, owed, text, step);
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
