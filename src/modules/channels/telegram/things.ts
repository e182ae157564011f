import { z } from 'zod';
import type { Incoming } from '../../conversations/index.js';

/** The files and cards that a message can hold, as far as the dialog has a use for them. Never trusted, only read. */
const text = z.string().optional().catch(undefined);
const size = z.number().int().min(0).max(1e12).optional().catch(undefined);
const fileId = z.string().min(1).max(512);
const Document = z.object({ file_id: fileId, file_name: text, mime_type: text, file_size: size });
const Photo = z.array(
  z.object({ file_id: fileId, file_unique_id: text, width: z.number(), height: z.number(), file_size: size }),
);
const Contact = z.object({ phone_number: z.string().min(1).max(40), user_id: z.number().optional().catch(undefined) });

type Content = Incoming['content'];

/** The document, the largest size of the photo or the contact in `message`; undefined where there is none of them. */
export function thingIn(message: Record<string, unknown>, sender: number | undefined): Content | undefined {
  const caption = text.parse(message.caption);
  const document = Document.safeParse(message.document).data;
  if (document) {
    const { file_id, file_name, mime_type, file_size } = document;
    return {
      type: 'file',
      fileId: file_id,
      name: file_name ?? 'tep',
      mediaType: mime_type ?? 'application/octet-stream',
      size: file_size,
      caption,
    };
  }
  const largest = Photo.safeParse(message.photo)
    .data?.toSorted((a, b) => a.width * a.height - b.width * b.height)
    .at(-1);
  if (largest) {
    // Photos come without a name; Telegram makes all of them JPEG.
    return {
      type: 'file',
      fileId: largest.file_id,
      name: `anh-${largest.file_unique_id ?? 'chup'}.jpg`,
      mediaType: 'image/jpeg',
      size: largest.file_size,
      caption,
    };
  }
  const contact = Contact.safeParse(message.contact).data;
  // Anybody can send anybody's card: only a card that Telegram ties to the sender's account is the sender's.
  return (
    contact && { type: 'contact', phone: contact.phone_number, own: sender !== undefined && contact.user_id === sender }
  );
}
