import { Popconfirm, type PopconfirmProps } from 'antd';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';

/** In frames: the longest that a question may take until it is in its place and can hold the keyboard. */
const IN_PLACE_WITHIN = 120;

/**
 * A question beside the button that asks for it. It begins with the keyboard on the answer that changes nothing; Escape is
 * that answer, and never closes what lies beneath. Afterwards the keyboard is on the button again, or, where that went away with
 * its row, in the drawer, the dialog or the page around it.
 */
export function AskFirst({ children, onOpenChange, ...props }: PopconfirmProps) {
  const no = useId();
  const [isOpen, setIsOpen] = useState(false);
  const turn = (open: boolean) => {
    setIsOpen(open);
    onOpenChange?.(open);
    if (!open) place.current?.querySelector('button')?.focus();
  };
  const answerNo = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopImmediatePropagation();
    turn(false);
  });
  useEffect(() => {
    if (!isOpen) return;
    window.addEventListener('keydown', answerNo, { capture: true });
    // A question that is not in its place yet cannot take the keyboard: asked again until it does.
    let left = IN_PLACE_WITHIN;
    let frame = requestAnimationFrame(function take() {
      const button = document.getElementById(no);
      button?.focus();
      left -= 1;
      if (left > 0 && (!button || document.activeElement !== button)) frame = requestAnimationFrame(take);
    });
    return () => {
      window.removeEventListener('keydown', answerNo, { capture: true });
      cancelAnimationFrame(frame);
    };
  }, [isOpen, no]);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const around = place.current?.closest<HTMLElement>('[role=dialog], main');
    return () => {
      setTimeout(() => {
        const isTaken = document.activeElement !== null && document.activeElement !== document.body;
        if (isTaken || !around?.isConnected) return;
        around.tabIndex = -1;
        around.focus({ preventScroll: true });
      });
    };
  }, []);
  return (
    <span ref={place} style={{ display: 'contents' }}>
      <Popconfirm
        motion={{ motionName: '' }}
        cancelButtonProps={{ id: no }}
        destroyOnHidden
        open={isOpen}
        onOpenChange={turn}
        {...props}
      >
        {children}
      </Popconfirm>
    </span>
  );
}
