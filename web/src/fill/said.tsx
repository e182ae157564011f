/** A sentence about an answer: what must be mended, or what only asks for an explanation. */
export interface Said {
  text: string;
  hard: boolean;
}

export const Sentences = ({ of }: { of: readonly Said[] }) =>
  of.map(({ text, hard }) => (
    <p key={text} className={hard ? 'fault' : 'odd'}>
      {text}
    </p>
  ));
