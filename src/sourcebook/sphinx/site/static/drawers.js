/* Drawers of a narrow screen: who goes to a place of the page sees it, and not the drawer. */

document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element && target.closest('dialog[open] nav a[href^="#"]');
  if (link) link.closest("dialog").close();
});
