/* The words of quotations: a file for each source, fetched when they are first wanted. */

(() => {
  "use strict";

  const FILES = new URL("evidence/", document.currentScript.src);
  const told = new Map();
  const loading = new Map();

  const address = (relative) => new URL(relative, FILES).href;

  function evidence(entries) {
    for (const { id, lines } of entries) told.set(id, lines);
  }

  function load(from) {
    if (!loading.has(from)) {
      loading.set(from, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = address(`${from}.js`);
        script.addEventListener("load", done);
        script.addEventListener("error", () => {
          loading.delete(from);
          script.remove();
          fail(new Error(`no words of ${from}`));
        });
        document.head.append(script);
      }));
    }
    return loading.get(from);
  }

  window.sourcebook = { ...window.sourcebook, told, evidence, load, address };
})();
