import { areaTexts } from './texts';

const vi = {
  title: 'Trò chuyện không gửi được',
  hint: 'Các cuộc trò chuyện này từ chối tin của hệ thống. Đề nghị liên hệ người nhận và cấp mã liên kết mới; mục này tự hết khi người nhận nhắn lại.',
  since: (day: string) => `từ ngày ${day}`,
  elsewhere: 'vẫn nhận được tin ở kênh khác',
  nowhere: 'không còn kênh nào khác',
};

const en: typeof vi = {
  title: 'Chats that take no messages',
  hint: 'These chats refuse what we send. Please contact the person and give a new linking code; an entry goes by itself when the person writes again.',
  since: (day) => `since ${day}`,
  elsewhere: 'still reached by another channel',
  nowhere: 'no other channel is left',
};

export const useLostChatsTexts = areaTexts(vi, en);
