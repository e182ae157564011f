import { TextField } from '../board/text-field';
import { ChoiceField } from '../page/choice-field';
import { useConferencesTexts } from '../texts/conferences';
import type { HeldWindow, Panel } from './queries';

interface Given {
  panel: Panel;
  chairs: HeldWindow['chairs'];
  tried: boolean;
  change: (panel: Panel) => void;
}

/** Who chairs, and in which room. */
export function PanelFields({ panel, chairs, tried, change }: Given) {
  const texts = useConferencesTexts();
  const known = chairs.some(({ id }) => id === panel.chair);
  return (
    <>
      <ChoiceField
        label={texts.chair}
        value={panel.chair}
        options={[
          ...(known ? [] : [{ value: panel.chair, label: texts.choose }]),
          ...chairs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        wrong={tried && panel.chair === '' ? texts.chairNeeded : undefined}
        change={(chair) => change({ ...panel, chair })}
      />
      <TextField
        label={texts.room}
        value={panel.room}
        wrong={tried && panel.room.trim() === '' ? texts.roomNeeded : undefined}
        change={(room) => change({ ...panel, room })}
      />
    </>
  );
}
