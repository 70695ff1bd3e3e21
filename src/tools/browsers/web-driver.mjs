// One page of a browser that speaks WebDriver, as the walk sees it.

/**
 * A page over a driver's four commands: `go(url)`, `read(ask, …args)` runs a function in the page, `press({ x, y })` is a real press
 * of the mouse, `picture()` a PNG in base64. Where a browser lets us, `readSaved()` gives the text of the file that it saved.
 */
export function createPage({ go, run, act, picture }) {
  return {
    go,
    picture,
    async read(ask, ...args) {
      const script = `const tell = arguments[arguments.length - 1]; const given = Array.prototype.slice.call(arguments, 0, -1);
        Promise.resolve().then(() => (${ask})(...given)).then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
      const answer = await run(script, args);
      if (answer?.error) throw new Error(answer.error);
      return answer?.value;
    },
    press: ({ x, y }) =>
      act([
        {
          type: 'pointer',
          id: 'hand',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
            { type: 'pointerDown', button: 0 },
            { type: 'pause', duration: 60 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]),
  };
}
