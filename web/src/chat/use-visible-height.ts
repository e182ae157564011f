import { useEffect } from 'react';

/** Keeps the page as high as what is visible: on iOS the soft keyboard lies over the page and no CSS unit knows of it. */
export function useVisibleHeight(): void {
  useEffect(() => {
    const visible = window.visualViewport;
    if (!visible) return;
    const follow = () => {
      // While zoomed in, the visible part is smaller for another reason.
      if (visible.scale === 1) document.documentElement.style.setProperty('--visible-height', `${visible.height}px`);
    };
    follow();
    visible.addEventListener('resize', follow);
    return () => {
      visible.removeEventListener('resize', follow);
      document.documentElement.style.removeProperty('--visible-height');
    };
  }, []);
}
