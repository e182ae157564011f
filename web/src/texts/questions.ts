import { areaTexts } from './texts';

const vi = {
  title: 'Câu hỏi và vướng mắc đang chờ',
  hint: 'Câu trả lời được gửi ngay vào cuộc trò chuyện của người hỏi.',
  kinds: { question: 'Câu hỏi', difficulty: 'Khó khăn, vướng mắc', unit: 'Cấp trên hỏi' },
  number: (kind: string, number: number) => `${kind} số ${number}`,
  toUnit: (name: string, unit: string, at: string) => `${name} hỏi ${unit}, ${at}`,
  by: (name: string, unit: string, at: string) => `${name}, ${unit}, ${at}`,
  unknownAsker: 'Người đã thôi làm việc',
  answered: (by: string, text: string) => `${by} trả lời: ${text}`,
  answer: 'Trả lời',
  answerTo: (number: number) => `Trả lời số ${number}`,
  settle: 'Ghi đã giải quyết',
  settleOf: (number: number) => `Ghi đã giải quyết số ${number}`,
  words: { answer: 'Nội dung trả lời', settle: 'Đã giải quyết thế nào' },
  needed: 'Đề nghị ghi nội dung.',
  send: 'Gửi',
  sent: (number: number) => `Đã gửi trả lời số ${number} vào cuộc trò chuyện của người hỏi.`,
  settled: (number: number) => `Đã ghi giải quyết số ${number}; người báo được biết trong cuộc trò chuyện.`,
};

const en: typeof vi = {
  title: 'Questions and difficulties that wait',
  hint: 'An answer goes at once to the chat of whoever asked.',
  kinds: { question: 'Question', difficulty: 'Difficulty', unit: 'From above: question' },
  number: (kind, number) => `${kind} ${number}`,
  toUnit: (name, unit, at) => `${name} asks ${unit}, ${at}`,
  by: (name, unit, at) => `${name}, ${unit}, ${at}`,
  unknownAsker: 'Somebody who left',
  answered: (by, text) => `${by} answered: ${text}`,
  answer: 'Answer',
  answerTo: (number) => `Answer number ${number}`,
  settle: 'Record as settled',
  settleOf: (number) => `Record number ${number} as settled`,
  words: { answer: 'The answer', settle: 'How it was settled' },
  needed: 'Please write something.',
  send: 'Send',
  sent: (number) => `The answer to number ${number} went to the chat of whoever asked.`,
  settled: (number) => `Number ${number} is recorded as settled; whoever told of it hears so in the chat.`,
};

/** What the list of questions to those who watch says. */
export const useQuestionsTexts = areaTexts(vi, en);
