import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef } from 'react';

/** A question above the page, there as long as it is drawn. The keyboard is in its first field, and afterwards where it was, or in the table. */
export function Dialog({ children, ...props }: Omit<ModalProps, 'open'>) {
  const before = useRef(document.activeElement);
  const inside = useRef<HTMLDivElement>(null);
  // The library leaves the keyboard at the frame of the question; whoever opened it wants to type.
  const begin = (isOpen: boolean) => {
    const field = inside.current?.querySelector<HTMLElement>('input, textarea, select');
    if (isOpen && !inside.current?.contains(document.activeElement)) field?.focus();
  };
  useEffect(() => {
    const place = before.current;
    return () => {
      setTimeout(() => {
        const isTaken = document.activeElement !== null && document.activeElement !== document.body;
        if (isTaken) return;
        const back = place?.isConnected ? place : document.querySelector('[role=grid] [aria-selected=true]');
        if (back instanceof HTMLElement) back.focus();
      });
    };
  }, []);
  return (
    <Modal open afterOpenChange={begin} {...props}>
      <div ref={inside}>{children}</div>
    </Modal>
  );
}
