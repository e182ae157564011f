import type { Messages } from '../../shared/index.js';
import type { CommandMenu } from './telegram.channel.js';

/** What each sort of chat is offered, in the order of the menu; the texts are `telegram.command.<name>`. */
const OFFERED: Record<CommandMenu['chats'], readonly string[]> = {
  private: [
    ...['viec', 'dien', 'baocao', 'tieptuc', 'sua', 'bieu', 'giahan', 'hoi', 'vuongmac', 'uyquyen'],
    ...['cham', 'duyet', 'nhom', 'trang', 'dung', 'trogiup', 'english', 'tiengviet'],
  ],
  group: ['tinhhinh', 'nhom'],
};

/** The menus in Vietnamese for everybody, and in English for those whose messenger speaks it. */
export function commandMenus(messages: Messages): CommandMenu[] {
  return (['private', 'group'] as const).flatMap((chats) =>
    ([undefined, 'en'] as const).map((language) => ({
      chats,
      ...(language && { language }),
      commands: OFFERED[chats].map((command) => ({
        command,
        description: messages.t(language ?? 'vi', `telegram.command.${command}`),
      })),
    })),
  );
}
