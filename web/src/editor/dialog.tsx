import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef } from 'react';

/** A question above the page, there as long as it is drawn; afterwards the keyboard is where it was, or in the table. */
export function Dialog(props: Omit<ModalProps, 'open'>) {
  const before = useRef(document.activeElement);
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
  return <Modal open {...props} />;
}
