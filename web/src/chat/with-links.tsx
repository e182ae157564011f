/** Addresses that the bot may give: of this site, or whole ones. */
const ADDRESS = /((?:https?:\/\/|\/dang-nhap#)[^\s<>"]+)/;

/** A text of the bot with its addresses to be followed; nothing else in it is more than text. */
export function WithLinks({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={part} rel="noreferrer">
        {part.startsWith('/') ? `${window.location.host}${part.replace(/#.*/, '')}` : part}
      </a>
    ) : (
      part
    ),
  );
}
