interface Given {
  /** To the page after this one, where there is one. */
  older?: { say: string; turn: () => void };
  /** Back to the first page, where this is a later one. */
  newest?: { say: string; turn: () => void };
}

/** The way through a long list, the newest first. */
export function PageTurns({ older, newest }: Given) {
  return (
    <div className="buttons">
      {[older, newest].map(
        (one) =>
          one && (
            <button key={one.say} type="button" onClick={one.turn}>
              {one.say}
            </button>
          ),
      )}
    </div>
  );
}
