import { useTexts } from '../texts/texts';
import { problemText } from './problem-text';

/** What went wrong, in a sentence that is read out; nothing where nothing did. */
export function Problem({ of }: { of: unknown }) {
  const texts = useTexts();
  if (of === undefined || of === null) return null;
  return (
    <p className="wrong" role="alert">
      {problemText(of, texts)}
    </p>
  );
}
