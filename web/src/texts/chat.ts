import { areaTexts } from './texts';

const vi = {
  attach: 'Gửi ảnh hoặc tệp',
  fileTooLarge: (name: string) => `Tệp «${name}» lớn hơn 10 MB nên không gửi được. Đề nghị đồng chí chọn tệp nhỏ hơn.`,
  file: (name: string) => `Tệp: ${name}`,
  save: (name: string) => `Tải tệp ${name}`,
  fileLost: 'tệp chưa kịp gửi trước khi trang đóng, đề nghị đồng chí chọn lại',
};

const en: typeof vi = {
  attach: 'Send a photograph or file',
  fileTooLarge: (name) => `The file «${name}» is larger than 10 MB and cannot be sent. Please choose a smaller one.`,
  file: (name) => `File: ${name}`,
  save: (name) => `Download ${name}`,
  fileLost: 'the page closed before the file was sent, please choose it again',
};

export const useChatTexts = areaTexts(vi, en);
